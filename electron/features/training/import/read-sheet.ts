import { unzipSync } from 'fflate/browser'
import { parseCsv } from 'hucre/csv'
import { type CellValue, type MergeRange, readXlsx, type Sheet as WorkbookSheet } from 'hucre/xlsx'
import { refuse } from '#domain/shared/failure.ts'
import { headingRow } from '#domain/training/import/heading-row.ts'
import { type Cell, type Sheet, textIn } from '#domain/training/import/sheet.ts'

/** The most that one sheet may hold (decision 9). */
export const mostRows = 50_000
const mostColumns = 200
/** What a workbook may unpack to, and in how many parts: more is a trap (reliability.md 27). */
const mostUnpacked = 100 * 1024 * 1024
const mostEntries = 1_000

/** The lines of a CSV that may be headings, titles and blank. */
const spareLines = 1_000

const tooManyLines = `This file has more than ${mostRows.toLocaleString('en-GB')} lines, blank ones among them. Take the blank lines out, or split it into several files`

const tooManyRows = `This sheet has more than ${mostRows.toLocaleString('en-GB')} rows. Split it into several files, and import one after the other`

/**
 * The sheets of a file that hold anything, as text, numbers and days. Formulas are never run: the value that
 * the spreadsheet kept is taken, and a note says so. Refuses, in words, what is not a spreadsheet, needs a
 * password, or is too large, before it reads further.
 */
export async function readSheets(bytes: Uint8Array): Promise<Sheet[]> {
  const sheets = startsWith(bytes, zipSign) ? await fromWorkbook(bytes) : fromText(bytes)
  const filled = sheets.filter(({ rows }) => rows.length > 0)
  return filled.length > 0
    ? filled
    : refuse('invalid', 'There is nothing under the headings in this file. Choose another')
}

const zipSign = [0x50, 0x4b, 0x03, 0x04]
const oleSign = [0xd0, 0xcf, 0x11, 0xe0]
const startsWith = (bytes: Uint8Array, sign: readonly number[]) =>
  sign.every((byte, index) => bytes[index] === byte)

async function fromWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  checkParts(bytes)
  const workbook = await readXlsx(bytes, {
    maxRows: mostRows + 2,
    sheets: (info) => !info.hidden && !info.veryHidden,
  }).catch(() =>
    refuse(
      'invalid',
      'This workbook is damaged or cannot be read. Save it again as XLSX or CSV, and choose that file',
    ),
  )
  return workbook.sheets.map((sheet) => sheetOf(sheet, workbook.dateSystem === '1904'))
}

/** Looks at the list of parts before any is unpacked. */
function checkParts(bytes: Uint8Array): void {
  let unpacked = 0
  let entries = 0
  let isWorkbook = false
  try {
    unzipSync(bytes, {
      filter({ name, originalSize, size }) {
        entries += 1
        // Without its size, nothing would stop it from unpacking to whatever it likes.
        unpacked += originalSize === 0 && size > 2 ? mostUnpacked + 1 : originalSize
        if (name === 'xl/workbook.xml') isWorkbook = true
        return false
      },
    })
  } catch {
    refuse(
      'invalid',
      'This file is damaged: its end is missing. Save it again, and choose it once more',
    )
  }
  if (!isWorkbook)
    refuse(
      'invalid',
      'This is not a workbook of the kind XLSX. Save the sheet as XLSX or CSV, and choose that file',
    )
  if (unpacked > mostUnpacked || entries > mostEntries)
    refuse(
      'invalid',
      'This workbook unpacks to more than 100 MB. Save the one sheet as CSV, and choose that file',
    )
}

function sheetOf(sheet: WorkbookSheet, from1904: boolean): Sheet {
  const rows = sheet.rows.map((cells) => cells.slice(0, mostColumns).map(cellOf))
  const filled = fillMerged(rows, sheet.merges ?? [])
  const formulas = [...(sheet.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)
  return asSheet(sheet.name, rows, from1904, [
    ...(filled > 0
      ? [`${filled} cells are merged with others: each has the value of the merged cell.`]
      : []),
    ...(formulas.length > 0
      ? [
          `${formulas.length} cells hold a formula: it was not run, the value that was saved with it is taken.`,
        ]
      : []),
  ])
}

/** A day keeps its day, and its time where it has one; a text and a number stay what they are. */
function cellOf(value: CellValue | undefined): Cell {
  if (value === null || value === undefined || value === '') return null
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : dayAndTime(value)
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value
}

/** Before this a workbook has no day: a time of day alone is shown on the day 0 of its count. */
const firstDay = Date.UTC(1900, 2, 1)

function dayAndTime(value: Date): string {
  // Parts of a day are counted in binary: 07:30 arrives a moment before or after it.
  const text = new Date(Math.round(value.getTime() / 60_000) * 60_000).toISOString()
  const [day, time] = [text.slice(0, 10), text.slice(11, 16)]
  if (value.getTime() < firstDay) return time
  return time === '00:00' ? day : `${day} ${time}`
}

/** Every cell under a merged one gets its value: a person's name that stands beside all of their courses. */
function fillMerged(rows: Cell[][], merges: readonly MergeRange[]): number {
  let filled = 0
  for (const { startRow, endRow, startCol, endCol } of merges) {
    const value = rows[startRow]?.[startCol] ?? null
    if (value === null) continue
    // Across columns it is a heading; only what is merged downwards stands for each of its rows.
    for (let row = startRow + 1; row <= Math.min(endRow, rows.length - 1); row += 1) {
      const cells = rows[row]
      if (!cells || startCol > endCol || startCol >= mostColumns) continue
      while (cells.length <= startCol) cells.push(null)
      cells[startCol] = value
      filled += 1
    }
  }
  return filled
}

function asSheet(name: string, rows: readonly Cell[][], from1904: boolean, notes: string[]): Sheet {
  const numbered = rows
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => textIn(cell) !== ''))
  const titles = headingRow(numbered)
  const [head, ...rest] = numbered.slice(titles)
  if (rest.length > mostRows) refuse('invalid', tooManyRows)
  return {
    name,
    headings: (head?.cells ?? []).map(textIn),
    rows: rest,
    from1904,
    notes: titles > 0 ? [...notes, `The headings are taken from row ${head?.row}.`] : notes,
  }
}

function fromText(bytes: Uint8Array): Sheet[] {
  if (startsWith(bytes, oleSign)) refuse('invalid', oldOrLocked(bytes))
  const text = textOf(bytes)
  if (text === undefined || text.includes('\u0000') || text.startsWith('%PDF'))
    refuse('invalid', 'This is not a spreadsheet. Choose a file of the kind XLSX or CSV')
  const parsed = parsedRows(text)
  const rows = parsed.map((cells) => cells.slice(0, mostColumns).map(cellOf))
  const sheet = asSheet('CSV', rows, false, [])
  // What follows was not read: that it is blank cannot be told.
  if (parsed.length > mostRows + spareLines) refuse('invalid', tooManyLines)
  if (sheet.headings.length < 2)
    refuse(
      'invalid',
      'This is not a spreadsheet: it has no columns. Choose a file of the kind XLSX or CSV',
    )
  return [sheet]
}

/** The container of old workbooks; it holds a workbook of today where a password protects it. */
const oldOrLocked = (bytes: Uint8Array): string =>
  Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? 'This workbook is protected by a password. Open it, take the password off, save it, and choose it again'
    : 'This is a workbook of the old kind XLS. Open it, save it as XLSX, and choose that file'

/** More lines than may be are not read to their end. */
function parsedRows(text: string) {
  try {
    return parseCsv(text, {
      typeInference: false,
      unescapeFormulae: true,
      maxRows: mostRows + spareLines + 1,
      skipEmptyRows: false,
    })
  } catch {
    return refuse(
      'invalid',
      'This file cannot be read as CSV. Save it again from the spreadsheet, and choose that file',
    )
  }
}

/** CSV as spreadsheets save it: UTF-8, UTF-16 with its mark, or the old Windows alphabet. */
function textOf(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return bytes.includes(0) ? undefined : new TextDecoder('windows-1252').decode(bytes)
  }
}
