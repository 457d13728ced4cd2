import { describe, expect, it } from 'vitest'
import { overridesByTwoPeople } from '#domain/admission/offer-measures.ts'
import type { Override, ReferralFile } from '#domain/admission/record.ts'
import { addDaysToDate, addHours, addMinutes, startOfDay } from '#domain/shared/calendar.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'
import {
  aCheck,
  aFile,
  anOverride,
  decidedAt,
  page,
  person,
  today,
  withAnswer,
  withItem,
} from './builders.ts'
import { decisionOn, factsOf } from './facts-builder.ts'

const quarter = { from: startOfDay('2026-04-01'), to: startOfDay('2026-07-01') }
const dueAt = addHours(decidedAt, 24)
const inTime = addHours(decidedAt, 20)
const late = addMinutes(dueAt, 1)

const file = aFile()
const present = withAnswer(file, 'ADM-X-04', 'yes')
const open = withItem(file, 'ADM-R-06', { outcome: 'open', receivedAt: null })
const unknown = withAnswer(file, 'ADM-I-05', 'not-known')
const undated: ReferralFile = { ...file, facts: { ...file.facts, motherBornOn: null } }
const unchecked: ReferralFile = { ...file, cpisChecks: [] }

const exclusion = (changes: Partial<Override> = {}) =>
  anOverride('ADM-X-04', { dueAt: null, ...changes })
const of = (base: ReferralFile, ...overrides: Override[]): ReferralFile => ({ ...base, overrides })
const twice = { second: person('consultant') }

const behind: Record<string, ReferralFile> = {
  none: file,
  'an exclusion, by password': of(present, exclusion()),
  'an exclusion, by the same person twice': of(present, exclusion(twice)),
  'an exclusion, without a reason': of(present, exclusion({ because: ' ' })),
  'an exclusion, by telephone': of(present, exclusion({ secondBy: 'telephone' })),
  'a must-know, by password': of(open, anOverride('ADM-R-06', { dueAt })),
  'a must-know without a deadline, by password': of(open, anOverride('ADM-R-06', { dueAt: null })),
  'a clause not known, by password': of(unknown, anOverride('ADM-I-05', { dueAt })),
  'her date of birth not known, by password': of(
    undated,
    anOverride('ADM-I-07', { dueAt }),
    anOverride('ADM-X-05', { dueAt }),
  ),
  'CP-IS, by password': of(unchecked, anOverride('ADM-R-17', { dueAt })),
  'an exclusion by the same person twice; a must-know': of(
    withAnswer(open, 'ADM-X-04', 'yes'),
    exclusion(twice),
    anOverride('ADM-R-06', { dueAt }),
  ),
}

const signed = (at: string) => (then: ReferralFile) => ({
  ...then,
  overrides: then.overrides.map((one) => ({ ...one, secondSignedAt: at })),
})
const received =
  (receivedAt: string | null, describedOn = today) =>
  (then: ReferralFile) =>
    withItem(then, 'ADM-R-06', { receivedAt, describedOn })
const since: Record<string, (then: ReferralFile) => ReferralFile> = {
  nothing: (then) => then,
  'signed in time': signed(dueAt),
  'signed late': signed(late),
  'received in time': received(inTime),
  'received late': received(late),
  'received, without a time': received(null),
  'received, out of date already': received(inTime, addDaysToDate(today, -8)),
  'answered in time': (then) => withAnswer(then, 'ADM-I-05', 'yes', { answeredAt: inTime }),
  'answered late': (then) => withAnswer(then, 'ADM-I-05', 'yes', { answeredAt: late }),
  'date of birth recorded in time': (then) => ({
    ...then,
    facts: { ...then.facts, motherBornOn: '1990-01-01', recordedAt: inTime },
  }),
  'looked up in time': (then) => ({ ...then, cpisChecks: [aCheck({ checkedAt: inTime })] }),
}
const cuts = {
  later: '2026-07-05T09:00:00.000Z',
  'within 24 h': dueAt,
  'before the deadline': dueAt,
}

describe('measure 5a-4', () => {
  it.each(tableUnder(page, 'Measure 5a-4').map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, row) => {
      const then = meaningOf(behind, row['overrides behind the offer'])
      const now = meaningOf(since, row['since then'])(then)
      const overrideIds = then.overrides.map((one) => one.recordId)
      const facts = factsOf(now, [decisionOn(then, 'offered', { overrideIds })])
      const cut = { at: meaningOf(cuts, row.cut), auditSeq: 100 }
      const [member] = overridesByTwoPeople.members(facts, quarter, cut)
      expect(member?.class ?? 'not counted').toBe(row.class)
      if (member) expect(member.overridden).toBe(true)
    },
  )

  it('an out-of-date answer counts as in only once it was given anew', () => {
    const old = { describedOn: addDaysToDate(today, -8), answeredAt: addHours(decidedAt, -200) }
    const then = of(withAnswer(file, 'ADM-X-10', 'no', old), anOverride('ADM-X-10', { dueAt }))
    const facts = (now: ReferralFile) => factsOf(now, [decisionOn(then, 'offered')])
    const cut = { at: cuts.later, auditSeq: 100 }
    const classOf = (now: ReferralFile) =>
      overridesByTwoPeople.members(facts(now), quarter, cut)[0]?.class
    expect(classOf(then)).toBe('fail')
    expect(classOf(withAnswer(then, 'ADM-X-10', 'no', { answeredAt: inTime }))).toBe('pass')
  })

  it('a group counts as in once each of its open clauses is answered', () => {
    let then = withAnswer(file, 'ADM-I-03', 'not-known')
    then = of(withAnswer(then, 'ADM-I-06', 'not-known'), anOverride('ADM-G-01', { dueAt }))
    const facts = (now: ReferralFile) => factsOf(now, [decisionOn(then, 'offered')])
    const cut = { at: cuts.later, auditSeq: 100 }
    const classOf = (now: ReferralFile) =>
      overridesByTwoPeople.members(facts(now), quarter, cut)[0]?.class
    const half = withAnswer(then, 'ADM-I-03', 'yes', { answeredAt: inTime })
    expect(classOf(half)).toBe('fail')
    expect(classOf(withAnswer(half, 'ADM-I-06', 'no', { answeredAt: inTime }))).toBe('pass')
  })
})
