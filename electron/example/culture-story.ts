import type { SessionKind } from '#domain/culture/codes.ts'
import { addDays, addDaysToDate, dateOf, firstInstantAt } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { isInPost } from '#domain/users/staff-groups.ts'
import { changeMade, checkLearning, noteLearning } from '../features/culture/learning-service.ts'
import { recordSession } from '../features/culture/session-service.ts'
import { listStaff } from '../features/users/staff-service.ts'
import { learningWords } from './culture-words.ts'
import { withOwnChance } from './own-chance.ts'
import type { World } from './world.ts'

/** How the staff reflect and are supervised, and what they learn from it: counted from the end, so that the last quarter is whole. */
export function cultureStory(given: World): void {
  const world = withOwnChance(given)
  const start = world.clock.now()
  const every = (days: number, first: number, hour: string, tell: (back: number) => void) => {
    for (let back = first; ; back += days) {
      const at = firstInstantAt(addDaysToDate(dateOf(world.end), -back), hour)
      if (at <= start) return
      world.timeline.at(at, () => tell(back))
    }
  }
  every(14, 5, '14:00', (back) => session(world, 'reflective', back % 4 === 1 ? 0.75 : 0.65))
  every(91, 20, '10:00', () => session(world, 'joint-reflection', 0.5))
  every(30, 9, '11:00', () => session(world, 'safeguarding-supervision', 0.7))
  every(28, 12, '15:00', () => session(world, 'clinical-supervision', 0.9))
  every(45, 11, '16:30', (back) => learning(world, back))
}

const themes: Record<SessionKind, readonly string[]> = {
  reflective: ['baby-first', 'fact-and-told', 'feelings', 'disagreeing', 'capacity-to-change'],
  'joint-reflection': ['partnership', 'shared-responsibility'],
  'safeguarding-supervision': ['plans', 'illness', 'shared-responsibility'],
  'clinical-supervision': ['feelings', 'other'],
}

/** Who is asked comes by chance; the ward manager and the lead who records it always do. */
function session(world: World, kind: SessionKind, share: number): void {
  const lead = world.someone('safeguarding-lead')
  world.as(lead, (ctx) => {
    const today = dateOf(ctx.now)
    const here = listStaff(ctx.db).filter(
      (one) =>
        isInPost(one, today) &&
        !['commissioner', 'administration', 'support-services'].includes(one.profession),
    )
    const came = here.filter(
      ({ recordId }) => world.chance.happens(share) || recordId === lead.staffId,
    )
    const joint = kind === 'joint-reflection'
    recordSession(ctx, {
      kind,
      heldOn: today,
      minutes: kind === 'reflective' ? 75 : 60,
      theme: world.chance.one(themes[kind]),
      prompt: 'ordinary',
      facilitatorId: kind === 'reflective' ? undefined : lead.staffId,
      facilitatorFrom:
        kind === 'reflective' ? 'Psychotherapist, Invented NHS Foundation Trust' : undefined,
      attended: came.map(({ recordId }) => recordId),
      outsideCount: joint ? 3 : 0,
      agencies: joint ? ['social-worker', 'health-visitor'] : [],
      learnt: undefined,
    })
  })
}

/** A learning point: mostly changed in three weeks and checked two months later; some are forgotten. */
function learning(world: World, back: number): void {
  const manager = world.someone('ward-manager')
  const words = world.chance.one(learningWords)
  const ending = (['held', 'held', 'held', 'not', 'forgotten'] as const)[Math.floor(back / 45) % 5]
  const { id } = world.as(manager, (ctx) =>
    noteLearning(ctx, {
      source: words.source,
      learnt: words.learnt,
      change: words.change,
      ownerId: manager.staffId,
      changeDueOn: addDaysToDate(dateOf(ctx.now), 30),
    }),
  )
  if (ending === 'forgotten') return
  const noted: Instant = world.clock.now()
  const later = (days: number, tell: () => void) => {
    const at = addDays(noted, days)
    if (at < world.end) world.timeline.at(at, tell)
  }
  later(21, () =>
    world.as(manager, (ctx) =>
      changeMade(ctx, { id, version: 1, madeOn: dateOf(ctx.now), made: words.made }),
    ),
  )
  later(80, () =>
    world.as(manager, (ctx) =>
      checkLearning(ctx, {
        learningId: id,
        checkedOn: dateOf(ctx.now),
        outcome: ending ?? 'held',
        how: words.how,
      }),
    ),
  )
}
