import { epochMs } from '#domain/shared/calendar.ts'
import { chanceOf } from './chance.ts'
import type { World } from './world.ts'

/** The world with choices of its own from here on, so that a further story moves no choice of the others. */
export function withOwnChance(world: World): World {
  const chance = chanceOf(Math.floor(epochMs(world.clock.now()) / 60_000))
  return {
    ...world,
    chance,
    someone: (role) => chance.one(world.accounts.filter((actor) => actor.role === role)),
  }
}
