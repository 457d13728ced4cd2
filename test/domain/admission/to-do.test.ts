import { describe, expect, test } from 'vitest'
import { type ToDoFacts, toDoOf } from '#domain/admission/to-do.ts'
import { addHours } from '#domain/shared/calendar.ts'
import { shipped } from './builders.ts'

const now = '2026-06-15T10:00:00.000Z'
const base: ToDoFacts = {
  stage: 'checking',
  planned: false,
  decisionDueAt: addHours(now, 1),
  decisions: [],
  asked: [],
  overrides: [],
  holds: [],
  referrer: { kind: 'direct' },
  ended: false,
}
const kinds = (facts: Partial<ToDoFacts>) =>
  toDoOf({ ...base, ...facts }, shipped.criteria, now).map(({ kind, late }) =>
    late ? `${kind} late` : kind,
  )
const decision = (outcome: 'offered' | 'declined', changes: object = {}) => ({
  recordId: '00000000-0000-7000-8000-000000000001',
  version: 1,
  recordedAt: now,
  outcome,
  decidedAt: addHours(now, -1),
  referrerToldAt: null,
  referrerToldDueAt: null,
  ...changes,
})
const agreed = {
  recordId: '00000000-0000-7000-8000-000000000002',
  version: 1,
  recordedAt: now,
  ruleId: 'ADM-R-14',
  because: 'She cannot wait',
  dueAt: addHours(now, 24),
  first: { staffId: 'a', role: 'consultant', nurseInCharge: false },
  overriddenAt: addHours(now, -25),
  second: { staffId: 'b', role: 'ward-manager', nurseInCharge: false },
  secondBy: 'telephone',
  secondSignedAt: null,
} as const
const held = {
  ruleId: 'ADM-R-14',
  overrideAgainst: ['ADM-R-14'],
  kind: 'information',
  reason: 'Supervision demanded: nobody has been asked yet',
  toldAs: 'Supervision demanded: not there yet',
  answer: 'It is told',
  release: 'It is told',
  missing: true,
  overridable: true,
  since: now,
  override: { state: 'unsigned', why: '', overrideId: agreed.recordId },
} as const

describe('what is to do', () => {
  test.each<[string, Partial<ToDoFacts>, string[]]>([
    ['a referral without a decision', {}, ['decide']],
    ['one past its limit', { decisionDueAt: addHours(now, -1) }, ['decide late']],
    ['one that waits', { stage: 'waiting' }, ['decide']],
    ['an offer that was re-opened', { stage: 're-opened' }, ['decide']],
    ['an unplanned offer', { stage: 'offered', decisions: [decision('offered')] }, ['arrive']],
    ['a planned offer', { stage: 'offered', planned: true, decisions: [decision('offered')] }, []],
    [
      'a decline of which the referrer was not told',
      {
        stage: 'declined',
        decisions: [decision('declined', { referrerToldDueAt: addHours(now, 3) })],
      },
      ['tell-referrer'],
    ],
    [
      'a decline of which the referrer was told',
      {
        stage: 'declined',
        decisions: [
          decision('declined', { referrerToldDueAt: addHours(now, 3), referrerToldAt: now }),
        ],
      },
      [],
    ],
    [
      'an item asked for and not received',
      { asked: [{ title: 'Who the mother is', askedOf: 'GP', chaseDueAt: addHours(now, -2) }] },
      ['chase late', 'decide'],
    ],
    [
      'an arrival on an override by telephone',
      { stage: 'arrived', overrides: [agreed], holds: [held] },
      ['sign late', 'missing'],
    ],
    [
      'an arrival on one where all came in',
      { stage: 'arrived', overrides: [{ ...agreed, secondSignedAt: now }] },
      [],
    ],
    [
      'a stay that has ended, on an override by telephone that was never signed',
      { stage: 'arrived', overrides: [agreed], holds: [held], ended: true },
      [],
    ],
    [
      'one that ended while it may still be signed in time',
      { stage: 'arrived', overrides: [{ ...agreed, overriddenAt: now }], ended: true },
      ['sign'],
    ],
    [
      'a referral that was withdrawn',
      { stage: 'withdrawn', asked: [{ title: 'x', askedOf: null, chaseDueAt: now }], ended: true },
      [],
    ],
  ])('%s', (_what, facts, expected) => {
    expect(kinds(facts)).toEqual(expected)
  })
})
