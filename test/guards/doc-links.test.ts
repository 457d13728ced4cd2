import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: root })].map((page) =>
  page.replaceAll('\\', '/'),
)
const read = (page: string) => readFileSync(join(root, page), 'utf8')

/** The name by which a heading is linked to, as GitHub makes it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading.trim()))

/** The links of a page that lead nowhere: to no file or folder, or to no heading of the page they name. */
function deadLinks(page: string, text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = '', anchor] = link.split('#')
      const file = path === '' ? page : join(dirname(page), path)
      if (!existsSync(join(root, file))) return true
      return anchor !== undefined && !anchorsOf(path === '' ? text : read(file)).includes(anchor)
    })
}

describe('a link in the documents', () => {
  test.each(pages)('of %s leads somewhere', (page) => {
    expect(deadLinks(page, read(page))).toEqual([])
  })

  test('that leads nowhere is found', () => {
    const text = '# Here\n[a](gone.md) [b](README.md#no-heading) [c](#here) [d](https://nhs.uk)'
    expect(deadLinks('README.md', text)).toEqual(['gone.md', 'README.md#no-heading'])
  })
})
