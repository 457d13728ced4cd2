import {
  addDays,
  addDaysToDate,
  addHours,
  addMinutes,
  dateOf,
  firstInstantAt,
  laterOf,
  startOfDay,
} from '#domain/shared/calendar.ts'
import { legalStatusOf } from '#domain/shared/legal-status.ts'
import type { CivilDate, Instant } from '#domain/shared/time.ts'
import type { ArrivalSource } from '#domain/stays/arrival-source.ts'
import { arriveOnReferral } from '../features/admission/arrive-service.ts'
import { childRows } from '../features/admission/queries.ts'
import { legalStatuses, mentalHealthAct } from '../features/people/statuses.ts'
import { contacts, ties } from '../features/people/ties.ts'
import { stayById } from '../features/stays/queries.ts'
import { endStay, setObservation } from '../features/stays/stay-service.ts'
import { takeOverPrepared } from '../features/supervision/take-over.ts'
import { noEpisodeRuns } from '../features/unwell-baby/before-leaving.ts'
import { type Coming, comingStory } from './admission-story.ts'
import { careStory } from './care-story.ts'
import { dischargeStory } from './discharge-story.ts'
import { dutiesStory } from './duties-story.ts'
import { historyOfStayStory } from './history-story.ts'
import { inventedStaffName } from './invented.ts'
import { leaveStory } from './leave-story.ts'
import { observationStory } from './observation-story.ts'
import { peopleStory } from './people-story.ts'
import { relationshipStory } from './relationship-story.ts'
import { type Family, supervisionStory } from './supervision-story.ts'
import { unwellStory } from './unwell-story.ts'
import type { World } from './world.ts'

const legalShares: [code: string, share: number][] = [
  ['LEG-00', 0.55],
  ['LEG-02', 0.15],
  ['LEG-04', 0.14],
  ['LEG-06', 0.05],
  ['LEG-07', 0.08],
  ['LEG-16', 0.03],
]
const mentalHealthActShares: [code: string, share: number][] = [
  ['01', 0.6],
  ['02', 0.25],
  ['03', 0.15],
]

/** The longest that each lasts without renewal. Source: Mental Health Act 1983, sections 2 and 20. */
const sectionDays: Readonly<Record<string, number>> = { '02': 28, '03': 182 }

function oneOf<Code extends string>(world: World, shares: readonly [Code, number][]): Code {
  let left = world.chance.between(0, 999) / 1000
  for (const [code, share] of shares) {
    if (left < share) return code
    left -= share
  }
  return world.chance.one(shares)[0]
}

/** A stay as the other stories know it. */
export interface StoryStay {
  stayId: string
  motherId: string
  arrivedAt: Instant
  endsAt: Instant
  planned: boolean
  legalCode: string
  families: (Family & { babyId: string; bornOn: CivilDate })[]
}

/** One stay in a bed, from arrival to the way home; the next mother comes when the bed is free again. */
export function bedStory(world: World, bed: { id: string }, from: Instant): void {
  const { chance, timeline } = world
  const about = {
    planned: chance.happens(0.45),
    legalCode: oneOf(world, legalShares),
    twins: chance.happens(0.05),
    premature: chance.happens(0.15),
  }
  comingStory(world, from, about, (coming) => {
    const days = chance.between(18, 62)
    const endsAt = addHours(world.clock.now(), days * 24)
    const made = stayStory(world, bed.id, endsAt, { ...coming, legalCode: about.legalCode })
    timeline.at(made.endsAt, () => {
      leave(world, made)
      const free = addDaysToDate(dateOf(made.endsAt), chance.between(1, 9))
      bedStory(
        world,
        bed,
        firstInstantAt(free, `${chance.between(10, 19)}:${chance.between(10, 59)}`),
      )
    })
  })
}

const origins: [source: ArrivalSource, share: number][] = [
  ['home', 0.5],
  ['maternity-ward', 0.25],
  ['emergency-department', 0.12],
  ['adult-mental-health-ward', 0.09],
  ['not-known', 0.04],
]

function stayStory(
  world: World,
  bedId: string,
  endsAt: Instant,
  coming: Coming & { legalCode: string },
): StoryStay {
  const arrivedAt = world.clock.now()
  const { referralId, planned, legalCode, bornOn } = coming
  const made = world.as(world.someone('nurse'), (ctx) =>
    arriveOnReferral(
      ctx,
      {
        referralId,
        cameFrom: oneOf(world, origins),
        bedId,
        arrivedAt,
        childIds: childRows(ctx.db, [referralId]).map((child) => child.recordId),
        outOfDateBecause: 'Nothing else was heard of her since the offer',
      },
      takeOverPrepared,
    ),
  )
  const { planOrOrder } = legalStatusOf(legalCode)
  const stay: StoryStay = {
    stayId: made.stayId,
    motherId: made.motherId,
    arrivedAt,
    endsAt,
    planned,
    legalCode,
    families: made.pairs.map(({ pairId, babyId }) => ({
      pairId,
      babyId,
      bornOn,
      startedAt: arrivedAt,
      endsAt,
      planOrOrder,
    })),
  }
  record(world, stay)
  historyOfStayStory(world, stay.stayId)
  peopleStory(world, stay)
  for (const family of stay.families) {
    supervisionStory(world, family)
    dutiesStory(world, family)
    unwellStory(world, family)
    relationshipStory(world, family)
    careStory(world, family)
  }
  observationStory(world, stay)
  leaveStory(world, stay, world.opened)
  dischargeStory(world, stay)
  return stay
}

/** What is written down on the day of arrival: who is who, and what the law says. */
function record(world: World, stay: StoryStay): void {
  const { chance } = world
  const nurse = world.someone('nurse')
  const on = dateOf(stay.arrivedAt)
  const document = (title: string) => ({ kind: 'document' as const, document: title, on })
  const told = (by: string) => ({ kind: 'told' as const, by, on })
  const code = oneOf(world, mentalHealthActShares)
  const detainedAt = addHours(stay.arrivedAt, -chance.between(2, 72))
  const lasts = sectionDays[code]
  world.as(nurse, (ctx) =>
    mentalHealthAct.add(ctx, {
      personId: stay.motherId,
      code,
      startsAt: detainedAt,
      endsAt: lasts === undefined ? null : addDays(detainedAt, lasts),
      basis: document('Section papers, or the referral where she is informal'),
    }),
  )
  world.as(nurse, (ctx) =>
    setObservation(ctx, {
      stayId: stay.stayId,
      level: chance.happens(0.7) ? 'low-intermittent' : 'high-intermittent',
      startsAt: stay.arrivedAt,
      rationale: 'Set with the doctor on arrival',
    }),
  )
  const social = stay.legalCode === 'LEG-00' ? undefined : inventedStaffName(chance)
  for (const { babyId, bornOn } of stay.families) {
    const toldBefore = addHours(stay.arrivedAt, -chance.between(24, 24 * 30))
    world.as(nurse, (ctx) =>
      legalStatuses.add(ctx, {
        personId: babyId,
        code: stay.legalCode,
        startsAt: laterOf(toldBefore, startOfDay(bornOn)),
        endsAt:
          stay.legalCode === 'LEG-07'
            ? addHours(stay.arrivedAt, 24 * chance.between(40, 120))
            : null,
        authority: social === undefined ? undefined : 'Westmarch Council',
        basis:
          stay.legalCode === 'LEG-07'
            ? document('Sealed order of the family court')
            : told('The referrer, from the health visitor’s record'),
      }),
    )
    world.as(nurse, (ctx) =>
      ties.add(ctx, {
        personId: stay.motherId,
        toPersonId: babyId,
        relation: 'mother',
        parentalResponsibility: 'yes',
        safeToContact: 'yes',
        contactThrough: undefined,
        livesWith: 'yes',
        basis: document('Birth certificate'),
      }),
    )
    if (social !== undefined)
      world.as(nurse, (ctx) =>
        contacts.add(ctx, {
          personId: babyId,
          agency: 'social-worker',
          role: 'Allocated social worker',
          name: social,
          telephone: '01632 960123',
          email: undefined,
          safeToContact: 'yes',
          basis: told('Westmarch Council, duty desk'),
        }),
      )
  }
}

function leave(world: World, stay: StoryStay): void {
  const { db } = world.as(world.someone('nurse'), (ctx) => ctx)
  const { version } = stayById(db, stay.stayId)
  world.as(world.someone('nurse'), (ctx) =>
    endStay(
      ctx,
      {
        id: stay.stayId,
        version,
        reason: 'Discharged',
        endedAt: addMinutes(world.clock.now(), 0),
        endReason: world.chance.happens(0.9) ? 'home' : 'home-mother-alone',
      },
      noEpisodeRuns,
    ),
  )
}
