import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildReport } from '#domain/assurance/build-report.ts'
import {
  ageBand,
  allowedColumns,
  discloseReason,
  discloseRow,
  momentOf,
  momentText,
} from '#domain/assurance/disclosure.ts'
import { recordKey } from '#domain/assurance/report-input.ts'
import { measuresOfReport } from '#domain/assurance/report-model.ts'
import { contentHash } from '../../../electron/features/assurance/content-hash.ts'
import { makePseudonyms } from '../../../electron/features/assurance/pseudonyms.ts'
import { sampleId, sampleInput } from '../../support/assurance/sample-input.ts'

const pseudonym = makePseudonyms(new Uint8Array(32).fill(1)).of
const subject = { arrivedAt: '2026-07-03T22:30:00.000Z' }

describe('a record in a restricted report', () => {
  const row = {
    kind: 'renewal',
    startsAt: '2026-07-05T13:02:00.000Z',
    reviewDueAt: '2026-07-08T13:02:00.000Z',
    decidedByRole: 'nurse',
    author: sampleId('staff', 4),
    rationale: 'Jo said that Amber sleeps better',
    evidence: '',
    agreedWith: 'T. Example, social worker',
    motherToldAt: null,
  }
  const fields = discloseRow('supervision_decision', row, subject, pseudonym)

  it('tells times as the day of the stay and the clock', () => {
    expect(fields).toContainEqual({ label: 'Starts', value: 'day 3, 14:02', withheld: false })
  })

  it('shows that free text is there and was withheld, and says nothing for what is empty', () => {
    const reason = fields.find((field) => field.label === 'Reason')
    expect(reason).toEqual({
      label: 'Reason',
      value: 'withheld: free text that nobody has cleared',
      withheld: true,
    })
    expect(fields.map((field) => field.label)).not.toContain('Evidence')
  })

  it('names staff by pseudonym and leaves out every column that is not on the list', () => {
    const text = JSON.stringify(fields)
    expect(text).toContain(pseudonym('staff', row.author))
    for (const raw of [row.author, 'Jo', 'Example', '2026-07']) expect(text).not.toContain(raw)
  })

  it('withholds what stands in a code column and does not look like a code', () => {
    const found = discloseRow('supervision_decision', { kind: 'Jo Q, 9 weeks' }, subject, pseudonym)
    expect(found[0]?.value).toBe('withheld: not a code')
  })

  it.each([
    ['mental_health_act_status', { code: '03' }, '03'],
    ['improvement_action', { requirement: '5a' }, '5a'],
    ['duty_event', { sourceType: 'supervision_decision' }, 'supervision decision'],
    ['disagreement_step', { rung: 2 }, '2'],
  ])(
    'shows a code of %s, whether it begins with a figure, has parts or is a number',
    (type, told, value) => {
      expect(discloseRow(type, told, subject, pseudonym)).toMatchObject([
        { value, withheld: false },
      ])
    },
  )

  it.each(['9990000018', '123', '14052026', 'a b', '1st', 'Jo Q'])('keeps back %s', (typed) => {
    const [found] = discloseRow('duty_event', { sourceType: typed }, subject, pseudonym)
    expect(found?.withheld).toBe(true)
  })

  it('withholds a date that no stay can be counted from', () => {
    const [found] = discloseRow('supervision_decision', { startsAt: row.startsAt }, {}, pseudonym)
    expect(found?.value).toBe('withheld: a date outside a stay')
  })

  it('shows a list of codes, and withholds all of it where any of it may be text', () => {
    const topics = (typed: string) =>
      discloseRow('certificate', { topics: typed }, {}, pseudonym).map(({ value }) => value)
    expect(topics('TRN-01 TRN-02')).toEqual(['TRN-01, TRN-02'])
    expect(topics('TRN-01 9990000018')).toEqual(['withheld: not a list of codes'])
    expect(topics('')).toEqual([])
  })

  it('gives nothing of a type that is not on the list', () => {
    expect(discloseRow('person', { givenName: 'Amber' }, subject, pseudonym)).toEqual([])
  })
})

describe('a time', () => {
  it('counts the day of arrival as day 1, in local time, and says how long before it', () => {
    const text = (at: string) => momentText(momentOf(at, subject) ?? { day: 0, time: '' })
    expect(text('2026-07-03T22:59:00.000Z')).toBe('day 1, 23:59')
    expect(text('2026-07-03T23:00:00.000Z')).toBe('day 2, 00:00')
    expect(text('2026-07-02T11:00:00.000Z')).toBe('1 d before arrival, 12:00')
  })

  it('gives a baby a band of weeks, never an age', () => {
    expect(ageBand('2026-05-01', '2026-07-03T22:59:00.000Z')).toBe('4 to 12 weeks')
    expect(ageBand(undefined, '2026-07-03T22:59:00.000Z')).toBeNull()
  })
})

describe('the reason of a class', () => {
  it.each([
    'Reviewed on 2026-07-03.',
    'Signed 3 July by nobody.',
    'Due 03/07/2026.',
    'Number 999 000 0123 was wrong.',
    'Record 01890a5d-ac96-7b was missing.',
  ])('is withheld where it holds a date or a number: %s', (reason) => {
    expect(discloseReason(reason)).toMatch(/^withheld: /)
  })

  it.each([
    'Set 3 h 12 min after they were together.',
    'Not yet due: the limit had not run out at the cut.',
    'Level 3 lapsed 14 days before.',
  ])('stays where it is plain: %s', (reason) => {
    expect(discloseReason(reason)).toBe(reason)
  })
})

describe('a whole report', () => {
  it('holds no id, no birth date, no typed text, whatever stands in any column', () => {
    const canaries = fc.record({
      given: fc.constantFrom('Amberlyn', 'Idris-Möwe', 'Θεοδώρα'),
      number: fc.constantFrom('9990000018', '999 000 0026'),
      date: fc.constantFrom('2026-02-17', '17/02/2026'),
    })
    fc.assert(
      fc.property(canaries, ({ given, number, date }) => {
        const columns = Object.values(allowedColumns)
          .flat()
          .map((allowed) => allowed.column)
        const note = `${given} born ${date}, NHS ${number}`
        const typed = Object.fromEntries(
          [...columns, 'givenName', 'bornOn', 'nhsNumber', 'note'].map((column) => [column, note]),
        )
        const input = sampleInput()
        const keys = input.runs.flatMap(({ members }) =>
          members.flatMap((member) => member.records.map(recordKey)),
        )
        const rows = new Map(keys.map((key) => [key, { ...typed, startsAt: `${date} ${given}` }]))
        const model = buildReport({ ...input, rows }, { pseudonym, hash: contentHash })
        const text = JSON.stringify(model)
        for (const secret of [given, number, date, note])
          expect(text.includes(secret), secret).toBe(false)
      }),
      { numRuns: 4 },
    )
  })

  it('shows no raw id, arrival or birth of anyone', () => {
    const input = sampleInput()
    const model = buildReport(input, { pseudonym, hash: contentHash })
    const listed = measuresOfReport(model).map(({ measure }) => measure.members)
    const text = JSON.stringify([listed, model.overrides, model.episodes])
    for (const [id, { arrivedAt, babyId, babyBornOn, stayId }] of input.subjects)
      for (const secret of [id, arrivedAt, babyId, babyBornOn, stayId])
        expect(text.includes(String(secret)), String(secret)).toBe(false)
  })
})
