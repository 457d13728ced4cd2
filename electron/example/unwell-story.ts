import { addDays, addMinutes, epochMs } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { awayFrom } from '../features/leave/on-board.ts'
import { debrief } from '../features/unwell-baby/debrief-service.ts'
import { recordDrill } from '../features/unwell-baby/drill-service.ts'
import { seen } from '../features/unwell-baby/help-service.ts'
import { arrived, left, returned } from '../features/unwell-baby/journey-service.ts'
import type { Chance } from './chance.ts'
import { tellOthers } from './duties-story.ts'
import {
  type Baby,
  chanceIn,
  decide,
  end,
  inError,
  infection,
  look,
  names,
  raise,
  reach,
  someone,
} from './unwell-acts.ts'
import { type Course, courses, lessons } from './unwell-words.ts'
import type { World } from './world.ts'

/** Days at either end of a stay that have no episode: what has begun is to end within the stay. */
const quietDays = 5

/**
 * The unwell baby over one stay: now and then a concern, mostly small, sometimes 999; as on any ward the
 * first observations or the help are late at times, and an escort is forgotten or lowered by name.
 */
export function unwellStory(world: World, baby: Baby): void {
  const chance = chanceIn(world)
  const days = Math.floor((epochMs(baby.endsAt) - epochMs(baby.startedAt)) / 86_400_000)
  if (days < 2 * quietDays + 1) return
  const episodes = chance.happens(0.62) ? (chance.happens(0.3) ? 2 : 1) : 0
  for (let n = 0; n < episodes; n += 1) {
    const day = addDays(baby.startedAt, chance.between(quietDays, days - quietDays))
    const at = addMinutes(day, chance.between(0, 1_300))
    world.timeline.at(at, () => episodeOf(world, baby, courseOf(chance)))
  }
}

function courseOf(chance: Chance): Course {
  let left = chance.between(0, courses.reduce((sum, { share }) => sum + share, 0) - 1)
  for (const course of courses) {
    if (left < course.share) return course
    left -= course.share
  }
  throw new Error('No course of an episode')
}

const between = (chance: Chance, [low, high]: readonly [number, number]) =>
  chance.between(low, high)

function episodeOf(world: World, baby: Baby, course: Course): void {
  const chance = chanceIn(world)
  const { timeline } = world
  const recognisedAt = world.clock.now()
  // Now and then written down late, and the clock has run all the while.
  const entered = chance.happens(0.06) ? chance.between(14, 40) : chance.between(0, 2)
  timeline.at(addMinutes(recognisedAt, entered), () => {
    const episodeId = raise(world, baby, course, recognisedAt)
    tellOthers(world, baby.pairId)
    if (chance.happens(0.03)) {
      timeline.at(addMinutes(world.clock.now(), 9), () => inError(world, episodeId))
      return
    }
    const since = (minutes: number, act: () => void) =>
      timeline.at(addMinutes(recognisedAt, Math.max(entered + 1, minutes)), () => {
        act()
        tellOthers(world, baby.pairId)
      })
    const observed = chance.happens(0.1) ? chance.between(17, 45) : chance.between(2, 13)
    const first = course.hospital ? Math.min(observed, 3) : observed
    since(Math.max(1, first - 1), () => infection(world, episodeId, course))
    since(first, () => look(world, baby, episodeId, course.values, course))
    const late = chance.happens(0.11) ? chance.between(9, 40) : 0
    let reachedLast = 0
    for (const { whom, minutes, advice } of course.help) {
      reachedLast = between(chance, minutes) + late
      since(reachedLast, () => reach(world, episodeId, whom, advice))
    }
    if (course.hospital) journey(world, episodeId, since, reachedLast)
    else atHome(world, baby, episodeId, course, since, reachedLast)
  })
}

type Since = (minutes: number, act: () => void) => void

/** Seen on the unit, and signed off the same day. */
function atHome(
  world: World,
  baby: Baby,
  episodeId: string,
  course: Course,
  since: Since,
  from: number,
): void {
  const chance = chanceIn(world)
  const whom = course.help.at(-1)?.whom ?? 'ward-doctor'
  const seenAt = Math.max(from + 2, between(chance, course.seen ?? [30, 90]))
  since(seenAt, () =>
    world.as(someone(world, 'nurse'), (ctx) =>
      seen(ctx, { episodeId, whom, seenAt: ctx.now, seenBy: names[whom] ?? 'Dr Amara Nwosu' }),
    ),
  )
  since(seenAt + 25, () => look(world, baby, episodeId, {}))
  since(seenAt + 40, () => end(world, episodeId, course.outcome, course.plan, 360))
}

/** To hospital: who goes, the handover, the way back and the debrief. */
function journey(world: World, episodeId: string, since: Since, from: number): void {
  const chance = chanceIn(world)
  const escort = chance.happens(0.08) ? 'forgotten' : chance.happens(0.1) ? 'lower' : 'by rule'
  const leaves = from + chance.between(14, 30)
  if (escort !== 'forgotten')
    since(from + chance.between(2, 9), () => decide(world, episodeId, escort === 'lower'))
  let departureId = ''
  let version = 1
  since(leaves, () => {
    const made = world.as(someone(world, 'nurse'), (ctx) =>
      left(ctx, {
        episodeId,
        leftAt: ctx.now,
        destination: 'Children’s emergency department',
        motherCannotGo: chance.happens(0.3),
      }),
    )
    departureId = made.departureId
    if (escort === 'forgotten') since(leaves + 55, () => decide(world, episodeId, false))
  })
  const there = leaves + chance.between(12, 28)
  since(there, () => {
    ;({ version } = world.as(someone(world, 'nurse'), (ctx) =>
      arrived(ctx, {
        ...{ episodeId, departureId, version },
        arrivedAt: ctx.now,
        handedOverTo: 'Sister Bethan Lloyd',
        handedOverAt: ctx.now,
        motherCannotGo: false,
      }),
    ))
  })
  since(there + 20, () => end(world, episodeId, 'transferred', 'Handed over with the sheet'))
  const back = there + chance.between(240, 2_600)
  since(back, () => {
    world.as(someone(world, 'nurse'), (ctx) =>
      returned(ctx, { episodeId, departureId, version, returnedAt: ctx.now }),
    )
    end(world, episodeId, 'returned', 'Antibiotics finished or not needed; feeds again; observe')
  })
  if (chance.happens(0.86))
    since(back + chance.between(1, chance.happens(0.85) ? 7 : 24) * 1_440, () =>
      world.as(someone(world, 'consultant'), (ctx) =>
        debrief(ctx, { episodeId, heldAt: ctx.now, learning: chance.one(lessons) }),
      ),
    )
}

/** Drills of the pathway: two a year, and once one was missed. */
export function drillStory(world: World): void {
  const begins = world.clock.now()
  for (let month = 2; month < 60; month += 6) {
    if (month === 14) continue
    world.timeline.at(addDays(begins, month * 30), () =>
      world.as(someone(world, 'nurse'), (ctx) =>
        recordDrill(ctx, {
          heldAt: ctx.now,
          scenario: 'A baby who cannot be roused, at night with three on shift',
          learning: chanceIn(world).one(lessons),
        }),
      ),
    )
  }
}

interface Here {
  pairId: string
  babyId: string
  stayId: string
  startedAt: Instant
}

const hereSql = `select p.record_id as pairId, p.baby_id as babyId, p.stay_id as stayId,
    p.started_at as startedAt from pair p
  where p.ended_at is null and p.withdrawn = 0
    and not exists (select 1 from pair n where n.record_id = p.record_id and n.version > p.version)
    and not exists (select 1 from episode e where e.pair_id = p.record_id and e.recognised_at > @lately)
  order by p.started_at, p.record_id`

/** One concern that is running at the moment of building, so that the board has a clock to show. */
export function runningStory(world: World): void {
  const { timeline, end } = world
  const recognisedAt = addMinutes(end, -4)
  timeline.at(addMinutes(end, -3), () => {
    const found = world.as(someone(world, 'nurse'), ({ db }) =>
      db
        .rows<Here>(hereSql, { lately: addDays(end, -2) })
        // Nobody on the ward has a concern about a baby who is out.
        .find(({ stayId }) => !awayFrom(db, [stayId], world.clock.now()).has(stayId)),
    )
    if (!found || found.startedAt > recognisedAt) return
    const baby = { ...found, endsAt: end }
    const course = courses[2]
    if (!course) return
    const episodeId = raise(world, baby, course, recognisedAt)
    timeline.at(addMinutes(end, -2), () => infection(world, episodeId, course))
    timeline.at(addMinutes(end, -1), () => look(world, baby, episodeId, course.values, course))
  })
}
