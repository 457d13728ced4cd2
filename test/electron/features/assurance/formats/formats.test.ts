import { strFromU8, unzipSync } from 'fflate'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { buildReport, isIntact } from '#domain/assurance/build-report.ts'
import { quantityText, tenthsText } from '#domain/assurance/figure-text.ts'
import { levelLabels } from '#domain/assurance/levels.ts'
import {
  type MeasureModel,
  measuresOfReport,
  reportModelSchema,
} from '#domain/assurance/report-model.ts'
import { reportTables } from '#domain/assurance/tables/report-tables.ts'
import { contentHash } from '../../../../../electron/features/assurance/content-hash.ts'
import {
  formatNames,
  makeReportFile,
} from '../../../../../electron/features/assurance/formats/formats.ts'
import { refuseLongTables } from '../../../../../electron/features/assurance/formats/xlsx.ts'
import { makePseudonyms } from '../../../../../electron/features/assurance/pseudonyms.ts'
import { sampleInput } from '../../../../support/assurance/sample-input.ts'
import { squeezed, wordsOf } from '../../../../support/assurance/words-of.ts'
import { readPdf, spaced } from '../../../../support/read-pdf.ts'

const model = buildReport(sampleInput(), {
  pseudonym: makePseudonyms(new Uint8Array(32).fill(7)).of,
  hash: contentHash,
})
const measures = measuresOfReport(model).map(({ measure }) => measure)
const defined = measures.filter((measure) => measure.version !== null)
const tables = reportTables(model)

/** The figures of a measure as one line: what every format has to say. */
const figures = (measure: MeasureModel) => ({
  counts: [
    measure.figure.pass,
    measure.figure.fail,
    measure.figure.incomplete,
    measure.figure.notEligible,
    measure.figure.denominator,
  ],
  rate: measure.figure.rateTenths,
  level: levelLabels[measure.level],
})

const file = async (format: (typeof formatNames)[number]) =>
  (await makeReportFile(format, model)).bytes

describe('a workbook', () => {
  it('is refused where a table is longer than a sheet may be: a file that is cut short would lie', () => {
    const rows = (length: number) => [{ name: 'Fields', rows: new Array<never>(length) }]
    expect(() => refuseLongTables(rows(1_048_575))).not.toThrow()
    expect(() => refuseLongTables(rows(1_048_576))).toThrow(/longer than a sheet/)
  })
})

describe('every format of one report', () => {
  it('has a name that says unit, period, version and status, and no name of a person', async () => {
    for (const format of formatNames)
      expect((await makeReportFile(format, model)).name).toMatch(
        /^quality-visit-report-rzz01-2026-07-01-to-2026-09-30-v2-draft-restricted/,
      )
  })

  it('JSON holds the model itself, whole, and its hash still fits', async () => {
    const read = reportModelSchema.parse(JSON.parse(new TextDecoder().decode(await file('json'))))
    expect(read).toEqual(model)
    expect(isIntact(read, contentHash)).toBe(true)
  })

  it('CSV holds the same tables, cell by cell', async () => {
    const files = unzipSync(await file('csv'))
    for (const table of tables) {
      const bytes = files[`${table.name.toLowerCase()}.csv`]
      if (!bytes) throw new Error(`No file for ${table.name}`)
      const [head, ...rows] = parseCsv(new TextDecoder().decode(bytes)) as string[][]
      expect(head).toHaveLength(table.columns.length)
      expect(rows).toHaveLength(table.rows.length)
      table.rows.forEach((row, at) => {
        row.forEach((value, index) => {
          const type = table.columns[index]?.type
          const expected =
            value === null
              ? ''
              : typeof value === 'boolean'
                ? value
                  ? 'yes'
                  : 'no'
                : type === 'percent'
                  ? (Number(value) / 10).toFixed(1)
                  : String(value)
          expect(rows[at]?.[index], `${table.name} ${at},${index}`).toBe(expected)
        })
      })
    }
  })

  it('CSV begins with the mark that lets Excel read accents, and ends lines as RFC 4180 says', async () => {
    const files = unzipSync(await file('csv'))
    for (const bytes of Object.values(files)) {
      expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
      const text = strFromU8(bytes)
      expect(text.endsWith('\r\n')).toBe(true)
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    }
  })

  it('XLSX holds the same tables, typed: numbers are numbers, texts are texts, nothing is a formula', async () => {
    const bytes = await file('xlsx')
    const book = await readXlsx(bytes)
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(tables.map((table) => table.name))
    for (const table of tables) {
      const sheet = book.sheets.find((one) => one.name === table.name)
      const rows = sheet?.rows.slice(1) ?? []
      expect(rows).toHaveLength(table.rows.length)
      table.rows.forEach((row, at) => {
        row.forEach((value, index) => {
          const type = table.columns[index]?.type
          const found = rows[at]?.[index] ?? null
          const expected =
            type === 'percent' && value !== null
              ? Number(value) / 1000
              : type === 'date' && typeof value === 'string'
                ? new Date(`${value}T00:00:00.000Z`)
                : value
          expect(found, `${table.name} ${at},${index}`).toEqual(expected)
        })
      })
    }
    for (const [name, part] of Object.entries(unzipSync(bytes)))
      if (name.includes('worksheets/')) expect(strFromU8(part)).not.toMatch(/<f[ >]/)
  })

  it('PDF prints the four counts, n, rate and level of every measure', async () => {
    const { text } = await readPdf(await file('pdf'))
    for (const measure of defined) {
      const { counts, rate, level } = figures(measure)
      const cells = [
        ...counts.map((part) => quantityText(part, measure.unit)),
        tenthsText(rate),
        level,
      ].join(' ')
      expect(text, measure.id).toContain(spaced(cells))
    }
    expect(text).toContain(model.contentHash)
  })

  it('DOCX prints the four counts, n, rate and level of every measure', async () => {
    const part = unzipSync(await file('docx'))['word/document.xml']
    if (!part) throw new Error('No document')
    const xml = strFromU8(part)
    const rows = xml
      .split('<w:tr>')
      .map((row) =>
        spaced([...row.matchAll(/<w:t[^>]*>([^<]*)</g)].map((found) => found[1]).join(' ')),
      )
    for (const measure of defined) {
      const { counts, rate, level } = figures(measure)
      const cells = [
        ...counts.map((count) => quantityText(count, measure.unit)),
        tenthsText(rate),
        level,
      ].join(' ')
      expect(
        rows.some((row) => row.includes(` ${measure.id} `.trim()) && row.includes(cells)),
        measure.id,
      ).toBe(true)
    }
  })

  it.each(['pdf', 'html', 'docx', 'csv', 'xlsx', 'json'] as const)(
    'says in %s what other frameworks ask, what partners marked, and what the audit has',
    async (format) => {
      const words = squeezed(await wordsOf(model, format))
      for (const text of [
        'Standards of an invented network',
        'A senior clinician decides, and refusals are recorded.',
        'Staff come to a reflective group.',
        'We were told in time',
        'Our view was heard',
        'Was refused',
      ])
        expect(words, text).toContain(squeezed(text))
    },
    60_000,
  )

  it('lists in its tables just the records that each figure counts', () => {
    const records = tables.find((table) => table.name === 'Records')
    for (const measure of measures) {
      const rows = records?.rows.filter((row) => row[0] === measure.id) ?? []
      expect(rows).toHaveLength(measure.members.length)
      const passed = rows
        .filter((row) => row[2] === 'Pass')
        .reduce((sum, row) => sum + Number(row[8]), 0)
      expect(passed).toBe(measure.figure.pass)
    }
  })

  it('never shows a measure without records as 0 or as 100 %, and says so', async () => {
    const without = measures.filter((measure) => measure.version === null)
    expect(without.length).toBeGreaterThan(0)
    const table = tables.find((one) => one.name === 'Measures')
    const columns = table?.columns.map((column) => column.key) ?? []
    for (const measure of without) {
      const row = table?.rows.find((one) => one[1] === measure.id) ?? []
      expect(row[columns.indexOf('status')]).toBe('no records yet')
      expect(row[columns.indexOf('level')]).toBe('Not tested')
      for (const key of ['pass', 'n', 'rate']) expect(row[columns.indexOf(key)]).toBeNull()
    }
  })

  it('holds no raw id and no typed text, in any part of any file', async () => {
    const secrets = [
      ...[...sampleInput().subjects].flatMap(([id, { stayId, babyId }]) => [id, stayId, babyId]),
      'Typed by a nurse',
    ]
    const texts: string[] = [(await readPdf(await file('pdf'))).text, strFromU8(await file('json'))]
    for (const format of ['csv', 'xlsx', 'docx'] as const)
      for (const part of Object.values(unzipSync(await file(format)))) texts.push(strFromU8(part))
    for (const text of texts)
      for (const secret of secrets)
        expect(text.includes(String(secret)), String(secret)).toBe(false)
  })

  it('is the same file when it is made again', async () => {
    for (const format of formatNames)
      expect(Buffer.from(await file(format)).equals(Buffer.from(await file(format))), format).toBe(
        true,
      )
  })
})

describe('a report of nothing', () => {
  it('is made in every format, and says not tested', async () => {
    const empty = buildReport(
      sampleInput({
        runs: [],
        earlier: [],
        judgements: new Map(),
        overrides: [],
        episodes: null,
        ruleSets: [],
        distribution: [],
        subjects: new Map(),
        rows: new Map(),
      }),
      { pseudonym: makePseudonyms().of, hash: contentHash },
    )
    for (const format of formatNames)
      expect((await makeReportFile(format, empty)).bytes.length).toBeGreaterThan(500)
    const { text } = await readPdf((await makeReportFile('pdf', empty)).bytes)
    expect(text).toContain('12 not tested')
    expect(text).not.toContain('100.0 %')
  })
})
