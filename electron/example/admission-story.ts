import { addDays, addHours, addMinutes, laterOf } from '#domain/shared/calendar.ts'
import { legalStatusOf } from '#domain/shared/legal-status.ts'
import type { Instant } from '#domain/shared/time.ts'
import { referralCase } from '../features/admission/case.ts'
import { tellReferrer } from '../features/admission/decision-service.ts'
import { signOverride } from '../features/admission/override-service.ts'
import { closeWhatIsLeft } from './duties-story.ts'
import { historyStory } from './history-story.ts'
import {
  ask,
  hear,
  hearAll,
  letThrough,
  lookUp,
  type Referred,
  ring,
  say,
  sayAll,
  settle,
} from './referral-steps.ts'
import type { World } from './world.ts'

/** A mother whose offer stands, on her way to the unit. */
export interface Coming extends Referred {
  planned: boolean
}

/** What goes wrong on the way to an offer, and in which share of referrals. */
const faults = [
  ['missing', 0.1], // a must-know is not there: overridden, to be had later
  ['telephone', 0.06], // the same, the second person by telephone
  ['exclusion', 0.05], // an exclusion is present, and let through
  ['stale', 0.04], // a must-know is too old: overridden
  ['no-look-up', 0.03], // CP-IS could not be reached: overridden
  ['unasked', 0.05], // a clause of a met group is never asked
] as const
type Fault = (typeof faults)[number][0]

function faultOf(world: World): Fault | undefined {
  let left = world.chance.between(0, 999) / 1000
  for (const [fault, share] of faults) {
    if (left < share) return fault
    left -= share
  }
  return undefined
}

/** How long a referral takes to its decision, and the mother to her arrival, in hours. */
function lengths(world: World, planned: boolean): { decision: number; way: number } {
  const { chance } = world
  if (planned)
    return {
      decision: chance.happens(0.12) ? chance.between(170, 240) : chance.between(20, 90),
      way: chance.between(12, 60),
    }
  return {
    decision: chance.happens(0.15) ? chance.between(5, 9) : chance.between(1, 3),
    way: chance.happens(0.1) ? chance.between(26, 34) : chance.between(2, 20),
  }
}

/**
 * A referral that leads to an arrival at about `arrives`: taken, checked, offered. `then` is called at the
 * arrival, not before the offer was made.
 */
export function comingStory(
  world: World,
  arrives: Instant,
  about: { planned: boolean; legalCode: string; twins: boolean; premature: boolean },
  then: (coming: Coming) => void,
): void {
  const { timeline, clock } = world
  const { decision, way } = lengths(world, about.planned)
  // The unit opened not long ago: nobody was referred to it before.
  const received = laterOf(clock.now(), addHours(arrives, -(decision + way)))
  timeline.at(received, () => {
    const fault = faultOf(world)
    const referred = ring(world, {
      planned: about.planned,
      socialCare: legalStatusOf(about.legalCode).planOrOrder ? 'yes' : 'no',
      babies: about.twins ? 2 : 1,
      premature: about.premature,
    })
    timeline.at(addMinutes(clock.now(), 25), () => firstHour(world, referred, fault))
    timeline.at(addMinutes(clock.now(), 40), () => historyStory(world, referred.referralId))
    timeline.at(addHours(clock.now(), decision), () => {
      offerStory(world, referred, fault)
      timeline.at(laterOf(arrives, addMinutes(clock.now(), 60)), () =>
        then({ ...referred, planned: about.planned }),
      )
    })
  })
}

/** The clauses are asked, and those are rung who may know. */
function firstHour(world: World, { referralId }: Referred, fault: Fault | undefined): void {
  if (fault !== 'no-look-up') lookUp(world, referralId)
  ask(world, referralId, 'ADM-R-06', 'Duty social worker, Westmarch Council')
  ask(world, referralId, 'ADM-R-14', 'Duty social worker, Westmarch Council')
  sayAll(world, referralId, {
    ...(fault === 'exclusion' ? { 'ADM-X-02': 'yes' } : {}),
    ...(fault === 'unasked' ? { 'ADM-I-06': null } : {}),
  })
}

function offerStory(world: World, { referralId }: Referred, fault: Fault | undefined): void {
  const isMissing = fault === 'missing' || fault === 'telephone'
  // What was asked on the first day may have gone out of date by now.
  if (fault !== 'no-look-up') lookUp(world, referralId)
  say(world, referralId, 'ADM-X-10', 'no')
  if (fault === 'stale') hear(world, referralId, 'ADM-R-03', 9)
  hearAll(world, referralId, isMissing ? ['ADM-R-14'] : [])
  if (fault === 'exclusion')
    letThrough(world, referralId, 'ADM-X-02', { hours: null, by: 'password' })
  if (fault === 'no-look-up')
    letThrough(world, referralId, 'ADM-R-17', { hours: 24, by: 'password' })
  if (fault === 'stale') missing(world, referralId, 'ADM-R-03', 'password')
  if (isMissing)
    missing(world, referralId, 'ADM-R-14', fault === 'telephone' ? 'telephone' : 'password')
  settle(world, { outcome: 'offered', referralId, bedId: null, note: undefined })
}

/** Something is let through, to be there in a day; mostly it is, now and then late, now and then never. */
function missing(
  world: World,
  referralId: string,
  itemId: string,
  by: 'password' | 'telephone',
): void {
  const { chance, clock, timeline } = world
  const overrideId = letThrough(world, referralId, itemId, { hours: 48, by })
  if (chance.happens(0.9))
    timeline.at(
      addHours(clock.now(), chance.happens(0.8) ? chance.between(4, 40) : chance.between(50, 80)),
      () => hear(world, referralId, itemId),
    )
  if (by === 'telephone')
    timeline.at(addMinutes(clock.now(), chance.between(20, 50)), () =>
      world.signed(world.someone('ward-manager'), (ctx) => signOverride(ctx, { overrideId })),
    )
}

const declines = [
  ['community-care-enough', 'RES-7'],
  ['no-serious-mental-illness', 'RES-4'],
  ['parenting-assessment-only', 'RES-2'],
  ['risk-to-others', 'RES-8'],
  ['no-bed', 'RES-1'],
] as const

/** The referrals that come to nothing, one every week or so: declined, waited for, withdrawn. */
export function otherReferralsStory(world: World): void {
  const { chance, timeline, clock } = world
  const next = addHours(clock.now(), chance.between(6 * 24, 13 * 24))
  timeline.at(next, () => {
    const planned = chance.happens(0.4)
    const referred = ring(world, { planned, socialCare: chance.happens(0.3) ? 'yes' : 'no' })
    timeline.at(addMinutes(clock.now(), 30), () => {
      lookUp(world, referred.referralId)
      sayAll(world, referred.referralId, chance.happens(0.2) ? { 'ADM-X-03': null } : {})
    })
    timeline.at(addHours(clock.now(), chance.between(2, planned ? 60 : 5)), () =>
      endStory(world, referred.referralId),
    )
    otherReferralsStory(world)
  })
}

function endStory(world: World, referralId: string): void {
  const { chance, timeline, clock } = world
  if (chance.happens(0.25)) {
    settle(world, {
      outcome: 'withdrawn',
      referralId,
      withdrawnBy: 'The referrer',
      note: 'Settled with more help at home',
    })
    return
  }
  if (chance.happens(0.25)) {
    settle(world, { outcome: 'waiting', referralId, waitingOn: ['ADM-R-06'], note: undefined })
    timeline.at(addHours(clock.now(), chance.between(20, 60)), () =>
      declineStory(world, referralId),
    )
    return
  }
  declineStory(world, referralId)
}

function declineStory(world: World, referralId: string): void {
  const { chance, timeline, clock } = world
  const [reasonCode, resource] = chance.one(declines)
  const decisionId = settle(world, {
    outcome: 'declined',
    referralId,
    reasonCode,
    note: undefined,
    signposting: [resource],
    signpostingNote: undefined,
  })
  const { children } = world.look((ctx) => referralCase(ctx.db, referralId))
  timeline.at(addDays(clock.now(), 3), () => {
    for (const { recordId } of children)
      closeWhatIsLeft(world, recordId, 'Nothing known to social care; told in the letter')
  })
  // Told in the same hour, mostly; now and then days later.
  const hours = chance.happens(0.88) ? 1 : chance.between(80, 120)
  timeline.at(addHours(clock.now(), hours), () =>
    world.as(world.someone('nurse'), (ctx) =>
      tellReferrer(ctx, {
        decisionId,
        toldAt: ctx.now,
        toldTo: 'The referrer',
        how: 'By telephone',
      }),
    ),
  )
}

/** What is on the list at the end: one referral in each stage that is open, some with limits that ran out. */
export function openReferralsStory(world: World): void {
  const { timeline, end, clock } = world
  const at = (minutesBefore: number, act: () => void) =>
    timeline.at(addMinutes(end, -minutesBefore), act)

  at(35, () => void ring(world, { planned: false, socialCare: 'not-known', ageDays: 11 }))

  at(5 * 60, () => {
    const { referralId } = ring(world, { planned: false, socialCare: 'yes', ageDays: 40 })
    ask(world, referralId, 'ADM-R-06', 'Emergency duty team, Westmarch Council')
    ask(world, referralId, 'ADM-R-08', 'Allocated social worker, Westmarch Council')
    for (const clause of ['ADM-I-03', 'ADM-I-05', 'ADM-I-08']) say(world, referralId, clause, 'yes')
    say(world, referralId, 'ADM-X-04', 'not-known')
    hear(world, referralId, 'ADM-R-03')
  })

  at(2 * 24 * 60, () => {
    const { referralId } = ring(world, { planned: true, socialCare: 'no', expectedInDays: 33 })
    lookUp(world, referralId)
    sayAll(world, referralId)
    hear(world, referralId, 'ADM-R-02', 3)
    timeline.at(addDays(clock.now(), 1), () =>
      settle(world, {
        outcome: 'waiting',
        referralId,
        waitingOn: ['ADM-R-06', 'ADM-R-14'],
        note: undefined,
      }),
    )
  })

  at(7 * 60, () => {
    const { referralId } = ring(world, { planned: false, socialCare: 'no', ageDays: 21 })
    lookUp(world, referralId)
    sayAll(world, referralId)
    hearAll(world, referralId, ['ADM-R-14'])
    letThrough(world, referralId, 'ADM-R-14', { hours: 24, by: 'telephone' })
    settle(world, { outcome: 'offered', referralId, bedId: null, note: undefined })
  })

  at(28 * 60, () => {
    const { referralId } = ring(world, { planned: true, socialCare: 'yes', ageDays: 95, babies: 2 })
    lookUp(world, referralId)
    sayAll(world, referralId)
    hearAll(world, referralId)
    settle(world, { outcome: 'offered', referralId, bedId: null, note: undefined })
    timeline.at(addHours(clock.now(), 26), () => say(world, referralId, 'ADM-X-04', 'yes'))
  })
}
