import { addHours, addMinutes, laterOf } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { type CellLevel, places } from '#domain/supervision/codes.ts'
import type { FactorsInput } from '#domain/supervision/factors.ts'
import { latestReview } from '#domain/supervision/faults.ts'
import { unreadRiskCriticalOf } from '../features/documents/files.ts'
import { pairCase } from '../features/supervision/case.ts'
import { confirmRaise } from '../features/supervision/confirm-service.ts'
import { decideInput } from '../features/supervision/schemas.ts'
import { decide, raise } from '../features/supervision/service.ts'
import { runningEpisodesOf } from '../features/unwell-baby/lists.ts'
import { type OpenEpisode, openEpisodes } from '../features/unwell-baby/running.ts'
import { tellOthers } from './duties-story.ts'
import { withOwnChance } from './own-chance.ts'
import { answerOpenEvents, openEventsOf, reviewEventsStory } from './review-events-story.ts'
import type { World } from './world.ts'

const hoursBetweenLooks = 12

const isRunning = ({ state }: OpenEpisode) => state === 'running'

/** A mother and baby as the stories know them. */
export interface Family {
  pairId: string
  startedAt: Instant
  endsAt: Instant
  /** The child has a plan or an order. */
  planOrOrder: boolean
}

const ladder = ['SUP-1', 'SUP-2', 'SUP-3', 'SUP-4'] as const
type Step = (typeof ladder)[number]

/** One mother needs more support outside than inside: the place beyond the ward is a step stricter. */
const outsideOf = (level: Step): CellLevel =>
  ladder[Math.max(0, ladder.indexOf(level) - 1)] ?? level

function cellsAt(level: Step) {
  return places.map((place) => ({
    place,
    activity: 'all' as const,
    level:
      place === 'unit-day' || place === 'unit-night'
        ? level
        : place === 'community-alone' && level !== 'SUP-4'
          ? ('not-allowed' as const)
          : outsideOf(level),
  }))
}

const reasons: Record<Step, string> = {
  'SUP-1': 'Acutely unwell; responds to the baby only with prompting',
  'SUP-2': 'Improving; care tasks are safe with staff near',
  'SUP-3': 'Responsive to cues through the day; asks for help in time',
  'SUP-4': 'Well for a week; plans and carries out all care by herself',
}

/** What is asked of every assessment, as the level and the legal status make it likely. */
const factorsAt = (level: Step, planOrOrder: boolean): FactorsInput => ({
  illness:
    level === 'SUP-4'
      ? { answer: 'no' }
      : { answer: 'yes', note: 'Slow to answer the baby’s cues' },
  medicines:
    level === 'SUP-1'
      ? { answer: 'yes', note: 'Drowsy after the evening dose: staff feed at night' }
      : { answer: 'no' },
  impulsivity: { answer: 'no' },
  absconding: { answer: 'no' },
  'third-persons': planOrOrder
    ? { answer: 'yes', note: 'Visits by the plan alone' }
    : { answer: 'no' },
  'fii-signs': { answer: 'no' },
  'court-limits': { answer: 'no' },
})

/**
 * Supervision of one pair over a stay: assessed on arrival, reviewed before it runs out, lowered as the
 * mother recovers, sometimes raised; and, as on any ward, sometimes late.
 */
export function supervisionStory(world: World, family: Family): void {
  const { chance, timeline } = world
  let level: Step = chance.happens(0.6) ? 'SUP-2' : 'SUP-1'
  let turn = 0
  const late = chance.happens(0.1)
  const first = addMinutes(family.startedAt, late ? chance.between(90, 420) : chance.between(5, 45))
  timeline.at(first, () => review(level, family.startedAt))
  let due: Instant | undefined
  // Who is told of a decision is told after the one before it.
  let signedFrom = family.startedAt
  const own = withOwnChance(world)
  timeline.at(addHours(first, hoursBetweenLooks), lookAtEvents)
  reviewEventsStory(world, family, reviewEvents)

  function review(wanted: Step, startsAt?: Instant): void {
    const now = world.clock.now()
    if (now >= family.endsAt) return
    // While the baby is unwell nobody reviews: the review waits until the episode has its outcome.
    if (world.look((ctx) => openEpisodes(ctx.db, now, family.pairId)).some(isRunning)) {
      turn += 1
      const mine = turn
      timeline.at(addMinutes(now, 40), () => {
        if (mine === turn) review(wanted, startsAt)
      })
      return
    }
    const start = startsAt && !late ? startsAt : now
    const dueAt = latest(start, wanted)
    const nurse = world.someone('nurse')
    const consultant = world.someone('consultant')
    const lowering = ladder.indexOf(wanted) > ladder.indexOf(level)
    const unread = lowering && unreadNow(start)
    // What is unread is read first, mostly: the level is kept until then.
    if (unread && chance.happens(0.8)) {
      review(level, startsAt)
      return
    }
    const input = decideInput.parse({
      pairId: family.pairId,
      startsAt: start,
      reviewDueAt: dueAt,
      cells: cellsAt(wanted),
      rationale: reasons[wanted],
      evidence: 'Nursing notes, observed care and the ward round',
      factors: factorsAt(wanted, family.planOrOrder),
      team: lowering ? 'Consultant, ward manager, primary nurse' : undefined,
      motherToldAt: start,
      ...(family.planOrOrder && lowering
        ? {
            socialWorkerTold: {
              who: 'Allocated social worker',
              at: laterOf(addMinutes(start, -30), signedFrom),
            },
          }
        : {}),
    })
    // Some lowerings go ahead although the social worker could not be reached: named, and counted.
    const unheard = lowering && family.planOrOrder && chance.happens(0.15)
    const { socialWorkerTold: _, ...untold } = input
    const overrides = [
      ...(unheard
        ? [{ rule: 'SUP-C8', because: 'Duty team not reached in two hours of trying' }]
        : []),
      ...(unread
        ? [{ rule: 'SUP-C6', because: 'The report was read aloud in the round; signed tonight' }]
        : []),
    ]
    answerOpenEvents(world, family.pairId, nurse)
    const act = unheard ? { ...untold, overrides } : { ...input, overrides }
    world.signed(
      lowering ? consultant : nurse,
      (ctx) => decide(ctx, act, runningEpisodesOf),
      lowering ? nurse : undefined,
    )
    level = wanted
    signedFrom = start
    if (chance.happens(0.06)) timeline.at(addMinutes(now, chance.between(120, 600)), raised)
    planReview(dueAt)
  }

  const unreadNow = (at: Instant) =>
    world.look((ctx) => unreadRiskCriticalOf(ctx.db, family.pairId, at)).length > 0

  const latest = (start: Instant, wanted: Step) =>
    latestReview(
      world.as(world.someone('nurse'), (ctx) => pairCase(ctx.db, family.pairId, start)).rules,
      start,
      cellsAt(wanted),
    )

  /** Twice a day the nurse in charge looks at what has opened a review; now and then it waits. */
  function lookAtEvents(): void {
    const now = world.clock.now()
    if (now >= family.endsAt) return
    timeline.at(addHours(now, hoursBetweenLooks), lookAtEvents)
    if (!own.chance.happens(0.2)) reviewEvents()
  }

  /** The open events are answered and the levels signed again, to the review that stands. */
  function reviewEvents(): void {
    const now = world.clock.now()
    if (now >= family.endsAt || due === undefined || due <= now) return
    const open = openEventsOf(world, family.pairId)
    if (open.length === 0) return
    // What is unread is read first, as long as the limit lets it wait for the next look.
    const canWait = open.every((one) => one.reviewDueAt > addHours(now, hoursBetweenLooks))
    if (canWait && unreadNow(now)) return
    if (world.look((ctx) => openEpisodes(ctx.db, now, family.pairId)).some(isRunning)) return
    const nurse = own.someone('nurse')
    answerOpenEvents(world, family.pairId, nurse)
    const input = decideInput.parse({
      pairId: family.pairId,
      startsAt: now,
      reviewDueAt: due,
      cells: cellsAt(level),
      rationale: reasons[level],
      evidence: 'The event, the nursing notes and what was seen since',
      factors: factorsAt(level, family.planOrOrder),
      motherToldAt: now,
    })
    world.signed(nurse, (ctx) => decide(ctx, input, runningEpisodesOf))
    signedFrom = now
  }

  /** The next review; a raise in between brings its own, and this one is dropped. */
  function planReview(dueAt: Instant): void {
    due = dueAt
    turn += 1
    const mine = turn
    timeline.at(reviewTime(dueAt), () => {
      if (mine === turn) review(nextLevel())
    })
  }

  /** Before it runs out; now and then after. */
  function reviewTime(dueAt: Instant): Instant {
    const forgotten = chance.happens(0.08)
    return addMinutes(dueAt, forgotten ? chance.between(20, 900) : -chance.between(30, 300))
  }

  function nextLevel(): Step {
    const at = ladder.indexOf(level)
    return chance.happens(0.35) ? (ladder[at + 1] ?? level) : level
  }

  function raised(): void {
    const now = world.clock.now()
    if (now >= family.endsAt || level === 'SUP-1') return
    const input = decideInput.parse({
      pairId: family.pairId,
      startsAt: now,
      reviewDueAt: addHours(now, 12),
      cells: cellsAt(level)
        .filter(({ level: now }) => now !== 'SUP-1' && now !== 'not-allowed')
        .map((cell) => ({ ...cell, level: 'SUP-1' })),
      rationale: 'Tearful and distracted; the baby cried and was not heard',
      evidence: 'Seen in the nursery',
    })
    const { decisionId } = world.as(world.someone('nursery-nurse'), (ctx) =>
      raise(ctx, input, runningEpisodesOf),
    )
    tellOthers(world, family.pairId)
    level = 'SUP-1'
    planReview(input.reviewDueAt)
    const wait = chance.happens(0.85) ? chance.between(5, 50) : chance.between(70, 200)
    timeline.at(addMinutes(now, wait), () => {
      world.signed(world.someone('nurse'), (ctx) =>
        confirmRaise(ctx, { decisionId, confirmed: true, note: undefined }),
      )
    })
  }
}
