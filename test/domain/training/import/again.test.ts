import { describe, expect, it } from 'vitest'
import {
  type CertificateRegister,
  certificateKey,
  planCertificates,
} from '#domain/training/import/certificates.ts'
import { guessColumns } from '#domain/training/import/columns.ts'
import type { CertificateSays } from '#domain/training/import/differences.ts'
import type { Answers } from '#domain/training/import/plan.ts'
import { dutyKey, planRoster } from '#domain/training/import/roster.ts'
import type { Cell, Sheet } from '#domain/training/import/sheet.ts'
import { planStaff } from '#domain/training/import/staff.ts'
import { tableUnder } from '../../../support/markdown-table.ts'
import { meaningOf } from '../../../support/truth-words.ts'
import { page } from '../builders.ts'

const sheetOf = (headings: string[], rows: readonly Cell[][]): Sheet => ({
  name: 'CSV',
  headings,
  rows: rows.map((cells, index) => ({ row: index + 2, cells })),
  from1904: false,
  notes: [],
})
const ann = {
  staffId: 'ann',
  name: 'Ann',
  profession: 'Registered nurse',
  professionCode: 'registered-nurse',
  employment: 'substantive',
  registration: null,
  startedOn: '2020-01-01',
  leftOn: null,
}
const course = {
  id: 'l3',
  title: 'Level 3',
  topics: ['TRN-01', 'TRN-02'],
  minutes: 480,
  validMonths: null,
}
const says: CertificateSays = {
  expiresOn: '2027-05-01',
  minutes: 480,
  topics: ['TRN-01'],
  agenciesPresent: ['police'],
}
const key = certificateKey({
  staffId: 'ann',
  courseId: 'l3',
  completedOn: '2026-05-01',
  expiresOn: null,
})
const answers: Answers = { dateOrder: 'day-first', takenOut: null, words: {}, people: {} }
const headings = ['Name', 'Course', 'Completed', 'Expires', 'Hours', 'Topics', 'Other agencies']
const rowOf = (...more: Cell[]): Cell[] => ['Ann', 'Level 3', '2026-05-01', ...more]
const whole = rowOf('2027-05-01', '8', 'TRN-01', 'Police')

const plan = (rows: Cell[][], of: Partial<CertificateRegister>, given: Partial<Answers> = {}) =>
  planCertificates(
    sheetOf(headings, rows),
    guessColumns('certificates', headings),
    { ...answers, ...given },
    {
      staff: [ann],
      courses: [course],
      recorded: new Map(),
      corrected: new Set(),
      takenOut: new Set(),
      today: '2026-11-23',
      ...of,
    },
  )

const recorded: Record<string, Partial<CertificateRegister>> = {
  no: {},
  yes: { recorded: new Map([[key, says]]) },
  'corrected since': { corrected: new Set([key]) },
  'taken out': { takenOut: new Set([key]) },
  'taken out, and recorded anew': {
    recorded: new Map([[key, says]]),
    takenOut: new Set([key]),
  },
  'in an earlier row': {},
}
const files: Record<string, Cell[]> = {
  '-': whole,
  'the same': whole,
  'the old': whole,
  'nothing beside the day': rowOf('', '', '', ''),
  otherwise: rowOf('2028-05-01', '6', 'TRN-01 TRN-02', 'none'),
}
const takenOut = { '-': null, 'stays out': 'leave-out', again: 'take-again' } as const

describe('a file of certificates that is imported again', () => {
  it.each(tableUnder(page, '11. A file that').map((row) => [row.line ?? '', row] as const))(
    'line %s of docs/states/training.md',
    (_, row) => {
      const earlier = row.recorded === 'in an earlier row' ? [whole] : []
      const { lines, made, questions } = plan(
        [...earlier, meaningOf(files, row['the file says'])],
        meaningOf(recorded, row.recorded),
        { takenOut: meaningOf<Answers['takenOut']>(takenOut, row.answer) },
      )
      expect(lines.at(-1)?.outcome).toBe(row.outcome)
      expect(made).toHaveLength(earlier.length + (row.outcome === 'add' ? 1 : 0))
      const isTakenOut = row.recorded === 'taken out'
      expect(questions.map(({ ask }) => ask)).toEqual(isTakenOut ? ['taken-out'] : [])
    },
  )

  it('says in what it differs, and what to do', () => {
    const topics = { ...course, topics: ['TRN-01', 'TRN-02'] }
    const [line] = plan([files.otherwise ?? []], {
      recorded: new Map([[key, says]]),
      courses: [topics],
    }).lines
    expect(line?.messages).toEqual([
      'Expires: 1 May 2028 in the file, 1 May 2027 recorded',
      'Hours: 6 in the file, 8 recorded',
      'Topics: TRN-01 TRN-02 in the file, TRN-01 recorded',
      'Other agencies: none in the file, Police recorded',
      'Nothing is changed. If the file is right, correct the certificate by hand',
    ])
  })
})

describe('a roster that is imported again', () => {
  const duty = {
    staffId: 'ann',
    startsAt: '2026-11-24T07:00:00.000Z',
    endsAt: '2026-11-24T19:30:00.000Z',
    nurseInCharge: false,
  }
  const of = ['Name', 'Day', 'Starts', 'Ends', 'Nurse in charge']
  const shift = ['Ann', '24/11/2026', '07:00', '19:30', 'no']
  const rostered = (row: Cell[], register: object, given: Partial<Answers> = {}) =>
    planRoster(
      sheetOf(of, [row]),
      guessColumns('roster', of),
      { ...answers, ...given },
      {
        staff: [ann],
        today: '2026-11-23',
        dutiesBetween: () => [],
        changed: new Set(),
        takenOut: new Set(),
        ...register,
      },
    ).lines[0]

  it('brings back no shift that was taken off by hand, unless somebody says so', () => {
    const off = { takenOut: new Set([dutyKey(duty)]) }
    expect(rostered(shift, off)?.outcome).toBe('asked')
    expect(rostered(shift, off, { takenOut: 'leave-out' })?.outcome).toBe('left-out')
    expect(rostered(shift, off, { takenOut: 'take-again' })).toMatchObject({
      outcome: 'add',
      messages: ['On the roster before, and taken off by hand'],
    })
  })

  it('brings back no shift that was moved by hand', () => {
    const moved = {
      ...duty,
      startsAt: '2026-11-25T07:00:00.000Z',
      endsAt: '2026-11-25T19:30:00.000Z',
    }
    const before = { changed: new Set([dutyKey(duty)]), dutiesBetween: () => [moved] }
    expect(rostered(shift, before)?.outcome).toBe('differs')
  })

  it('says that somebody else is in charge in the file', () => {
    const there = { dutiesBetween: () => [duty] }
    expect(rostered(shift, there)?.outcome).toBe('already')
    expect(rostered([...shift.slice(0, 4), 'yes'], there)).toMatchObject({
      outcome: 'differs',
      messages: [expect.stringContaining('yes in the file, no on the roster')],
    })
  })
})

describe('a list of staff that is imported again', () => {
  const of = ['Name', 'Profession', 'Employed as', 'Registration number', 'Started', 'Left']
  const person = (row: Cell[]) =>
    planStaff(sheetOf(of, [row]), guessColumns('staff', of), answers, {
      staff: [ann],
      today: '2026-11-23',
    }).lines[0]

  it('says in what the file differs from the register', () => {
    expect(person(['Ann', 'Nurse', 'Permanent', '', '2020-01-01', ''])?.outcome).toBe('already')
    expect(person(['Ann', 'Psychologist', 'Bank', '', '2020-01-01', '2026-10-01'])).toMatchObject({
      outcome: 'differs',
      messages: [
        'Profession: Psychologist in the file, Registered nurse in the register',
        'Employed as: Bank in the file, Substantive in the register',
        'Left: 1 Oct 2026 in the file, nothing in the register',
        'Nothing is changed. If the file is right, correct the register by hand',
      ],
    })
  })
})
