import { describe, expect, it } from 'vitest'
import {
  clauseAnswerInput,
  decisionInput,
  overrideInput,
  receivedInput,
  referralInput,
} from '#domain/admission/input.ts'

const now = '2026-06-15T10:00:00.000Z'
const ahead = '2026-06-15T10:00:00.001Z'
const id = '018f0000-0000-7000-8000-000000000001'
const told = { kind: 'told', by: 'Dr A. Example, by telephone', on: '2026-06-15' }

interface Parser {
  safeParse(input: unknown): {
    error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined
  }
}
const faults = (schema: Parser, input: object) =>
  schema.safeParse(input).error?.issues.map((one) => [one.path.join('.'), one.message]) ?? []

const referral = {
  motherId: id,
  children: [{ personId: id, expectedOn: null }],
  referrer: 'crisis-team',
  referrerName: 'A. Example',
  referrerRole: 'Nurse',
  referrerOrganisation: 'Northshire crisis team',
  callBackNumber: '01234 567890 ext 12',
  receivedAt: now,
  planned: false,
  referralReason: 'Postpartum psychosis, day 9',
  motherStatus: '02',
  socialCare: 'not-known',
  sources: [{ kind: 'gp', name: 'Example Surgery' }],
}

describe('a referral by telephone', () => {
  it('is taken with not known as an answer', () => {
    expect(faults(referralInput(now), referral)).toEqual([])
  })

  it.each([
    [{ receivedAt: ahead }, 'receivedAt', 'Enter a time that is not in the future'],
    [
      { callBackNumber: 'ring the ward' },
      'callBackNumber',
      'Enter the telephone number in figures',
    ],
    [{ children: [] }, 'children', 'Enter the baby, or the pregnancy'],
    [
      { children: [{ personId: id, expectedOn: '2026-07-01' }] },
      'children.0',
      'A baby who is born has a date of birth, not an expected date',
    ],
    [{ planned: 'yes' }, 'planned', 'Say whether the admission is planned'],
    [{ socialCare: 'maybe' }, 'socialCare', "Say whether children's social care is involved"],
    [{ motherStatus: '55' }, 'motherStatus', 'Choose her legal status'],
    [{ referralReason: '' }, 'referralReason', 'Enter some text'],
    [{ referrerName: 'a\u0000b' }, 'referrerName', undefined],
    [{ referralReason: 'x'.repeat(1_000_000) }, 'referralReason', undefined],
  ])('is refused at its field: %j', (changes, field, message) => {
    const [first] = faults(referralInput(now), { ...referral, ...changes })
    expect(first?.[0]).toBe(field)
    if (message) expect(first?.[1]).toBe(message)
  })

  it('takes emoji and writing from right to left as they are', () => {
    const parsed = referralInput(now).parse({ ...referral, referrerName: 'فاطمة 🙂' })
    expect(parsed.referrerName).toBe('فاطمة 🙂')
  })
})

describe('an answer to a clause', () => {
  const answer = {
    referralId: id,
    clauseId: 'ADM-I-03',
    answer: 'yes',
    describedOn: '2026-06-15',
    setByCourt: false,
    basis: told,
  }
  it('says how it is known, unless it was not asked yet', () => {
    const schema = clauseAnswerInput(now)
    expect(faults(schema, answer)).toEqual([])
    expect(faults(schema, { ...answer, basis: null })).toEqual([['basis', 'Say how this is known']])
    expect(faults(schema, { ...answer, answer: 'not-known', basis: null })).toHaveLength(1)
    expect(faults(schema, { ...answer, answer: 'not-yet-asked', basis: null })).toEqual([])
    expect(faults(schema, { ...answer, describedOn: '2026-06-16' })).toEqual([
      ['describedOn', 'Enter a date that is not in the future'],
    ])
    expect(faults(schema, { ...answer, basis: { kind: 'told', on: '2026-06-15' } })).toEqual([
      ['basis.by', 'Enter who said it, and how they know'],
    ])
  })
})

describe('what was received', () => {
  const received = {
    referralId: id,
    itemId: 'ADM-R-06',
    outcome: 'received',
    receivedAt: now,
    describedOn: '2026-06-14',
    essentialPart: null,
    summary: 'Interim care order, sealed copy',
    basis: { kind: 'document', document: 'Order', on: '2026-06-14' },
  }
  it('is written down; not known names who was asked', () => {
    const schema = receivedInput(now)
    expect(faults(schema, received)).toEqual([])
    expect(faults(schema, { ...received, summary: '  ' })).toEqual([
      ['summary', 'Enter what was received'],
    ])
    expect(faults(schema, { ...received, outcome: 'not-known', basis: told })).toEqual([
      ['basis.kind', 'Choose “Asked and not established”, with who was asked'],
    ])
  })
})

describe('an override', () => {
  const override = {
    referralId: id,
    ruleId: 'ADM-R-06',
    because: 'No other bed tonight',
    dueAt: '2026-06-16T10:00:00.000Z',
    second: { by: 'telephone', staffId: id, telephone: '01234 567890' },
  }
  it('names its reason, its deadline ahead, and how the second person agreed', () => {
    const schema = overrideInput(now)
    expect(faults(schema, override)).toEqual([])
    expect(faults(schema, { ...override, dueAt: now })).toEqual([
      ['dueAt', 'Enter a deadline that lies ahead'],
    ])
    expect(faults(schema, { ...override, because: ' ' })).toHaveLength(1)
    expect(faults(schema, { ...override, second: { by: 'letter' } })).toEqual([
      ['second.by', 'Say how the second person agreed'],
    ])
  })
})

describe('a decision', () => {
  it('says what its kind needs', () => {
    const schema = decisionInput(now)
    const base = { referralId: id, decidedAt: now, seenDecision: null }
    expect(faults(schema, { ...base, outcome: 'offered', bedId: null })).toEqual([])
    expect(faults(schema, { ...base, outcome: 'waiting', waitingOn: [] })).toEqual([
      ['waitingOn', 'Choose what the decision waits for'],
    ])
    expect(
      faults(schema, { ...base, outcome: 'declined', reasonCode: '', signposting: [] }),
    ).toEqual([['reasonCode', 'Choose a reason from the list']])
    expect(faults(schema, { ...base, outcome: 'put off' })).toEqual([
      ['outcome', 'Choose the decision'],
    ])
  })
})
