import { describe, expect, it } from 'vitest'
import type { Block, PrintDocument } from '#domain/shared/print-document.ts'
import { compilePdf } from '../../../../electron/platform/pdf/compile.ts'
import { makePdf } from '../../../../electron/platform/pdf/make-pdf.ts'
import { printableText } from '../../../../electron/platform/pdf/printable.ts'
import { readPdf, tagsOf } from '../../../support/read-pdf.ts'

const chart =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20" width="100" height="20"><rect width="60" height="20" fill="#003087"/></svg>'
const blocks: Block[] = [
  { kind: 'heading', level: 1, text: 'What was found', newPage: true },
  { kind: 'paragraph', text: 'A paragraph that is not *markup*, nor #strong[code].' },
  { kind: 'list', items: ['One thing', 'Another'] },
  { kind: 'facts', facts: [{ label: 'Unit', text: 'Aldermoor' }] },
  { kind: 'heading', level: 2, text: 'A table' },
  {
    kind: 'table',
    caption: 'Levels',
    columns: [{ label: 'Requirement', share: 1 }, { label: 'Level' }],
    rows: Array.from({ length: 90 }, (_, n) => [
      { text: `Line ${n}` },
      { text: 'Limited', tone: 'poor' as const },
    ]),
    empty: '',
  },
  {
    kind: 'table',
    caption: 'Nothing',
    columns: [{ label: 'A' }],
    rows: [],
    empty: 'There is none.',
  },
  { kind: 'chart', svg: chart, alt: 'Six of ten passed.', caption: 'The classes' },
  { kind: 'box', tone: 'worst', title: 'Below the floor', text: 'Two measures' },
]
const document: PrintDocument = {
  title: 'A report',
  date: '2026-10-05',
  marking: 'OFFICIAL-SENSITIVE',
  footer: 'Aldermoor, draft',
  cover: {
    kicker: 'Westmarsh',
    title: 'A report',
    subtitle: 'July to September 2026',
    facts: [{ label: 'Period', text: 'Quarter' }],
    notice: 'Not to be passed on.',
  },
  blocks,
}
const withText = (text: string): PrintDocument => ({
  ...document,
  cover: null,
  blocks: [
    { kind: 'heading', level: 1, text },
    { kind: 'paragraph', text },
    {
      kind: 'table',
      caption: text,
      columns: [{ label: text, share: 1 }],
      rows: [[{ text, note: text, strong: true }]],
      empty: '',
    },
  ],
})

describe('a printed document', async () => {
  const bytes = await makePdf(document)
  const pdf = await readPdf(bytes)
  const tags = pdf.pages.flatMap((page) => tagsOf(page.tags))

  it('is the same file, byte for byte, when it is made again', async () => {
    expect(Buffer.from(await makePdf(document)).equals(Buffer.from(bytes))).toBe(true)
  })

  it('claims PDF/UA-1 and keeps what can be checked of it by machine', () => {
    expect(pdf.metadata).toMatch(/pdfuaid:part>1</)
    expect(pdf.marked).toBe(true)
    expect(pdf.language).toBe('en-GB')
    expect(pdf.title).toBe('A report')
    expect(pdf.showsTitle).toBe(true)
    expect(pdf.outline).toContain('What was found')
    for (const page of pdf.pages) expect(tagsOf(page.tags).length).toBeGreaterThan(0)
  })

  it('tags headings, lists, tables with heads, and figures with their words', () => {
    const roles = new Set(tags.map((tag) => tag.role))
    for (const role of ['H1', 'H2', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'Figure'])
      expect(roles, role).toContain(role)
    const figures = tags.filter((tag) => tag.role === 'Figure')
    expect(figures.map((tag) => tag.alt)).toContain('Six of ten passed.')
    for (const figure of figures) expect(figure.alt).toBeTruthy()
  })

  it('repeats the head of a table on each of its pages', () => {
    const heads = pdf.pages.filter((page) => /Line \d/.test(page.text))
    expect(heads.length).toBeGreaterThan(1)
    for (const page of heads) expect(page.text).toContain('Requirement')
  })

  it('is A4, carries its marking and its number on each page, and says what is empty', () => {
    pdf.pages.forEach((page, index) => {
      expect([Math.round(page.width), Math.round(page.height)]).toEqual([595, 842])
      expect(page.text).toContain('OFFICIAL-SENSITIVE')
      if (index > 0) expect(page.text).toContain(`Page ${index} of ${pdf.pages.length - 1}`)
    })
    expect(pdf.text).toContain('There is none.')
  })

  it('takes every text as it is: nothing is markup', () => {
    expect(pdf.text).toContain('A paragraph that is not *markup*, nor #strong[code].')
  })

  it('carries the date it was given, no author and no link to anywhere', () => {
    expect(pdf.info.CreationDate).toBe('D:20261005000000Z')
    expect(pdf.info.Author).toBeUndefined()
    expect(pdf.pages.flatMap((page) => page.links)).toEqual([])
  })

  it('carries its fonts and uses none of the machine', () => {
    const raw = Buffer.from(bytes).toString('latin1')
    const fonts = new Set(
      [...raw.matchAll(/\/BaseFont\s*\/[A-Z]{6}\+([A-Za-z-]+)/g)].map((found) => found[1]),
    )
    for (const font of fonts) expect(font).toMatch(/^NotoSans/)
    expect(raw).toMatch(/\/FontFile[23]/)
  })
})

describe('a hard text', () => {
  it.each([
    ['an emoji', 'Well done 👩‍🍼', 'Well done ?'],
    ['Welsh and Polish', 'Ŵŷ Łódź', 'Ŵŷ Łódź'],
    ['a sign that no font holds', 'Give \u2264 5 ml', 'Give <= 5 ml'],
    ['bidi marks', 'a\u202eb\u2066c', 'abc'],
    ['half a character', 'a\ud800b', 'a?b'],
    ['Chinese', '母嬰', '??'],
  ])('with %s is printed, or shows that it cannot be', async (_, text, printed) => {
    expect(printableText(text)).toBe(printed)
    expect((await readPdf(compilePdf(withText(text)))).text).toContain(printed)
  })

  it('of any character there is never breaks the promise of an accessible file', () => {
    for (let first = 0; first < 0x30000; first += 0x4000) {
      const text = Array.from({ length: 0x4000 }, (_, index) =>
        index + first >= 0xd800 && index + first < 0xe000
          ? ''
          : String.fromCodePoint(first + index),
      ).join(' ')
      const printed = [...new Set(printableText(text).split(' '))].join(' ')
      expect(() => compilePdf(withText(printed)), `from ${first.toString(16)}`).not.toThrow()
    }
  })

  it('of one endless word stays on the page', async () => {
    const pdf = await readPdf(compilePdf(withText('W'.repeat(2000))))
    expect(pdf.text.replaceAll(' ', '')).toContain('W'.repeat(2000))
    expect(pdf.pages.length).toBeLessThan(20)
  })

  it('in Arabic and Tamil is printed with shipped fonts', () => {
    expect(printableText('مرحبا தமிழ்')).toBe('مرحبا தமிழ்')
    expect(() => compilePdf(withText('مرحبا தமிழ்'))).not.toThrow()
  })
})

describe('what goes wrong', () => {
  it('is an error that quotes nothing of the content, and there is no other engine', async () => {
    const skipped: PrintDocument = {
      ...document,
      blocks: [
        { kind: 'heading', level: 1, text: 'One' },
        { kind: 'heading', level: 3, text: 'Secret name' },
      ],
    }
    const failure = await makePdf(skipped).catch((error: unknown) => error)
    expect(failure).toMatchObject({
      name: 'PdfProblem',
      message: 'The PDF broke a rule of PDF/UA-1',
    })
  })

  it('ends the work when it is cancelled', async () => {
    const cancel = new AbortController()
    const made = makePdf(document, { signal: cancel.signal })
    cancel.abort(new Error('Cancelled'))
    await expect(made).rejects.toThrow('Cancelled')
    await expect(makePdf(document, { signal: cancel.signal })).rejects.toThrow('Cancelled')
  })

  it('is said where the engine itself is not there', async () => {
    const workerFile = new URL('./not-there.ts', import.meta.url)
    await expect(makePdf(document, { workerFile })).rejects.toThrow('The PDF engine failed')
  })
})
