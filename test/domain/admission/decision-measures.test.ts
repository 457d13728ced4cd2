import { describe, expect, it } from 'vitest'
import type { DecisionFact } from '#domain/admission/facts.ts'
import {
  allClausesAnswered,
  cpisBeforeTheOffer,
  offersFitTheCriteria,
  offersOnCurrentInformation,
} from '#domain/admission/offer-measures.ts'
import type { DecisionOutcome, ReferralFile } from '#domain/admission/record.ts'
import { addDaysToDate, addHours, addMinutes, startOfDay } from '#domain/shared/calendar.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'
import {
  aCheck,
  aFile,
  anItem,
  anOverride,
  anOverrideOfMissing,
  decidedAt,
  page,
  today,
  withAnswer,
  withItem,
} from './builders.ts'
import { anArrival, anArrivedBaby, decisionOn, factsOf } from './facts-builder.ts'

const quarter = { from: startOfDay('2026-04-01'), to: startOfDay('2026-07-01') }
const cut = { at: '2026-07-05T09:00:00.000Z', auditSeq: 100 }

const withOverride = (file: ReferralFile, ruleId: string, make = anOverrideOfMissing) => ({
  ...file,
  overrides: [...file.overrides, make(ruleId)],
})
const involved = (socialCare: 'yes' | 'not-known'): ReferralFile => {
  const file = aFile()
  return { ...file, facts: { ...file.facts, socialCare } }
}

interface Case {
  file: ReferralFile
  decision?: Partial<DecisionFact>
}

const present = withAnswer(aFile(), 'ADM-X-04', 'yes')
const notKnown = withAnswer(aFile(), 'ADM-I-05', 'not-known')
const notReceived = withItem(aFile(), 'ADM-R-06', { outcome: 'open', receivedAt: null })
const cases: Record<string, Case> = {
  complete: { file: aFile() },
  'one clause not asked': { file: withAnswer(aFile(), 'ADM-I-05', 'not-yet-asked') },
  'one clause of a met group not asked': {
    file: withAnswer(aFile(), 'ADM-I-04', 'not-yet-asked'),
  },
  'one clause not known, overridden': { file: withOverride(notKnown, 'ADM-I-05') },
  'one clause not known': { file: notKnown },
  'one clause of a met group not known': { file: withAnswer(aFile(), 'ADM-I-06', 'not-known') },
  'an exclusion present, overridden': { file: withOverride(present, 'ADM-X-04', anOverride) },
  'an exclusion present': { file: present },
  'an exclusion present, another clause not known': {
    file: withAnswer(present, 'ADM-I-05', 'not-known'),
  },
  'an inclusion not met': { file: withAnswer(aFile(), 'ADM-I-10', 'no') },
  'no clause of the group met': { file: withAnswer(aFile(), 'ADM-I-03', 'no') },
  'no clause of the group met, one not known': {
    file: withAnswer(aFile(), 'ADM-I-03', 'not-known'),
  },
  'one clause out of date': {
    file: withAnswer(aFile(), 'ADM-X-10', 'no', { describedOn: addDaysToDate(today, -8) }),
  },
  'not kept': { file: aFile(), decision: { clauses: [], items: [] } },
  'criteria not named': { file: aFile(), decision: { criteriaId: null } },
  'a must-know not received, overridden': { file: withOverride(notReceived, 'ADM-R-06') },
  'a must-know not received': { file: notReceived },
  'a must-know not known': { file: withItem(aFile(), 'ADM-R-06', { outcome: 'not-known' }) },
  'a must-know out of date': {
    file: withItem(aFile(), 'ADM-R-03', { describedOn: addDaysToDate(today, -4) }),
  },
  'a must-know without its date': { file: withItem(aFile(), 'ADM-R-03', { describedOn: null }) },
  'a must-know without its essential part': {
    file: withItem(aFile(), 'ADM-R-02', { essentialPart: 'not-known' }),
  },
  'a must-know received after the decision': {
    file: withItem(aFile(), 'ADM-R-03', { receivedAt: addMinutes(decidedAt, 1) }),
  },
  'a must-know without a time of receipt': {
    file: withItem(aFile(), 'ADM-R-03', { receivedAt: null }),
  },
  'social care not known, its reports not received': { file: involved('not-known') },
  'social care involved, its reports not received': { file: involved('yes') },
  'social care involved, its reports recorded as not applicable': {
    file: involved('yes'),
    decision: {
      items: decisionOn(involved('yes'), 'offered').items.map((one) =>
        one.itemId === 'ADM-R-08' || one.itemId === 'ADM-R-09'
          ? { ...one, outcome: 'not-applicable', askedAt: decidedAt }
          : one,
      ),
    },
  },
  'an item that is no must-know not received': {
    file: { ...aFile(), items: [...aFile().items, anItem('ADM-R-13', { outcome: 'open' })] },
  },
  'not looked up in CP-IS': { file: { ...aFile(), cpisChecks: [] } },
}

const decided = (name: string | undefined, outcome: DecisionOutcome = 'offered') => {
  const { file, decision } = meaningOf(cases, name)
  return factsOf(file, [decisionOn(file, outcome, decision)])
}

describe('measure 5a-1', () => {
  it.each(tableUnder(page, 'Measure 5a-1').map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, row) => {
      const facts = decided(row['the check'], row.decision as DecisionOutcome)
      const [member] = allClausesAnswered.members(facts, quarter, cut)
      expect(member?.class).toBe(row.class)
    },
  )

  it('does not count what only waits or was withdrawn', () => {
    for (const outcome of ['waiting', 'withdrawn'] as const)
      expect(allClausesAnswered.members(decided('complete', outcome), quarter, cut)).toEqual([])
  })

  it('marks what an override let through', () => {
    const [member] = allClausesAnswered.members(
      decided('one clause not known, overridden'),
      quarter,
      cut,
    )
    expect(member).toMatchObject({ class: 'pass', overridden: true })
  })
})

describe('measure 5a-2', () => {
  it.each(tableUnder(page, 'Measure 5a-2').map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, row) => {
      const [member] = offersFitTheCriteria.members(decided(row['the check']), quarter, cut)
      expect(member?.class).toBe(row.class)
      expect(member?.overridden ?? false).toBe(
        row.class === 'fail' && (row['the check'] ?? '').endsWith('overridden'),
      )
    },
  )

  it('counts offers alone', () => {
    expect(offersFitTheCriteria.members(decided('complete', 'declined'), quarter, cut)).toEqual([])
  })

  it('keeps to the criteria that the decision was made under', () => {
    const facts = decided('complete')
    const stricter = {
      ...facts.criteria[0],
      recordId: 'later criteria',
      content: {
        ...facts.criteria[0]?.content,
        clauses: facts.criteria[0]?.content.clauses.map((one) => ({ ...one, kind: 'inclusion' })),
      },
    }
    const both = { ...facts, criteria: [...facts.criteria, stricter as never] }
    expect(offersFitTheCriteria.members(both, quarter, cut)[0]?.class).toBe('pass')
  })

  it('opens to the versions of the answers that it was made on', () => {
    const file = aFile()
    const [member] = offersFitTheCriteria.members(decided('complete'), quarter, cut)
    const types = member?.records.map((ref) => ref.type) ?? []
    expect(types[0]).toBe('admission_decision')
    expect(types.filter((type) => type === 'clause_answer')).toHaveLength(file.answers.length)
    expect(types.filter((type) => type === 'information_item')).toHaveLength(5)
    expect(types.filter((type) => type === 'cpis_check')).toHaveLength(1)
  })
})

describe('measure 5a-3', () => {
  it.each(tableUnder(page, 'Measure 5a-3').map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, row) => {
      const [member] = offersOnCurrentInformation.members(decided(row['the check']), quarter, cut)
      expect(member?.class).toBe(row.class)
    },
  )
})

describe('whoever came in without an offer', () => {
  const arrivedAt = addHours(decidedAt, 5)
  const later = addHours(decidedAt, 50)
  const mother = { 'on an offer': 'home', 'no referral': null } as const
  const unnamed = { childKey: null }
  const babies = {
    'named in it, with her': anArrivedBaby(arrivedAt),
    'not named, joins her later': anArrivedBaby(later, unnamed),
    'not named, with her': anArrivedBaby(arrivedAt, unnamed),
    'born here': anArrivedBaby(later, { ...unnamed, bornOn: '2026-06-17' }),
    'not named, was here before': anArrivedBaby(later, { ...unnamed, wasHere: true }),
    'with her': anArrivedBaby(arrivedAt, unnamed),
    'joins her later': anArrivedBaby(later, unnamed),
  }
  const found = (row: Record<string, string | undefined>) => {
    const baby = meaningOf(babies, row.baby)
    const arrival = anArrival(arrivedAt, meaningOf(mother, row.stay), { babies: [baby] })
    const facts = factsOf(aFile(), [decisionOn(aFile(), 'offered')], { arrivals: [arrival] })
    return [offersFitTheCriteria, offersOnCurrentInformation].map((measure) =>
      measure
        .members(facts, quarter, cut)
        .filter((one) => one.class === 'fail')
        .map(({ key }) => (key === 'stay' ? 'the mother' : key === baby.recordId && 'the baby')),
    )
  }
  it.each(tableUnder(page, 'Whoever came in without').map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, row) => {
      const counted = row['counted in 5a-2 and 5a-3'] ?? ''
      const who = counted === 'nobody' ? [] : counted.split(', ')
      expect(found(row)).toEqual([who, who])
    },
  )

  it('is marked as let in by name where somebody recorded why, and placed by the arrival', () => {
    const members = (reasoned: boolean, at = arrivedAt) =>
      offersFitTheCriteria.members(
        factsOf(aFile(), [], { arrivals: [anArrival(at, null, { reasoned })] }),
        quarter,
        cut,
      )
    expect(members(true)).toMatchObject([{ at: arrivedAt, overridden: true }])
    expect(members(false)[0]?.overridden).toBeUndefined()
    expect(members(true, quarter.to)).toEqual([])
  })
})

describe('measure 5a-8', () => {
  const before = aCheck({ checkedAt: addHours(decidedAt, -1) })
  const lookUps = {
    'before the offer': [before],
    'at the offer': [aCheck({ checkedAt: decidedAt })],
    'after the offer': [aCheck({ checkedAt: addMinutes(decidedAt, 1) })],
    none: [],
    'service not available': [aCheck({ result: 'not-available' })],
    'without a time': [aCheck({ checkedAt: null })],
    'for one before the offer': [before],
    'for both before the offer': [before, { ...before, childKey: 'twin' }],
  }
  const children = { one: ['baby'], twins: ['baby', 'twin'], 'none named': [] }
  it.each(tableUnder(page, 'Measure 5a-8').map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, row) => {
      const file = aFile({ cpisChecks: meaningOf(lookUps, row['look-ups']) })
      const childKeys = meaningOf<string[]>(children, row.children)
      const facts = factsOf(file, [decisionOn(file, 'offered', { childKeys })])
      expect(cpisBeforeTheOffer.members(facts, quarter, cut)[0]?.class).toBe(row.class)
    },
  )
})
