import { describe, expect, it } from 'vitest'
import type { DecisionFact } from '#domain/admission/facts.ts'
import { arrivalsInTime, decisionsInTime, refusalsExplained } from '#domain/admission/measures.ts'
import { addHours, addMinutes, startOfDay } from '#domain/shared/calendar.ts'
import type { ArrivalSource } from '#domain/stays/arrival-source.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'
import { aFile, decidedAt, page } from './builders.ts'
import { anArrival, aReferral, decisionOn, factsOf } from './facts-builder.ts'

const quarter = { from: startOfDay('2026-04-01'), to: startOfDay('2026-07-01') }
const later = { at: '2026-07-05T09:00:00.000Z', auditSeq: 100 }
const cutAt = (at: string) => ({ at, auditSeq: 100 })
const file = aFile()
const limit = addHours(file.receivedAt, 4)

describe('measure 5a-5', () => {
  const inTime = { decidedAt: addMinutes(limit, -5) }
  const late = { decidedAt: addMinutes(limit, 1) }
  const decisions: Record<string, DecisionFact[]> = {
    none: [],
    'offered in time': [decisionOn(file, 'offered', inTime)],
    'declined on the limit': [decisionOn(file, 'declined', { decidedAt: limit })],
    'offered late': [decisionOn(file, 'offered', late)],
    waiting: [decisionOn(file, 'waiting', inTime)],
    'withdrawn in time': [decisionOn(file, 'withdrawn', inTime)],
    'withdrawn late': [decisionOn(file, 'withdrawn', late)],
    'declined in time, offered late': [
      decisionOn(file, 'offered', late),
      decisionOn(file, 'declined', inTime),
    ],
    'offered without a time': [{ ...decisionOn(file, 'offered'), decidedAt: null }],
    'came in without an offer, in time': [],
    'came in without an offer, late': [],
    'waiting, then came in without an offer in time': [decisionOn(file, 'waiting', inTime)],
  }
  const cameAt = (words: string) =>
    !words.includes('came in') ? null : words.endsWith('late') ? late.decidedAt : inTime.decidedAt
  it.each(tableUnder(page, 'Measure 5a-5').map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, row) => {
      const decisionDueAt = row.recorded === 'fully' ? limit : null
      const facts = factsOf(file, meaningOf(decisions, row.decision), {
        referrals: [
          aReferral(file, { decisionDueAt, cameWithoutOfferAt: cameAt(row.decision ?? '') }),
        ],
      })
      const cut = row.cut === 'before the limit' ? cutAt(limit) : later
      const [member] = decisionsInTime.members(facts, quarter, cut)
      expect(member?.class).toBe(row.class)
    },
  )

  it('shows planned and unplanned apart, placed by when the referral came', () => {
    const facts = factsOf(file, [], {
      referrals: [
        aReferral(file),
        aReferral(file, { recordId: 'planned', planned: true }),
        aReferral(file, { recordId: 'next quarter', receivedAt: quarter.to }),
        aReferral(file, { recordId: 'first moment', receivedAt: quarter.from }),
      ],
    })
    expect(
      decisionsInTime.members(facts, quarter, later).map((one) => [one.key, one.group]),
    ).toEqual([
      ['referral', 'Unplanned'],
      ['planned', 'Planned'],
      ['first moment', 'Unplanned'],
    ])
  })
})

describe('measure 5a-6', () => {
  const arrivedAt = addHours(decidedAt, 48)
  const offers: Record<string, DecisionFact[]> = {
    '24 h before': [decisionOn(file, 'offered', { decidedAt: addHours(arrivedAt, -24) })],
    '24 h 1 min before': [
      decisionOn(file, 'offered', { decidedAt: addMinutes(arrivedAt, -24 * 60 - 1) }),
    ],
    '25 h before, and again 2 h before': [
      decisionOn(file, 'offered', { decidedAt: addHours(arrivedAt, -2) }),
      decisionOn(file, 'offered', { decidedAt: addHours(arrivedAt, -25) }),
    ],
    '25 h before, declined, and again 2 h before': [
      decisionOn(file, 'offered', { decidedAt: addHours(arrivedAt, -25) }),
      decisionOn(file, 'declined', { decidedAt: addHours(arrivedAt, -20) }),
      decisionOn(file, 'offered', { decidedAt: addHours(arrivedAt, -2) }),
    ],
    '2 h before': [decisionOn(file, 'offered', { decidedAt: addHours(arrivedAt, -2) })],
    'not recorded': [],
    'without a time': [{ ...decisionOn(file, 'offered'), decidedAt: null }],
  }
  const planned = { yes: true, no: false, 'not recorded': null }
  it.each(tableUnder(page, 'Measure 5a-6').map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, row) => {
      const { planned: isPlanned } = row
      const tied = row['came from'] !== 'no referral'
      const arrival = anArrival(arrivedAt, tied ? (row['came from'] as ArrivalSource) : null, {
        planned: isPlanned === 'yes',
      })
      const facts = factsOf(file, meaningOf(offers, row.accepted), {
        referrals: [aReferral(file, { planned: meaningOf<boolean | null>(planned, row.planned) })],
        arrivals: [arrival],
      })
      const [member] = arrivalsInTime.members(facts, quarter, later)
      expect(member?.class ?? 'not counted').toBe(row.class)
    },
  )
})

describe('measure 5a-7', () => {
  const dueAt = addHours(decidedAt, 24)
  const told = { 'in time': dueAt, late: addMinutes(dueAt, 1), not: null }
  const signposting: Record<string, Partial<DecisionFact>> = {
    given: { signposting: ['RES-2'] },
    'why nothing fits': { signpostingNote: 'Nothing fits: she is well' },
    none: { signposting: [], signpostingNote: '  ' },
  }
  it.each(tableUnder(page, 'Measure 5a-7').map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, row) => {
      const decision = decisionOn(file, 'declined', {
        ...meaningOf(signposting, row.signposting),
        reasonCode: row.reason === 'given' ? 'parenting-assessment-only' : null,
        referrerToldAt: meaningOf<string | null>(told, row['referrer told']),
        referrerToldDueAt: row.limit === 'not recorded' ? null : dueAt,
      })
      const cut = row.cut === 'before the limit' ? cutAt(dueAt) : later
      const [member] = refusalsExplained.members(factsOf(file, [decision]), quarter, cut)
      expect(member?.class).toBe(row.class)
    },
  )

  it('counts refusals alone', () => {
    const facts = factsOf(file, [decisionOn(file, 'offered'), decisionOn(file, 'waiting')])
    expect(refusalsExplained.members(facts, quarter, later)).toEqual([])
  })
})
