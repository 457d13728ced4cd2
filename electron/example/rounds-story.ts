import { addDays, addMinutes, epochMs, instantOf } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { RoundInput } from '#domain/supervision/rounds.ts'
import { awayFrom } from '../features/leave/on-board.ts'
import { pairById } from '../features/stays/queries.ts'
import { type RoundBaby, roundsNow, signRound } from '../features/supervision/round-service.ts'
import { withOwnChance } from './own-chance.ts'
import type { World } from './world.ts'

/** Until its last week the ward kept its rounds on paper: a round is up to 96 times a day for each baby. */
const keptDays = 7
const onPaperDays = 60

const quarterMs = 15 * 60_000

type Check = RoundInput['checks'][number]

/** A stretch of a night that was not entered at the time: what is owed, and until when nobody enters it. */
interface Owed {
  until: Instant
  checks: Check[]
}

/**
 * The rounds of the last week, quarter by quarter: most on time; and, as on any ward, some late, some missed,
 * a baby left out of a round, and in some nights two hours that were entered together at their end.
 */
export function roundsStory(shared: World): void {
  const first = addDays(shared.end, -keptDays)
  if (first < addDays(shared.opened, onPaperDays)) return
  const world = withOwnChance(shared)
  let owed: Owed | undefined
  const quarter = (at: Instant) => {
    world.timeline.at(at, () => {
      owed = round(world, at, owed)
      quarter(addMinutes(at, 15))
    })
  }
  quarter(instantOf(Math.ceil(epochMs(first) / quarterMs) * quarterMs))
}

function round(world: World, at: Instant, before: Owed | undefined): Owed | undefined {
  const { chance, timeline } = world
  const due = world.look(({ db }) => roundsNow(db, at).babies.filter(({ dueAt }) => dueAt === at))
  const owed = before ?? stretchFrom(world, at)
  if (owed) {
    owed.checks.push(
      ...due.map((baby) => checkOf(world, baby, addMinutes(at, chance.between(0, 3)), 'typed')),
    )
    if (at < owed.until) return owed
    timeline.at(addMinutes(at, 6), () => sign(world, owed.checks))
    return undefined
  }
  if (chance.happens(0.015)) return undefined
  const when = addMinutes(at, chance.happens(0.04) ? chance.between(7, 12) : chance.between(0, 4))
  const there = due.filter(() => !chance.happens(0.008))
  timeline.at(when, () =>
    sign(
      world,
      there.map((baby) => checkOf(world, baby, when, 'tapped')),
    ),
  )
  return undefined
}

/** Between two and four in the morning, now and then: an hour and a half to two hours on a slip of paper. */
function stretchFrom({ chance }: World, at: Instant): Owed | undefined {
  const hour = new Date(at).getUTCHours()
  if (hour < 2 || hour > 3 || !chance.happens(0.05)) return undefined
  return { until: addMinutes(at, chance.between(6, 8) * 15), checks: [] }
}

type Whereabouts = Required<Pick<Check, 'place' | 'withWhom'>>

const watched: readonly Whereabouts[] = [
  { place: 'own-room', withWhom: 'mother-and-staff' },
  { place: 'nursery', withWhom: 'staff' },
]
const settled: readonly Whereabouts[] = [
  { place: 'own-room', withWhom: 'mother' },
  { place: 'own-room', withWhom: 'mother' },
  { place: 'shared-room', withWhom: 'mother' },
  { place: 'nursery', withWhom: 'staff' },
]

function checkOf(
  world: World,
  { pairId, everyMinutes }: RoundBaby,
  seenAt: Instant,
  timed: Check['timed'],
): Check {
  const away = world.look(({ db }) => {
    const { stayId } = pairById(db, pairId)
    return awayFrom(db, [stayId], seenAt)
      .get(stayId)
      ?.find(({ babies }) => babies.includes(pairId))
  })
  const common = { pairId, seenAt, timed, note: undefined }
  if (away)
    return {
      ...common,
      outcome: 'away',
      note: away.where ? `On leave: ${away.where}` : 'Away from the ward',
    }
  const where = world.chance.one((everyMinutes ?? 60) <= 15 ? watched : settled)
  return { ...common, outcome: 'seen', ...where }
}

/** Whoever has left meanwhile is in no round. */
function sign(world: World, checks: readonly Check[]): void {
  const here = world.look(({ db, now }) =>
    checks.filter(({ pairId, seenAt }) => {
      const { startedAt, endedAt } = pairById(db, pairId)
      return startedAt <= seenAt && seenAt <= now && (endedAt === null || seenAt <= endedAt)
    }),
  )
  if (here.length === 0) return
  world.as(world.someone(world.chance.happens(0.6) ? 'nurse' : 'nursery-nurse'), (ctx) =>
    signRound(ctx, { checks: here, note: undefined }),
  )
}
