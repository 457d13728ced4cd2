import { describe, expect, it } from 'vitest'
import { buildReport } from '#domain/assurance/build-report.ts'
import { quantityText, tenthsText } from '#domain/assurance/figure-text.ts'
import { levelLabels } from '#domain/assurance/levels.ts'
import { measuresOfReport } from '#domain/assurance/report-model.ts'
import { contentHash } from '../../../../../electron/features/assurance/content-hash.ts'
import { makeReportFile } from '../../../../../electron/features/assurance/formats/formats.ts'
import { makePseudonyms } from '../../../../../electron/features/assurance/pseudonyms.ts'
import { makeHtml } from '../../../../../electron/platform/html/make-html.ts'
import { readHtml } from '../../../../support/assurance/read-html.ts'
import { sampleInput } from '../../../../support/assurance/sample-input.ts'

const model = buildReport(sampleInput(), {
  pseudonym: makePseudonyms(new Uint8Array(32).fill(7)).of,
  hash: contentHash,
})
const { bytes } = await makeReportFile('html', model)
const { html, rows, text } = readHtml(bytes)

describe('the report as a web page', () => {
  it('prints the four counts, n, rate and level of every measure', () => {
    for (const { measure } of measuresOfReport(model)) {
      if (measure.version === null) continue
      const { pass, fail, incomplete, notEligible, denominator, rateTenths } = measure.figure
      const row = rows.find(
        ([name = '', ...cells]) =>
          cells.length > 2 && name.startsWith(`${measure.id} ${measure.title}`),
      )
      expect(row?.slice(1), measure.id).toEqual([
        ...[pass, fail, incomplete, notEligible, denominator].map((part) =>
          quantityText(part, measure.unit),
        ),
        tenthsText(rateTenths),
        expect.stringContaining(levelLabels[measure.level]),
      ])
    }
    expect(text).toContain(model.contentHash)
  })

  it('needs nothing else: no script, no address, and a policy that would stop one', () => {
    expect(html).not.toMatch(/<script|<link|<iframe|https?:\/\/|url\(/i)
    expect(html).toContain("default-src 'none'")
  })

  it('can be read without seeing it: language, headings in order, captions, heads, words for charts', () => {
    expect(html).toContain('<html lang="en-GB">')
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    levels.forEach((level, index) => {
      if (index > 0) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    })
    expect(html.match(/<table/g)?.length).toBe(html.match(/<caption>/g)?.length)
    for (const [picture] of html.matchAll(/<img [^>]*>/g))
      expect(picture).toMatch(/alt="[^"]{10,}"/)
    for (const [, anchor] of html.matchAll(/href="#([^"]+)"/g))
      expect(html).toContain(`id="${anchor}"`)
  })

  it('reads no text as markup', () => {
    const bad = '<img src=x onerror=alert(1)>&"\'\u202e'
    const page = readHtml(
      makeHtml({
        title: bad,
        date: '2026-10-01',
        marking: bad,
        footer: bad,
        cover: {
          kicker: bad,
          title: bad,
          subtitle: bad,
          facts: [{ label: bad, text: bad }],
          notice: bad,
        },
        blocks: [
          { kind: 'heading', level: 1, text: bad },
          { kind: 'paragraph', text: bad },
          { kind: 'list', items: [bad] },
          { kind: 'box', tone: 'best', title: bad, text: bad },
          { kind: 'chart', svg: '<svg/>', alt: bad, caption: bad },
          {
            kind: 'table',
            caption: bad,
            columns: [{ label: bad }],
            rows: [[{ text: bad, note: bad }]],
            empty: bad,
          },
        ],
      }),
    )
    expect(page.html).not.toContain('<img src=x')
    expect(page.html).not.toContain('\u202e')
    expect(page.html.match(/<img /g)).toHaveLength(1)
  })
})
