import { strFromU8, unzipSync } from 'fflate'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { readReport, tablesOf } from '#domain/assurance/any-report.ts'
import { withheldWord } from '#domain/assurance/disclosure.ts'
import { quantityText, tenthsText } from '#domain/assurance/figure-text.ts'
import { buildShareable } from '#domain/assurance/shareable/build-shareable.ts'
import { measuresOfShareable } from '#domain/assurance/shareable/shareable-model.ts'
import { contentHash } from '../../../../../electron/features/assurance/content-hash.ts'
import {
  type FormatName,
  formatNames,
  makeReportFile,
} from '../../../../../electron/features/assurance/formats/formats.ts'
import { readHtml } from '../../../../support/assurance/read-html.ts'
import { sampleInput } from '../../../../support/assurance/sample-input.ts'
import { readPdf, spaced } from '../../../../support/read-pdf.ts'

const { model } = buildShareable(sampleInput(), [], contentHash)
const tables = tablesOf(model)
const measures = measuresOfShareable(model).map(({ measure }) => measure)
const kept = measures.filter(({ state }) => state !== 'no-records')
const file = async (format: FormatName) => (await makeReportFile(format, model)).bytes

/** What every format has to say of a measure, withheld where it is. */
const cellsOf = ({ figure, unit }: (typeof measures)[number]) => [
  ...[figure.pass, figure.fail, figure.incomplete, figure.notEligible, figure.n].map((part) =>
    quantityText(part, unit),
  ),
  tenthsText(figure.rateTenths),
]

describe('every format of one shareable report', () => {
  it('has something to withhold and something to print', () => {
    const all = kept.flatMap(cellsOf)
    expect(all).toContain(withheldWord)
    expect(all.some((cell) => /^[1-9]/.test(cell))).toBe(true)
  })

  it('JSON holds the model itself', async () => {
    expect(readReport(JSON.parse(strFromU8(await file('json'))))).toEqual(model)
  })

  it('HTML, DOCX and PDF print the same cells, and withheld as a word', async () => {
    const { rows } = readHtml(await file('html'))
    const part = unzipSync(await file('docx'))['word/document.xml']
    const word = strFromU8(part ?? new Uint8Array())
      .split('<w:tr>')
      .map((row) =>
        spaced([...row.matchAll(/<w:t[^>]*>([^<]*)</g)].map((found) => found[1]).join(' ')),
      )
    const { text } = await readPdf(await file('pdf'))
    for (const measure of kept) {
      const cells = cellsOf(measure)
      const row = rows.find(([name = '']) => name.startsWith(`${measure.id} ${measure.title}`))
      expect(row?.slice(1), measure.id).toEqual(cells)
      const line = spaced(cells.join(' '))
      expect(word.some((one) => one.includes(measure.id) && one.includes(line))).toBe(true)
      expect(text, measure.id).toContain(line)
    }
  })

  it('CSV and XLSX leave a withheld cell empty and name it in the status column, never as 0', async () => {
    const files = unzipSync(await file('csv'))
    const book = await readXlsx(await file('xlsx'))
    for (const table of tables) {
      const csv = parseCsv(strFromU8(files[`${table.name.toLowerCase()}.csv`] ?? new Uint8Array()))
      const sheet = book.sheets.find(({ name }) => name === table.name)
      table.rows.forEach((row, at) => {
        row.forEach((value, index) => {
          if (value !== null) return
          expect((csv as string[][])[at + 1]?.[index]).toBe('')
          expect(sheet?.rows[at + 1]?.[index] ?? null).toBeNull()
        })
      })
    }
    const table = tables.find(({ name }) => name === 'Measures')
    const column = (key: string) => table?.columns.findIndex((one) => one.key === key) ?? -1
    for (const measure of kept) {
      const row = table?.rows.find((one) => one[column('measure')] === measure.id) ?? []
      const status = String(row[column('status')])
      for (const name of ['pass', 'fail', 'incomplete', 'n'] as const) {
        const isWithheld = measure.figure[name] === withheldWord
        expect(row[column(name)]).toBe(isWithheld ? null : measure.figure[name])
        expect(/^withheld: /.test(status) && status.split(/[:,] ?/).includes(name)).toBe(isWithheld)
      }
    }
  })

  it('holds no record, no id, no typed text and no exact small figure, in any part of any file', async () => {
    const secrets = [
      ...[...sampleInput().subjects].flatMap(([id, { stayId, babyId }]) => [id, stayId, babyId]),
      'Typed by a nurse',
    ]
    const texts = [(await readPdf(await file('pdf'))).text]
    for (const format of ['json', 'html'] as const) texts.push(strFromU8(await file(format)))
    for (const format of ['csv', 'xlsx', 'docx'] as const)
      for (const part of Object.values(unzipSync(await file(format)))) texts.push(strFromU8(part))
    for (const text of texts) {
      for (const secret of secrets) expect(text.includes(String(secret))).toBe(false)
      // Pseudonyms of records, stays and babies.
      expect(text).not.toMatch(/\b[SMBTER]-[0-9A-Z]{5}-[0-9A-Z]{5}\b/)
    }
    for (const { figure } of measures)
      for (const value of Object.values(figure))
        if (typeof value === 'number' && value > 0) expect(value).toBeGreaterThan(7)
  })

  it('is the same file when it is made again, and its name says which kind it is', async () => {
    for (const format of formatNames) {
      expect(Buffer.from(await file(format)).equals(Buffer.from(await file(format)))).toBe(true)
      expect((await makeReportFile(format, model)).name).toContain('-shareable')
    }
  })
})
