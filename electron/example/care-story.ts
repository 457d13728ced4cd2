import { addDays, addMinutes, epochMs, laterOf } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { addEntry } from '../features/baby-care/care-service.ts'
import { withOwnChance } from './own-chance.ts'
import type { Family } from './supervision-story.ts'
import type { World } from './world.ts'

/** A weight a week over the whole stay; everything else of the last two days of those who are here. */
const logDays = 2

const formula = ['bottle-formula', 'bottle-breast-milk', 'breast'] as const
const nappies = ['wet', 'wet', 'wet-and-dirty', 'dirty'] as const

/** The baby-care log: on most days complete, some of it told by the mother, a weight missed now and then. */
export function careStory(shared: World, family: Family & { bornOn: string }): void {
  const world = withOwnChance(shared)
  weights(world, family)
  if (family.endsAt >= world.end) lastDays(world, family)
}

function weights(world: World, family: Family & { bornOn: string }): void {
  const { chance, timeline } = world
  const ageOf = (at: Instant) => (epochMs(at) - Date.parse(family.bornOn)) / 86_400_000
  const atBirth = chance.between(2_900, 3_700)
  for (let day = 1; ; day += 7) {
    const at = addMinutes(addDays(family.startedAt, day), chance.between(0, 600))
    if (at >= family.endsAt || at >= world.end) break
    if (chance.happens(0.15)) continue
    const grams = Math.round(atBirth + 26 * Math.min(ageOf(at), 240) + chance.between(-40, 40))
    timeline.at(at, () => write(world, family, { kind: 'weight', way: 'weighed', amount: grams }))
  }
}

function lastDays(world: World, family: Family): void {
  const { chance, timeline } = world
  const way = chance.one(formula)
  let at = laterOf(addDays(world.end, -logDays), addMinutes(family.startedAt, 60))
  for (let n = 0; ; n += 1) {
    at = addMinutes(at, chance.between(150, 230))
    if (at >= world.end) break
    const source = chance.happens(0.3) ? 'mother' : 'staff'
    const amount = way === 'breast' ? null : chance.between(8, 16) * 10
    timeline.at(at, () => write(world, family, { kind: 'feed', way, amount, source }))
    const then = (minutes: number, entry: Written) => {
      const when = addMinutes(at, minutes)
      if (when < world.end) timeline.at(when, () => write(world, family, entry))
    }
    then(15, { kind: 'nappy', way: chance.one(nappies), amount: null, source })
    then(110, { kind: 'sleep', way: 'slept', amount: chance.between(3, 9) * 10, source })
    if (n % 3 === 0) then(40, { kind: 'safe-sleep', way: 'safe', amount: null })
    if (n % 6 === 2)
      then(50, { kind: 'temperature', way: 'measured', amount: chance.between(366, 374) / 10 })
  }
}

interface Written {
  kind: 'feed' | 'nappy' | 'sleep' | 'temperature' | 'weight' | 'safe-sleep'
  way: string
  amount: number | null
  source?: 'staff' | 'mother'
}

function write(world: World, { pairId, endsAt }: Family, entry: Written): void {
  // Nothing is written down of a family that has left.
  if (world.clock.now() >= endsAt) return
  world.as(world.someone('nursery-nurse'), (ctx) =>
    addEntry(ctx, {
      pairId,
      source: 'staff',
      ...entry,
      happenedAt: ctx.now,
      confirmed: true,
      medicine: null,
      dose: null,
      note: '',
    }),
  )
}
