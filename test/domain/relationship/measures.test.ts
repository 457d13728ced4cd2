import { describe, expect, it } from 'vitest'
import type {
  AssessmentFact,
  PairFact,
  RelationshipFacts,
  SharingFact,
} from '#domain/relationship/facts.ts'
import { baselineAssessed, weeklyAssessed } from '#domain/relationship/measures.ts'
import { scopeSent } from '#domain/relationship/scope-measure.ts'
import { addDays, addHours, addMinutes } from '#domain/shared/calendar.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'
import { page, ruleSets } from './builders.ts'

const startedAt = '2026-06-02T08:00:00.000Z'
/** Midday of a day together here, day 1 the first. */
const day = (n: number) => addDays('2026-06-02T11:00:00.000Z', n - 1)
const quarter = { from: '2026-05-31T23:00:00.000Z', to: '2026-06-30T23:00:00.000Z' }
const later = { at: '2026-06-30T20:00:00.000Z', auditSeq: 100 }

const assessed = (n: number, changes: Partial<AssessmentFact> = {}): AssessmentFact => ({
  recordId: `assessment of day ${n}`,
  version: 1,
  pairId: 'pair',
  ratedAt: day(n),
  enteredAt: addHours(day(n), 1),
  raters: 2,
  ...changes,
})
const assessments: Record<string, AssessmentFact> = {
  'on day 3': assessed(3),
  'on day 6': assessed(6),
  'on day 7': assessed(7),
  'on day 8': assessed(8),
  'on day 14': assessed(14),
  'on day 15': assessed(15),
  'on day 7, entered late': assessed(7, { enteredAt: addHours(day(7), 73) }),
  'on day 7, by nobody named': assessed(7, { raters: 0 }),
  'without a time': assessed(7, { ratedAt: null }),
  'before they were together': assessed(0),
}
const ends: Record<string, string | null> = {
  'goes on': null,
  'day 5': day(5),
  'day 10': day(10),
  'day 14, the last minute': '2026-06-15T22:59:00.000Z',
  'day 15': day(15),
}
const cuts: Record<string, { at: string; auditSeq: number }> = {
  later,
  'day 7': { at: day(7), auditSeq: 100 },
  'day 20': { at: day(20), auditSeq: 100 },
  'on the limit': { at: '2026-06-11T16:00:00.000Z', auditSeq: 100 },
  'before its limit': { at: '2026-06-11T16:00:00.000Z', auditSeq: 100 },
}

const pair = (until: string | undefined): PairFact => ({
  recordId: 'pair',
  version: 1,
  startedAt,
  endedAt: meaningOf(ends, until),
  motherId: 'mother',
  babyId: 'baby',
})
const facts = (changes: Partial<RelationshipFacts>): RelationshipFacts => ({
  pairs: [],
  assessments: [],
  network: [],
  sharings: [],
  acknowledgements: [],
  ruleSets,
  ...changes,
})
const ratedOf = (row: Record<string, string>) =>
  row.assessment === 'none'
    ? []
    : (row.assessment ?? '').split('; ').map((word) => meaningOf(assessments, word))

describe('measure 5d-1', () => {
  it.each(tableUnder(page, '4. Measure 5d-1').map((row) => [row.line, row] as const))(
    'line %s of docs/states/relationship.md',
    (_, row) => {
      const given = facts({
        pairs: [pair(row['together until'])],
        assessments: ratedOf(row),
      })
      const members = baselineAssessed.members(given, quarter, meaningOf(cuts, row.cut))
      expect(members.map((member) => member.class)).toEqual([row.class])
    },
  )

  it('places each mother and baby once, by the end of day 7', () => {
    const given = facts({ pairs: [pair('goes on')] })
    const members = (from: string, to: string) =>
      baselineAssessed.members(given, { from, to }, later).length
    const end = '2026-06-08T23:00:00.000Z'
    expect(members(quarter.from, end)).toBe(0)
    expect(members(end, quarter.to)).toBe(1)
  })
})

describe('measure 5d-2', () => {
  it.each(tableUnder(page, '5. Measure 5d-2').map((row) => [row.line, row] as const))(
    'line %s of docs/states/relationship.md',
    (_, row) => {
      const given = facts({ pairs: [pair(row['together until'])], assessments: ratedOf(row) })
      const cut = meaningOf(cuts, row.cut)
      const members = weeklyAssessed.members(given, quarter, cut)
      const classOf = (n: number) => members.find(({ key }) => key === `pair:${n}`)?.class ?? '-'
      expect([classOf(2), classOf(3)]).toEqual([row['week 2'], row['week 3']])
    },
  )

  it('counts each week once over periods side by side', () => {
    const given = facts({ pairs: [pair('goes on')] })
    const cut = { at: '2026-09-01T00:00:00.000Z', auditSeq: 100 }
    const whole = { from: quarter.from, to: '2026-08-31T23:00:00.000Z' }
    const middle = '2026-07-07T13:17:00.000Z'
    const keys = (from: string, to: string) =>
      weeklyAssessed.members(given, { from, to }, cut).map(({ key }) => key)
    expect([...keys(whole.from, middle), ...keys(middle, whole.to)]).toEqual(
      keys(whole.from, whole.to),
    )
  })
})

describe('measure 5d-6', () => {
  const agencies: Record<string, string[]> = {
    'social worker': ['social-worker', 'health-visitor'],
    'health visitor': ['health-visitor'],
    none: [],
  }
  const inTime = '2026-06-09T09:00:00.000Z'
  const dueAt = '2026-06-16T16:00:00.000Z'
  const acknowledged: Record<string, string | null | undefined> = {
    'in time': dueAt,
    late: addMinutes(dueAt, 1),
    no: undefined,
    'not known': null,
  }
  const sharing = (cell: string | undefined): SharingFact[] => {
    if (cell === undefined || cell === '-') return []
    const [recipient, ...when] = cell.split(' ')
    return [
      {
        recordId: 'sharing',
        version: 1,
        pairId: 'pair',
        recipient: recipient as SharingFact['recipient'],
        sharedAt: when.join(' ') === 'late' ? '2026-06-11T16:01:00.000Z' : inTime,
        acknowledgeDueAt: recipient === 'mother' ? null : dueAt,
      },
    ]
  }

  it.each(tableUnder(page, '6. Measure 5d-6').map((row) => [row.line, row] as const))(
    'line %s of docs/states/relationship.md',
    (_, row) => {
      const at = meaningOf(acknowledged, row.acknowledged)
      const given = facts({
        pairs: [pair(row['together until'])],
        network: meaningOf(agencies, row['professionals outside']).map((agency) => ({
          recordId: agency,
          version: 1,
          personId: 'baby',
          agency,
        })),
        sharings: sharing(row.sent),
        acknowledgements:
          at === undefined
            ? []
            : [{ recordId: 'answer', version: 1, subjectId: 'sharing', acknowledgedAt: at }],
      })
      const members = scopeSent.members(given, quarter, meaningOf(cuts, row.cut))
      expect(members.map((member) => member.class)).toEqual([row.class])
    },
  )
})
