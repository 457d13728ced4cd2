import { zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readSheets } from '../../../../../electron/features/training/import/read-sheet.ts'
import { csv, workbook } from '../../../../support/sheets.ts'

const text = (words: string) => new TextEncoder().encode(words)
const many = (rows: number) =>
  csv(
    'Name,Course,Completed',
    ...Array.from({ length: rows }, (_, index) => `A ${index},B,2026-01-01`),
  )

const rowsBehind = (blanks: number) => [
  'Name,Course,Completed',
  'A,B,2026-01-01',
  ...Array.from({ length: blanks }, () => ',,'),
  'C,D,2026-01-01',
]

test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
  ['nothing in it', () => csv('Name,Course', ''), 'nothing under the headings'],
  ['a PDF', () => text('%PDF-1.7 etc'), 'not a spreadsheet'],
  ['a letter', () => text('Dear colleague'), 'it has no columns'],
  ['bytes', () => new Uint8Array([1, 0, 2, 0, 3, 0, 4]), 'not a spreadsheet'],
  [
    'another ZIP',
    () => zipSync({ 'word/document.xml': text('x') }),
    'not a workbook of the kind XLSX',
  ],
  [
    'a ZIP that was cut off',
    async () => (await workbook({ rows: [['a', 'b']] })).slice(0, 300),
    'damaged',
  ],
  [
    'a workbook that holds rubbish',
    () => zipSync({ 'xl/workbook.xml': text('<rubbish') }),
    'damaged or cannot be read',
  ],
  [
    'a password',
    () =>
      writeXlsx({
        sheets: [{ name: 'A', rows: [['a', 'b']] }],
        encryption: { password: 'rowan', spinCount: 10 },
      }),
    'protected by a password',
  ],
  [
    'a workbook of the old kind',
    () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600)]),
    'old kind XLS',
  ],
  [
    'a small ZIP that unpacks to 120 MB',
    () => zipSync({ 'xl/workbook.xml': text('<x/>'), 'xl/big': new Uint8Array(120_000_000) }),
    'unpacks to more than 100 MB',
  ],
  ['50,001 rows', () => many(50_001), 'more than 50,000 rows'],
  ['100,000 rows', () => many(100_000), 'more than 50,000 rows'],
  ['rows behind 60,000 blank lines', () => csv(...rowsBehind(60_000)), 'more than 50,000 lines'],
])('a file with %s is refused in words', async (_, make, message) => {
  await expect(readSheets(await make())).rejects.toMatchObject({
    failure: { code: 'invalid', message: expect.stringContaining(message) },
  })
})

test('50,000 rows are read', async () => {
  expect((await readSheets(many(50_000)))[0]?.rows).toHaveLength(50_000)
})

test('a title above the headings is no heading, in a workbook and in CSV', async () => {
  const rows = [['Training register'], ['Name', 'Course'], ['Ann', 'B']]
  const [sheet] = await readSheets(await workbook({ rows }))
  const [lines] = await readSheets(csv('Training register', '', 'Name,Course', 'Ann,B'))
  expect(sheet).toMatchObject({
    headings: ['Name', 'Course'],
    rows: [{ row: 3, cells: ['Ann', 'B'] }],
    notes: ['The headings are taken from row 2.'],
  })
  expect(lines).toMatchObject({ headings: ['Name', 'Course'], rows: [{ row: 4 }] })
})

test.each<[string, Uint8Array]>([
  ['UTF-8 with its mark', text('\ufeffName;Course\r\nZoë;B')],
  ['the old Windows alphabet', Uint8Array.from(Buffer.from('Name;Course\r\nZo\xeb;B', 'latin1'))],
  ['UTF-16', Uint8Array.from(Buffer.from('\ufeffName\tCourse\r\nZoë\tB', 'utf16le'))],
])('CSV in %s is read with its accents', async (_, bytes) => {
  const [sheet] = await readSheets(bytes)
  expect(sheet).toMatchObject({
    headings: ['Name', 'Course'],
    rows: [{ row: 2, cells: ['Zoë', 'B'] }],
  })
})

test('rows keep the numbers that the spreadsheet shows, and a number keeps its noughts', async () => {
  const [sheet] = await readSheets(csv('', 'Name,Pin', '', 'Ann,0012345'))
  expect(sheet).toMatchObject({
    headings: ['Name', 'Pin'],
    rows: [{ row: 4, cells: ['Ann', '0012345'] }],
  })
})
