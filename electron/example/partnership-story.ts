import {
  addDays,
  addDaysToDate,
  addHours,
  dateOf,
  firstInstantAt,
} from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { workingDayAfter } from '#domain/shared/working-days.ts'
import { leaveRung, openDisagreement } from '../features/culture/disagreement-service.ts'
import { pairsHere } from '../features/culture/family-of.ts'
import { askFeedback, enterFeedback } from '../features/culture/feedback-service.ts'
import { addMeeting, meetingOutcome } from '../features/culture/meeting-service.ts'
import { meetingById, stepRows } from '../features/culture/partnership-rows.ts'
import { legalStatusOfChild } from '../features/people/statuses.ts'
import { disagreementWords, feedbackOccasions } from './culture-words.ts'
import { withOwnChance } from './own-chance.ts'
import type { World } from './world.ts'

/** What the unit does with other agencies: meetings about babies with a plan or order, disagreements, feedback. */
export function partnershipStory(given: World): void {
  const world = withOwnChance(given)
  const start = world.clock.now()
  const every = (days: number, first: number, hour: string, tell: () => void) => {
    for (let back = first; ; back += days) {
      const at = firstInstantAt(addDaysToDate(dateOf(world.end), -back), hour)
      if (at <= start) return
      world.timeline.at(at, tell)
    }
  }
  every(7, 3, '08:30', () => meetings(world))
  every(10, 4, '12:30', () => feedback(world))
  every(15, 15, '13:30', () => disagree(world))
}

const later = (world: World, at: Instant, tell: () => void) => {
  if (at < world.end) world.timeline.at(at, tell)
}

/** Each baby with a plan or order has a meeting in some weeks; the unit hears of it five days before. */
function meetings(world: World): void {
  const pairs = world.look(({ db, now }) =>
    pairsHere(db).filter(({ babyId }) => legalStatusOfChild(db, babyId, now).standing.planOrOrder),
  )
  for (const { pairId } of pairs) {
    if (!world.chance.happens(0.3)) continue
    const day = workingDayAfter(dateOf(world.clock.now()), 5)
    const heldAt = firstInstantAt(day, world.chance.one(['09:30', '10:00', '14:00']))
    const kind = world.chance.one([
      'core-group',
      'core-group',
      'review-conference',
      'looked-after-review',
      'legal-planning',
      'court',
    ])
    const social = world.someone('other-clinician')
    const invited = world.chance.happens(0.92)
    const { id } = world.as(social, (ctx) =>
      addMeeting(ctx, {
        pairId,
        kind,
        agency: kind === 'court' ? 'court' : 'social-worker',
        heldAt,
        invited: invited ? 'yes' : 'no',
        invitedOn: invited ? dateOf(ctx.now) : undefined,
        reportAsked: kind !== 'core-group',
      }),
    )
    later(world, addHours(heldAt, 3), () => outcome(world, id))
  }
}

function outcome(world: World, id: string): void {
  const social = world.someone('other-clinician')
  const meeting = world.look(({ db }) => meetingById(db, id))
  if (!meeting || world.chance.happens(0.03)) return
  const there = world.chance.happens(0.93)
  const onTime = world.chance.happens(0.9)
  const due = meeting.reportDueAt
  world.as(social, (ctx) =>
    meetingOutcome(ctx, {
      id,
      version: 1,
      cancelled: false,
      attended: there ? 'yes' : 'no',
      attendedById: there ? social.staffId : undefined,
      notAttendedBecause: there ? undefined : 'Nobody could be spared from the shift',
      report: due === null ? undefined : 'sent',
      reportSentAt: due === null ? undefined : addHours(due, onTime ? -3 : 2),
      decided: 'The plan goes on; the next date is in the diary.',
    }),
  )
}

/** A form to a partner; three of four come back, mostly within a fortnight. */
function feedback(world: World): void {
  const lead = world.someone('safeguarding-lead')
  const { chance } = world
  const { id } = world.as(lead, (ctx) =>
    askFeedback(ctx, {
      agency: chance.one(['social-worker', 'health-visitor', 'social-worker', 'gp']),
      occasion: chance.one(feedbackOccasions),
      askedOn: dateOf(ctx.now),
    }),
  )
  if (!chance.happens(0.8)) return
  const marks = {
    'told-in-time': chance.between(2, 5),
    'baby-in-view': chance.between(3, 5),
    'roles-clear': chance.between(3, 5),
    listened: chance.between(3, 5),
    'disagreed-well': chance.between(2, 5),
  }
  later(world, addDays(world.clock.now(), chance.between(6, 20)), () =>
    world.as(lead, (ctx) =>
      enterFeedback(ctx, {
        id,
        version: 1,
        returnedOn: dateOf(ctx.now),
        marks,
        comment: undefined,
      }),
    ),
  )
}

/** A disagreement: half are resolved where they come up, some climb, and one in eight is left too long. */
function disagree(world: World): void {
  const social = world.someone('other-clinician')
  const { chance } = world
  const words = chance.one(disagreementWords)
  const { id } = world.as(social, (ctx) =>
    openDisagreement(ctx, {
      pairId: undefined,
      agency: words.agency,
      about: words.about,
      openedAt: ctx.now,
      ours: words.ours,
      theirs: words.theirs,
      withWhom: 'Social worker',
    }),
  )
  later(world, addHours(world.clock.now(), chance.happens(0.88) ? 4 : 100), () =>
    leave(world, id, chance.happens(0.5)),
  )
}

function leave(world: World, id: string, escalates: boolean): void {
  const social = world.someone('other-clinician')
  const step = world.look(({ db }) => stepRows(db, [id]).at(-1))
  if (!step || step.outcome !== null) return
  world.as(social, (ctx) =>
    leaveRung(ctx, {
      id: step.recordId,
      version: step.version,
      outcome: escalates ? 'escalated' : 'resolved',
      endedAt: ctx.now,
      said: escalates ? 'No agreement yet' : 'Agreed on the telephone, and confirmed in writing',
      nextWith: escalates ? 'Team manager' : undefined,
    }),
  )
  if (escalates) later(world, addHours(world.clock.now(), 20), () => leave(world, id, false))
}
