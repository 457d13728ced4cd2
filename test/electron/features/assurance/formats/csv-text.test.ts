import fc from 'fast-check'
import { parseCsv } from 'hucre/csv'
import { describe, expect, it } from 'vitest'
import { type DataTable, percent, text, whole } from '#domain/assurance/tables/table.ts'
import { csvText, inert } from '../../../../../electron/features/assurance/formats/csv-text.ts'

const payloads = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1,1)',
  '=HYPERLINK("http://example.test","x")',
  "=cmd|' /C calc'!A0",
  '|calc',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\ttext',
  ' =1+1',
  '\u00a0=1+1',
  '\ufeff=1+1',
  '\u200b=1+1',
  '\u2060@x',
  '\u00ad=1',
  '\u3000+1',
  '\uff1d1+1',
  '\uff0b1',
  '\uff0d1',
  '\uff20x',
  '  \t =1+1',
  '=WEBSERVICE("http://example.test")',
]
const table = (value: string): DataTable => ({
  name: 'T',
  about: '',
  columns: [text('a', 'A'), text('b', 'B')],
  rows: [[value, 'last']],
})
const readBack = (value: string) => (parseCsv(csvText(table(value))) as string[][])[1]

describe('a text in CSV', () => {
  it.each(payloads)('that a spreadsheet would run is made inert: %j', (payload) => {
    expect(inert(payload)).toBe(`'${payload}`)
    expect(csvText(table(payload))).not.toMatch(/(^|,|\r\n)"?[\s\u00a0\ufeff\u200b]*[=+\-@|]/)
  })

  it.each(['Jo', 'a=b', '5a-1', '–', 'R-7K4M2-XDP9R', 'day 3, 14:02', '12 not tested', ''])(
    'that is plain stays as it is: %j',
    (plain) => expect(inert(plain)).toBe(plain),
  )

  it('comes back whole, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (value) => {
        const expected = inert(value)
        fc.pre(!expected.includes('\r'))
        expect(readBack(value)).toEqual([expected, 'last'])
      }),
    )
  })
})

describe('a number in CSV', () => {
  it('is a number: negative ones are not marked, a percentage has one decimal, nothing is empty text', () => {
    const numbers: DataTable = {
      name: 'T',
      about: '',
      columns: [whole('d', 'Day'), percent('r', 'Rate'), percent('s', 'Rate')],
      rows: [
        [-3, 875, null],
        [0, 0, 1000],
      ],
    }
    expect(csvText(numbers)).toBe('\ufeffDay,Rate (%),Rate (%)\r\n-3,87.5,\r\n0,0.0,100.0\r\n')
  })
})
