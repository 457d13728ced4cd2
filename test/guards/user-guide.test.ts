import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

/** The words of the screens: pages and forms, and the labels that they take from the rules. */
const screens = globSync('{renderer,domain}/**/*.{ts,tsx}', { cwd: root })
  .map(read)
  .map((source) => source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1'))
  .join('\n')
  .replace(/\s+/g, ' ')

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Whether a name stands on a screen by itself: between tags or quotes, or with a value after it. */
const isOnScreen = (name: string) =>
  new RegExp(`[>'"\`}] ?${escaped(name)} ?[<'"\`{$]`).test(screens)

/** The names that a page of the guide quotes: what is bold there is as it stands on the screen. */
const namesIn = (page: string) => [
  ...new Set([...page.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name = '']) => name)),
]

describe('the user guide', () => {
  test.each(
    globSync('docs/user-guide/*.md', { cwd: root })
      .filter((page) => namesIn(read(page)).length > 0)
      .sort(),
  )('%s names what is on the screens', (page) => {
    expect(namesIn(read(page)).filter((name) => !isOnScreen(name))).toEqual([])
  })

  test('that names what is on no screen is found', () => {
    expect(isOnScreen('Sign the assessment')).toBe(true)
    expect(isOnScreen('Sign the assesment')).toBe(false)
    expect(isOnScreen('Sign the')).toBe(false)
  })
})
