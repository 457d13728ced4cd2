import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantToLocal } from '#domain/shared/calendar.ts'
import { guessColumns } from '#domain/training/import/columns.ts'
import {
  planRoster,
  type RosterPerson,
  type RosterRegister,
} from '#domain/training/import/roster.ts'
import type { Cell, Sheet } from '#domain/training/import/sheet.ts'
import { readTime } from '#domain/training/import/times.ts'
import { tableUnder } from '../../../support/markdown-table.ts'

const page = readFileSync('docs/states/training.md', 'utf8')
const headings = ['Name', 'Day', 'Starts', 'Ends', 'Nurse in charge']
const sheetOf = (rows: readonly Cell[][]): Sheet => ({
  name: 'CSV',
  headings,
  rows: rows.map((cells, index) => ({ row: index + 2, cells })),
  from1904: false,
  notes: [],
})
const person = (staffId: string, name: string, professionCode: string, leftOn: string | null) =>
  ({
    staffId,
    name,
    professionCode,
    profession: professionCode,
    registration: null,
    startedOn: '2020-01-01',
    leftOn,
  }) satisfies RosterPerson
const register = {
  staff: [
    person('ann', 'Ann', 'registered-nurse', null),
    person('bea', 'Bea', 'nursery-nurse', '2026-11-30'),
    person('cy', 'Cy', 'registered-nurse', null),
    person('cy2', 'Cy', 'psychologist', null),
  ],
  today: '2026-11-23',
  dutiesBetween: () => [
    {
      staffId: 'ann',
      startsAt: '2026-11-24T07:00:00.000Z',
      endsAt: '2026-11-24T19:30:00.000Z',
      nurseInCharge: false,
    },
  ],
  changed: new Set([]),
  takenOut: new Set([]),
} satisfies RosterRegister
const answers = { dateOrder: 'day-first', takenOut: null, words: {}, people: {} } as const
const map = guessColumns('roster', headings)
const plan = (rows: Cell[][], of: Partial<typeof answers> = {}) =>
  planRoster(sheetOf(rows), map, { ...answers, ...of }, register)

const localText = (at: string | undefined) => {
  const { date, time } = instantToLocal(at ?? '')
  return `${Number(date.slice(8))} ${time}`
}

describe('the rows of a roster', () => {
  it.each(tableUnder(page, '8. The rows of a roster').map((row) => [row.line ?? '', row] as const))(
    'line %s of docs/states/training.md',
    (_, row) => {
      const { lines, made, questions } = plan([
        [row.who, row.day, row.starts, row.ends, row['in charge']].map((cell) => cell || null),
      ])
      expect(lines[0]?.outcome).toBe(row.outcome)
      const reads = row['reads as'] ?? ''
      if (row.outcome === 'add')
        expect(`${localText(made[0]?.startsAt)} to ${localText(made[0]?.endsAt)}`).toBe(reads)
      else if (row.outcome === 'asked') expect(questions).toHaveLength(1)
      else expect(lines[0]?.messages.join(' ')).toContain(reads)
    },
  )

  it('takes the same row once, and says which rows of the file meet', () => {
    const { lines } = plan([
      ['Ann', '25/11/2026', '07:00', '19:30', null],
      ['Ann', '25/11/2026', '07:00', '19:30', null],
      ['Ann', '25/11/2026', '19:00', '07:30', null],
    ])
    expect(lines.map(({ outcome }) => outcome)).toEqual(['add', 'already', 'fault'])
    expect(lines[2]?.messages[0]).toBe('Meets the shift of row 2, 25 Nov 2026 07:00 to 19:30')
  })

  it('asks in which order days are, also where they stand before a time', () => {
    const rows = [['Ann', null, '03/12/2026 07:00', '19:30', null]]
    const open = plan(rows, { dateOrder: null } as never)
    expect(open.questions).toMatchObject([{ ask: 'date-order', examples: ['03/12/2026'] }])
    expect(open.lines[0]?.outcome).toBe('asked')
    expect(plan(rows).made[0]?.startsAt).toBe('2026-12-03T07:00:00.000Z')
  })

  it('judges a day by the post and the time here of that day', () => {
    const back = {
      ...person('dee', 'Dee', 'nursery-nurse', null),
      startedOn: '2026-11-01',
      earlier: [
        {
          profession: 'registered-nurse',
          employment: 'bank',
          fromOn: '2026-01-01',
          untilOn: '2026-06-30',
        },
      ],
    }
    const of = (day: string, staff: RosterPerson = back) =>
      planRoster(sheetOf([['Dee', day, '07:00', '19:30', 'yes']]), map, answers, {
        ...register,
        staff: [staff],
      }).lines[0]
    expect(of('01/06/2026')?.outcome).toBe('add')
    expect(of('24/11/2026')?.messages.join()).toContain('must be a registered nurse')
    expect(of('01/08/2026')?.messages.join()).toContain('starts on 1 Nov 2026')
    expect(of('01/06/2026', { ...back, earlier: [] })?.outcome).toBe('fault')
  })

  it('takes the person who was meant of two of one name', () => {
    const row = ['Cy', '23/11/2026', '07:00', '19:30', 'yes']
    expect(plan([row], { people: { cy: 'cy' } } as never).made[0]?.staffId).toBe('cy')
    expect(plan([row], { people: { cy: 'cy2' } } as never).lines[0]?.messages.join()).toContain(
      'must be a registered nurse',
    )
  })
})

describe('the time in a cell', () => {
  it.each([
    [0.3125, { date: null, time: '07:30' }],
    [0.999999, { date: null, time: '00:00' }],
    [46_349.3125, { date: '2026-11-23', time: '07:30' }],
    ['2026-11-23 07:30', { date: '2026-11-23', time: '07:30' }],
    ['23-Nov-2026 07:30:00', { date: '2026-11-23', time: '07:30' }],
    ['12:15 am', { date: null, time: '00:15' }],
    ['12.15pm', { date: null, time: '12:15' }],
    ['01:30 (second)', { date: null, time: '01:30', which: 'second' }],
  ])('%s', (cell, read) => {
    expect(readTime(cell, 'day-first', false)).toEqual(read)
  })

  it.each([7, -0.5, 46_349, '7', '25:00', '07:60', '13:00 pm', 'Early', 'LD', '0x10'])(
    '%s is no time',
    (cell) => {
      expect(readTime(cell, 'day-first', false)).toMatchObject({ fault: expect.any(String) })
    },
  )

  it('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double()), (cell) => {
        readTime(cell, 'day-first', false)
      }),
    )
  })
})
