import { describe, expect, it } from 'vitest'
import type { Decision, Override, ReferralFile } from '#domain/admission/record.ts'
import { reopeningOf } from '#domain/admission/reopening.ts'
import { heldBy, holdsOfEntry } from '#domain/admission/rules.ts'
import {
  acceptanceOf,
  decisionDue,
  grownOld,
  isOpen,
  stageOf,
  timeInStages,
} from '#domain/admission/stages.ts'
import { addDays, addHours, addMinutes } from '#domain/shared/calendar.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'
import {
  aCheck,
  aDecision,
  aFile,
  anAnswer,
  anItem,
  anOverride,
  anOverrideOfMissing,
  decidedAt,
  page,
  shipped,
  statesOf,
  withAnswer,
  withItem,
} from './builders.ts'

const later = addHours(decidedAt, 3)
const now = addHours(decidedAt, 25)
const arrival = addHours(decidedAt, 5)

const theOffer = aDecision('offered')
const offeredAgain = aDecision('offered', {
  recordId: 'again',
  decidedAt: addHours(later, 2),
  recordedAt: addHours(later, 2),
})
const decisionsOf: Record<string, Decision[]> = {
  none: [],
  offered: [theOffer],
  'offered, and again': [theOffer, offeredAgain],
  waiting: [aDecision('waiting')],
  declined: [aDecision('declined')],
  withdrawn: [aDecision('withdrawn')],
}

const checks: Record<string, (file: ReferralFile) => ReferralFile> = {
  'not started': (file) => ({ ...file, answers: [], items: [], cpisChecks: [] }),
  'one clause answered': (file) => ({
    ...file,
    answers: [anAnswer('ADM-I-03', 'not-known')],
    items: [],
    cpisChecks: [],
  }),
  'one item asked for': (file) => ({
    ...file,
    answers: [],
    items: [anItem('ADM-R-03', { outcome: 'open', receivedAt: null })],
    cpisChecks: [],
  }),
  complete: (file) => file,
}

const unsigned: Partial<Override> = { secondBy: 'telephone', secondSignedAt: null }
const changes: Record<string, (file: ReferralFile) => ReferralFile> = {
  '-': (file) => file,
  nothing: (file) => file,
  '30 days passed': (file) => file,
  'a clause turned to not known': (file) =>
    withAnswer(file, 'ADM-I-05', 'not-known', { recordedAt: later }),
  'an exclusion became present': (file) =>
    withAnswer(file, 'ADM-X-04', 'yes', { recordedAt: later }),
  'an exclusion overridden as not known became present': (file) => ({
    ...withAnswer(file, 'ADM-X-04', 'yes', { recordedAt: later }),
    overrides: [anOverrideOfMissing('ADM-X-04')],
  }),
  'an exclusion became present, and was overridden': (file) => ({
    ...withAnswer(file, 'ADM-X-04', 'yes', { recordedAt: later }),
    overrides: [anOverride('ADM-X-04', { overriddenAt: later })],
  }),
  'an exclusion became present, and was put back': (file) => ({
    ...withAnswer(file, 'ADM-X-04', 'no', { recordedAt: addHours(later, 1) }),
    knownSinceOffers: statesOf(theOffer, file, [
      [later, withAnswer(file, 'ADM-X-04', 'yes', { recordedAt: later })],
      [addHours(later, 1), withAnswer(file, 'ADM-X-04', 'no', { recordedAt: addHours(later, 1) })],
    ]),
  }),
  'an exclusion became present between them, and was put back': (file) => ({
    ...file,
    knownSinceOffers: [
      ...statesOf(theOffer, file, [
        [later, withAnswer(file, 'ADM-X-04', 'yes', { recordedAt: later })],
      ]),
      ...statesOf(offeredAgain, file, []),
    ],
  }),
  'a look-up showed a flag, and was taken out': (file) => ({
    ...file,
    knownSinceOffers: statesOf(theOffer, file, [
      [
        later,
        {
          ...file,
          cpisChecks: [...file.cpisChecks, aCheck({ result: 'looked-after', recordedAt: later })],
        },
      ],
      [addHours(later, 1), file],
    ]),
  }),
  'a signature by telephone came late': (file) => {
    const held = withAnswer(file, 'ADM-X-04', 'yes')
    const signedAt = addMinutes(decidedAt, 24 * 60 + 30)
    const signed = {
      ...held,
      overrides: [anOverride('ADM-X-04', { ...unsigned, secondSignedAt: signedAt })],
    }
    const before = { ...held, overrides: [anOverride('ADM-X-04', unsigned)] }
    return { ...signed, knownSinceOffers: statesOf(theOffer, before, [[signedAt, signed]]) }
  },
  'an answer was given again, the same': (file) => ({
    ...withAnswer(file, 'ADM-X-04', 'no', { recordedAt: later }),
    knownSinceOffers: statesOf(theOffer, file, [
      [later, withAnswer(file, 'ADM-X-04', 'no', { recordedAt: later })],
    ]),
  }),
  'a care order was recorded': (file) => ({
    ...file,
    facts: {
      ...file.facts,
      legalStatuses: [
        {
          recordId: 'o',
          code: 'LEG-08',
          startsAt: later,
          endsAt: null,
          endedAt: null,
          recordedAt: later,
        },
      ],
      socialCareSince: later,
    },
  }),
  'a look-up shows a flag': (file) => ({
    ...file,
    cpisChecks: [
      ...file.cpisChecks,
      aCheck({ result: 'looked-after', checkedAt: later, recordedAt: later }),
    ],
  }),
  'the birth date was corrected': (file) => ({
    ...file,
    facts: {
      ...file.facts,
      children: [{ key: 'baby', bornOn: '2025-03-01', expectedOn: null }],
      recordedAt: later,
    },
  }),
  'an override by telephone was not signed in time': (file) => ({
    ...withAnswer(file, 'ADM-X-04', 'yes'),
    overrides: [anOverride('ADM-X-04', unsigned)],
  }),
  'the baby was born': (file) => ({
    ...withAnswer(file, 'ADM-I-13', 'not-applicable'),
    facts: {
      ...file.facts,
      children: [{ key: 'baby', bornOn: '2026-06-16', expectedOn: null }],
      recordedAt: later,
    },
  }),
}

describe('the stage of a referral', () => {
  it.each(tableUnder(page, '6. Stages').map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, row) => {
      let file = meaningOf(checks, row.check)(aFile())
      file = meaningOf(changes, row['since the offer'])(file)
      file = {
        ...file,
        decisions: meaningOf(decisionsOf, row['last decision']),
        arrivedAt: row.arrived === 'no' ? null : arrival,
        cameWithoutOffer: row.arrived === 'yes, without an offer',
      }
      const at = row['since the offer'] === '30 days passed' ? addDays(decidedAt, 30) : now
      const stage = stageOf(file, shipped, at)
      expect(stage).toBe(row.stage)
      expect(isOpen(stage) ? 'yes' : 'no').toBe(row.open)
    },
  )

  it('goes by the last decision', () => {
    const file = aFile({
      decisions: [
        aDecision('offered', { decidedAt: later }),
        aDecision('waiting'),
        aDecision('declined', { decidedAt: addHours(decidedAt, 1) }),
      ],
    })
    expect(stageOf(file, shipped, now)).toBe('offered')
  })

  it('a new offer on what is known now ends the re-opening', () => {
    const changed = withAnswer(aFile(), 'ADM-X-04', 'yes', { recordedAt: later })
    const again = {
      ...changed,
      overrides: [anOverride('ADM-X-04', { overriddenAt: later })],
      decisions: [aDecision('offered'), aDecision('offered', { decidedAt: addHours(later, 1) })],
    }
    expect(stageOf(again, shipped, now)).toBe('offered')
  })

  it('information that grows old after the offer does not re-open it', () => {
    const file = withItem(aFile(), 'ADM-R-03', { describedOn: '2026-06-12' })
    const offered = { ...file, decisions: [aDecision('offered')] }
    expect(reopeningOf(offered, shipped, addDays(decidedAt, 9))).toBeUndefined()
    expect(heldBy(file, file.items, [], shipped, addDays(decidedAt, 1))).toHaveLength(1)
  })

  it('says when it was re-opened: at the change, or when the signature was due', () => {
    const offered = aFile({ decisions: [aDecision('offered')] })
    const change = changes['an exclusion became present']
    expect(change && reopeningOf(change(offered), shipped, now)?.at).toBe(later)
    const lapse = changes['an override by telephone was not signed in time']
    expect(lapse && reopeningOf(lapse(offered), shipped, now)?.at).toBe(addHours(decidedAt, 24))
    expect(reopeningOf(offered, shipped, now)).toBeUndefined()
  })
})

describe('what has grown old since an offer', () => {
  it('is what would hold one made now, with its age, and not what held then', () => {
    const file = aFile({ decisions: [aDecision('offered')] })
    expect(grownOld(file, shipped, addDays(decidedAt, 3))).toEqual([])
    expect(grownOld(file, shipped, addDays(decidedAt, 4)).map(({ reason }) => reason)).toEqual([
      'Why now, and the risk: 4 days old, the limit is 3',
    ])
    const late = grownOld(file, shipped, addDays(decidedAt, 220)).map(({ ruleId }) => ruleId)
    expect(late).toContain('ADM-X-06')
    expect(late).toContain('ADM-R-17')
    expect(grownOld(aFile(), shipped, addDays(decidedAt, 60))).toEqual([])
  })
})

describe('an offer that is entered later than it was made', () => {
  const days: Record<string, number> = { 'that day': 0, '3 days later': 3, '4 days later': 4 }
  const dayOf = (words: string | undefined) => addDays(decidedAt, meaningOf(days, words))
  it.each(tableUnder(page, 'When an offer is judged').map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, row) => {
      const { holds } = holdsOfEntry(aFile(), shipped, dayOf(row.made), dayOf(row.entered))
      expect(holds.some(({ ruleId }) => ruleId === 'ADM-R-03') ? 'yes' : 'no').toBe(row.held)
    },
  )
})

describe('acceptance', () => {
  const at = (hours: number) => ({ decidedAt: addHours(decidedAt, hours) })
  it('is the first offer since the last decline: a decision made again starts nothing anew', () => {
    const first = aDecision('offered', at(0))
    const again = aDecision('offered', at(2))
    const declined = aDecision('declined', at(1))
    expect(acceptanceOf([first, again])).toBe(first)
    expect(acceptanceOf([first, aDecision('waiting', at(1)), again])).toBe(first)
    expect(acceptanceOf([first, declined, again])).toBe(again)
    expect(acceptanceOf([declined])).toBeUndefined()
  })
})

const hour = (n: number) => addHours(decidedAt, n - 3)
const answeredOnce = (changes: Partial<ReferralFile>): ReferralFile => {
  const file = aFile({ receivedAt: hour(0), items: [], cpisChecks: [] })
  const answers = file.answers.map((one) => ({ ...one, answeredAt: hour(2), recordedAt: hour(2) }))
  return { ...file, answers, firstActAt: hour(1), ...changes }
}
const weighed = (file: ReferralFile): ReferralFile => {
  const whole = aFile()
  const before = { ...whole, answers: file.answers }
  return {
    ...file,
    items: whole.items,
    cpisChecks: whole.cpisChecks,
    knownSinceOffers: statesOf(theOffer, before, [
      [hour(4), withAnswer(before, 'ADM-X-04', 'yes', { recordedAt: hour(4) })],
      [hour(5), before],
    ]),
  }
}
const then = (outcome: 'offered' | 'declined') =>
  aDecision(outcome, { recordId: 'second', decidedAt: hour(6), recordedAt: hour(6) })
// What the offer rests on besides the answers: whole, and from before the referral came.
const justNow = { items: aFile().items, cpisChecks: aFile().cpisChecks }
const happened: Record<string, ReferralFile> = {
  'answered at 1 h, given anew at 2 h, offered': answeredOnce({ decisions: [theOffer] }),
  'answered at 1 h, offered, an exclusion present at 4 h, put back at 5 h': weighed(
    answeredOnce({ decisions: [theOffer] }),
  ),
  'answered at 1 h, offered, an exclusion present at 4 h, put back at 5 h, offered again at 6 h':
    weighed(answeredOnce({ decisions: [theOffer, then('offered')] })),
  'answered at 1 h, offered, an exclusion present at 4 h, declined at 6 h': weighed(
    answeredOnce({ decisions: [theOffer, then('declined')] }),
  ),
}

describe('the time in each stage', () => {
  it.each(tableUnder(page, 'Time in each stage').map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, row) => {
      let file = meaningOf(happened, row['what happened'])
      if (file.knownSinceOffers.length === 0) file = { ...file, ...justNow }
      const words = timeInStages(file, shipped, hour(8)).map(({ stage, minutes, to }) =>
        to === null ? stage : `${stage} ${(minutes ?? 0) / 60} h`,
      )
      expect(words.join(', ')).toBe(row.stages)
    },
  )

  it('is counted from mark to mark, and to now in the one that is open', () => {
    const file = aFile({
      decisions: [
        aDecision('waiting', { decidedAt: '2026-06-15T09:00:00.000Z' }),
        aDecision('offered'),
      ],
    })
    expect(timeInStages(file, shipped, addMinutes(decidedAt, 30))).toEqual([
      {
        stage: 'received',
        from: '2026-06-15T07:00:00.000Z',
        to: '2026-06-15T08:00:00.000Z',
        minutes: 60,
      },
      {
        stage: 'checking',
        from: '2026-06-15T08:00:00.000Z',
        to: '2026-06-15T09:00:00.000Z',
        minutes: 60,
      },
      { stage: 'waiting', from: '2026-06-15T09:00:00.000Z', to: decidedAt, minutes: 60 },
      { stage: 'offered', from: decidedAt, to: null, minutes: 30 },
    ])
  })

  it('ends with the referral', () => {
    const file = aFile({ decisions: [aDecision('offered')], arrivedAt: arrival })
    expect(timeInStages(file, shipped, addDays(arrival, 9)).at(-1)).toEqual({
      stage: 'arrived',
      from: arrival,
      to: null,
      minutes: null,
    })
  })

  it('starts with the referral, although something was known before it', () => {
    const file = aFile({ receivedAt: '2026-06-15T09:00:00.000Z' })
    expect(timeInStages(file, shipped, decidedAt)).toMatchObject([
      { stage: 'received', minutes: 0 },
      { stage: 'checking', minutes: 60 },
    ])
  })
})

describe('the limit of the decision', () => {
  it('is 4 hours where unplanned, whatever the clocks do', () => {
    const night = '2026-10-24T23:30:00.000Z'
    expect(decisionDue(night, false, shipped.criteria)).toEqual({
      at: '2026-10-25T03:30:00.000Z',
      calendarKnown: true,
    })
  })

  it('is 5 working days where planned, over Christmas too', () => {
    expect(decisionDue('2026-12-23T15:00:00.000Z', true, shipped.criteria)).toEqual({
      at: '2027-01-04T17:00:00.000Z', // 24, 29, 30, 31 December, 4 January
      calendarKnown: true,
    })
  })
})
