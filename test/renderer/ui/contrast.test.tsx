import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contrast } from '../../support/contrast.ts'

const sheet = readFileSync(
  join(import.meta.dirname, '../../../renderer/ui/styles/_tokens.scss'),
  'utf8',
)

function tokensOf(selector: string): Map<string, string> {
  const block = sheet.slice(sheet.indexOf(`${selector} {`))
  const body = block.slice(0, block.indexOf('\n}'))
  return new Map(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']),
  )
}

/** Text on what lies under it: at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
const textPairs: [text: string, under: string][] = [
  ...['page', 'surface', 'surface-raised', 'hover', 'input'].flatMap(
    (under): [string, string][] => [
      ['text', under],
      ['text-quiet', under],
      ['link', under],
      ['error', under],
      ['success', under],
    ],
  ),
  ['link-hover', 'surface'],
  ['link-active', 'surface'],
  ['link-hover', 'page'],
  ['focus-text', 'focus'],
  ['top-text', 'top'],
  ['top-text', 'top-hover'],
  ['top-text', 'top-current'],
  ['button-text', 'button'],
  ['button-text', 'button-hover'],
  ['button-text', 'button-active'],
  ['button-text', 'button-warning'],
  ['button-text', 'button-warning-hover'],
  ['button-text', 'button-warning-active'],
  ['button-quiet-text', 'button-quiet'],
  ['button-quiet-text', 'button-quiet-hover'],
  ['button-quiet-text', 'button-quiet-active'],
  ['button-off-text', 'button-off'],
  ['danger-text', 'danger'],
  ['warning-text', 'warning'],
  ['good-text', 'good'],
  ['info-text', 'info'],
  ['legal-text', 'legal'],
  ['neutral-text', 'neutral'],
  ['late-text', 'late'],
  ['surface', 'border-strong'],
]

/** Edges of what is used, and signals, against what lies round them: at least 3 to 1 (WCAG 2.2, 1.4.11). */
const edgePairs: [edge: string, round: string][] = [
  ['border-strong', 'surface'],
  ['border-strong', 'page'],
  ['border-strong', 'input'],
  ['focus', 'focus-text'],
  ['danger-edge', 'surface'],
  ['warning-edge', 'surface'],
  ['good-edge', 'surface'],
  ['info-edge', 'surface'],
  ['legal-edge', 'surface'],
  ['neutral-edge', 'surface'],
  ['late', 'surface'],
  ['top-text', 'top'],
]

describe.each([
  ['light', ':root'],
  ['dark', ':root[data-theme="dark"]'],
])('the %s theme', (_, selector) => {
  const tokens = tokensOf(selector)
  const ratio = (a: string, b: string) => contrast(tokens.get(a) ?? '', tokens.get(b) ?? '')

  it.each(textPairs)('shows %s readably on %s', (text, under) => {
    expect(ratio(text, under)).toBeGreaterThanOrEqual(4.5)
  })
  it.each(edgePairs)('shows %s clearly against %s', (edge, round) => {
    expect(ratio(edge, round)).toBeGreaterThanOrEqual(3)
  })
})

it('names every colour in both themes', () => {
  const light = [...tokensOf(':root').keys()]
  const dark = [...tokensOf(':root[data-theme="dark"]').keys()]
  expect(dark).toEqual(light)
})

it('computes contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
