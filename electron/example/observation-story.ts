import { addHours, addMinutes } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { observationLevels, stayById } from '../features/stays/queries.ts'
import { setObservation } from '../features/stays/stay-service.ts'
import { withOwnChance } from './own-chance.ts'
import type { World } from './world.ts'

interface Observed {
  stayId: string
  endsAt: Instant
}

/** The mother's observation level over one stay: set anew before it runs out, seldom after, and lowered in time. */
export function observationStory(shared: World, stay: Observed): void {
  const world = withOwnChance(shared)
  const newest = () => world.look(({ db }) => observationLevels(db, stay.stayId).at(-1))
  const next = (due: Instant) => {
    const { chance } = world
    const at = chance.happens(0.04)
      ? addMinutes(due, chance.between(40, 400))
      : addHours(due, -chance.between(1, 20))
    if (at < stay.endsAt && at < world.end) world.timeline.at(at, renew)
  }
  const renew = () => {
    const before = newest()
    const open = world.look(({ db }) => stayById(db, stay.stayId).endedAt === null)
    if (!before || !open) return
    const lowers = before.level === 'high-intermittent' && world.chance.happens(0.4)
    world.as(world.someone('nurse'), (ctx) =>
      setObservation(ctx, {
        stayId: stay.stayId,
        level: lowers ? 'low-intermittent' : before.level,
        startsAt: ctx.now,
        rationale: lowers
          ? 'Settled over the last days; lowered with the doctor'
          : 'Looked at with the doctor; the same level goes on',
      }),
    )
    const after = newest()
    if (after) next(after.reviewDueAt)
  }
  const first = newest()
  if (first) next(first.reviewDueAt)
}
