import type { Granter } from '#domain/leave/record.ts'
import { addDays, addHours, addMinutes, dateOf, firstInstantAt } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { Place } from '#domain/supervision/codes.ts'
import { actCodeAt, byRule, type LeaveByRule } from '../features/leave/by-rule.ts'
import { caseOfLeave, type LeaveCase, leaveCase } from '../features/leave/case.ts'
import { decideLeave } from '../features/leave/decide-service.ts'
import { back, left } from '../features/leave/journey-service.ts'
import { ask, cancelLeave } from '../features/leave/request-service.ts'
import type { Leave } from '../features/leave/rows.ts'
import {
  askInput,
  backInput,
  decideInput,
  grantInput,
  leftInput,
} from '../features/leave/schemas.ts'
import { recordGrant } from '../features/leave/section-17-service.ts'
import { currentStays } from '../features/stays/queries.ts'
import { openEpisodes } from '../features/unwell-baby/running.ts'
import { leaveConditions, leavePurposes, returnWords } from './leave-words.ts'
import { withOwnChance } from './own-chance.ts'
import type { Family } from './supervision-story.ts'
import type { World } from './world.ts'

// For its first two months the ward kept leave on paper.
const onPaperDays = 60

interface StayOnLeave {
  stayId: string
  arrivedAt: Instant
  endsAt: Instant
  families: readonly Family[]
}

const answers = { planSays: 'yes', authoritySays: 'yes', consentSays: 'yes' } as const

/**
 * Leave over one stay: walks, errands and visits home, with the baby or without, as the rules let them; some
 * are not agreed, some not taken, and some are late back.
 */
export function leaveStory(shared: World, stay: StayOnLeave, opened: Instant): void {
  const world = withOwnChance(shared)
  const { chance, timeline } = world
  let day = addDays(stay.arrivedAt, chance.between(4, 8))
  while (day < stay.endsAt) {
    const goesAt = firstInstantAt(
      dateOf(day),
      `${chance.between(10, 15)}:${chance.between(10, 59)}`,
    )
    const backAt = addMinutes(goesAt, 30 * chance.between(2, 6))
    const withBaby = chance.happens(0.75)
    if (goesAt > addDays(opened, onPaperDays) && addHours(backAt, 2) < stay.endsAt)
      timeline.at(addMinutes(goesAt, -chance.between(90, 600)), () =>
        askFor(world, stay, { goesAt, backAt, withBaby }),
      )
    day = addDays(day, chance.between(3, 8))
  }
}

/**
 * At the moment of building one mother and her baby are out, due back within the hour and a half; another is
 * not back past the limit, and nobody has begun the steps yet.
 */
export function awayNowStory(shared: World): void {
  const { end, opened } = shared
  if (addDays(opened, onPaperDays) > addDays(end, -1)) return
  const out = {
    place: 'community-staff' as const,
    purpose: 'Baby clinic for weight and immunisation',
  }
  outAtTheEnd(shared, { ...out, asked: 300, goes: 170, back: -45, comesBack: false })
  outAtTheEnd(shared, { ...out, asked: 150, goes: 40, back: 80, comesBack: true })
}

interface OutAtTheEnd {
  place: Place
  purpose: string
  /** Minutes before the end at which it is asked for, and at which they go; after it, when they are due. */
  asked: number
  goes: number
  back: number
  comesBack: boolean
}

function outAtTheEnd(shared: World, { place, purpose, comesBack, ...at }: OutAtTheEnd): void {
  const { end, timeline } = shared
  timeline.at(addMinutes(end, -at.asked), () => {
    const world = withOwnChance(shared)
    const plannedOutAt = addMinutes(end, -at.goes)
    const plan = { place, plannedOutAt, plannedBackAt: addMinutes(end, at.back) }
    const stays = world.look(({ db }) => currentStays(db))
    for (const { id: stayId } of comesBack ? stays : stays.toReversed()) {
      const free = world.look((ctx) => {
        const found = leaveCase(ctx, stayId)
        const babies = found.pairs.map(({ id }) => id)
        const { answer } = byRule(
          ctx.db,
          found,
          { ...plan, mother: true, carer: null, company: [], babies },
          answers,
          found.now,
        )
        const busy = found.leaves.some(
          ({ plannedBackAt }) => plannedBackAt > addDays(found.now, -1),
        )
        return babies.length > 0 && answer.held.length === 0 && !busy ? babies : undefined
      })
      if (!free) continue
      const asked = askInput.parse({
        ...plan,
        stayId,
        babies: free,
        telephone: '07700 900123',
        purpose,
        askedBy: 'mother',
      })
      const { leaveId } = world.as(world.someone('nurse'), (ctx) => ask(ctx, asked))
      decideOn(world, leaveId, plannedOutAt, comesBack)
      return
    }
  })
}

interface Outing {
  goesAt: Instant
  backAt: Instant
  withBaby: boolean
}

function askFor(world: World, stay: StayOnLeave, { goesAt, backAt, withBaby }: Outing): void {
  const { chance } = world
  const [place, purpose] = chance.one(leavePurposes)
  const asked = askInput.parse({
    stayId: stay.stayId,
    babies: withBaby ? stay.families.map(({ pairId }) => pairId) : [],
    place,
    address: place === 'home' ? '14 Example Terrace, Westmarch' : '',
    telephone: '07700 900123',
    withWhom: place === 'home' ? 'Her mother' : '',
    purpose,
    askedBy: chance.happens(0.8) ? 'mother' : 'team',
    plannedOutAt: goesAt,
    plannedBackAt: backAt,
  })
  const { leaveId } = world.as(world.someone('nurse'), (ctx) => ask(ctx, asked))
  grantIfNeeded(world, leaveId, place)
  decideOn(world, leaveId, goesAt)
}

/** Her consultant grants what she needs, mostly. */
function grantIfNeeded(world: World, leaveId: string, place: Place): void {
  const { found, rule, leave } = ruleNow(world, leaveId)
  const code = world.look(({ db }) => actCodeAt(db, found.stay.motherId, found.now))
  if (rule.facts.position.state !== 'detained-without-leave' || world.chance.happens(0.25)) return
  if (code !== '02' && code !== '03') return
  const consultant = world.someone('consultant')
  world.as(consultant, (ctx) =>
    recordGrant(
      ctx,
      grantInput.parse({
        stayId: found.stay.id,
        grantedBy: consultant.name,
        grantedAs: 'responsible-clinician' satisfies Granter,
        grantedAt: found.now,
        document: 'Leave form in the notes',
        conditions: world.chance.one(leaveConditions),
        escorted: world.chance.happens(0.5),
        places: [...new Set(['grounds', place])],
        startsAt: found.now,
        endsAt: addDays(leave.plannedBackAt, 7),
      }),
    ),
  )
}

function ruleNow(
  world: World,
  leaveId: string,
): { found: LeaveCase; leave: Leave; rule: LeaveByRule } {
  return world.look((ctx) => {
    const { found, leave } = caseOfLeave(ctx, leaveId)
    return { found, leave, rule: byRule(ctx.db, found, leave, answers, found.now) }
  })
}

function decideOn(world: World, leaveId: string, goesAt: Instant, comesBack = true): void {
  const { found, leave, rule } = ruleNow(world, leaveId)
  const agreed = rule.answer.held.length === 0
  const input = decideInput.parse({
    leaveId,
    version: leave.version,
    answers,
    outcome: agreed ? 'agreed' : 'refused',
    ...(agreed ? {} : { because: 'The rules hold it: talked over with her' }),
    ...(rule.answer.approvedAdult ? { adult: 'Her mother' } : {}),
    reached: rule.answer.reach
      .filter(({ when }) => when === 'before-leaving')
      .map(({ whom }) => ({ whom, name: 'Duty desk, by name in the notes', at: found.now })),
  })
  world.signed(world.someone('nurse'), (ctx) => decideLeave(ctx, input))
  if (agreed) world.timeline.at(goesAt, () => go(world, leaveId, comesBack))
}

/** They go if it still stands and the baby is well; else it is taken back. */
function go(world: World, leaveId: string, comesBack: boolean): void {
  const { leave, rule } = ruleNow(world, leaveId)
  const { chance } = world
  const now = world.clock.now()
  const unwell = world.look((ctx) =>
    leave.babies.some((pairId) =>
      openEpisodes(ctx.db, now, pairId).some(({ state }) => state === 'running'),
    ),
  )
  const decision = leave.decision
  const stands =
    decision !== null &&
    rule.answer.held.length === 0 &&
    rule.answer.babyEscorts <= decision.babyEscorts &&
    rule.answer.motherEscorts <= decision.motherEscorts
  const nurse = world.someone('nurse')
  if (!stands || unwell || (comesBack && chance.happens(0.08))) {
    world.as(nurse, (ctx) =>
      cancelLeave(ctx, { id: leaveId, version: leave.version, reason: 'She did not want to go' }),
    )
    return
  }
  const goes = leftInput.parse({
    leaveId,
    leftAt: now,
    babies: leave.babies,
    wentWith: decision.babyEscorts > 0 ? world.someone('nursery-nurse').name : decision.adult,
  })
  world.as(nurse, (ctx) => left(ctx, goes))
  if (!comesBack) return
  const late = chance.happens(0.12) ? chance.between(5, 25) : -chance.between(0, 15)
  world.timeline.at(addMinutes(leave.plannedBackAt, late), () => comeBack(world, leaveId))
}

function comeBack(world: World, leaveId: string): void {
  const [mother, baby] = world.chance.one(returnWords)
  const { leave } = ruleNow(world, leaveId)
  const came = backInput.parse({
    leaveId,
    backAt: world.clock.now(),
    mother: true,
    babies: leave.babies,
    motherCondition: mother,
    babyCondition: leave.babies.length > 0 ? baby : '',
  })
  world.as(world.someone('nurse'), (ctx) => back(ctx, came))
}
