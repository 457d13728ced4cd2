import { earliestRetest } from '#domain/oversight/action.ts'
import type { ShownBy } from '#domain/oversight/pinnable.ts'
import type { VisitKind } from '#domain/oversight/visit.ts'
import {
  addDays,
  addDaysToDate,
  dateOf,
  firstInstantAt,
  startOfDay,
} from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import {
  addAction,
  doneAction,
  retestAction,
  startAction,
  verifyAction,
} from '../features/oversight/action-service.ts'
import { pinFault, shownBy } from '../features/oversight/pinnable.ts'
import { actionById } from '../features/oversight/rows.ts'
import {
  addFinding,
  callOffVisit,
  holdVisit,
  planVisit,
} from '../features/oversight/visit-service.ts'
import { oversightFacts } from '../oversight-facts.ts'
import type { ReadDb } from '../platform/unit-of-work.ts'
import { foundByVisits } from './oversight-words.ts'
import { withOwnChance } from './own-chance.ts'
import type { World } from './world.ts'

const { requirements, figureOf } = oversightFacts

/** A unit that has just opened is left alone for two months. */
const firstDays = 60

/** Walk-rounds every month, an audit every quarter, a contract meeting in each half year, a quality visit a year. */
export function oversightStory(given: World): void {
  const world = withOwnChance(given)
  const start = addDays(world.clock.now(), firstDays)
  const every = (days: number, kind: VisitKind, title: string, finds: number) => {
    for (let at = addDays(start, days / 6); at < world.end; at = addDays(at, days))
      world.timeline.at(at, () => visit(world, kind, title, finds))
  }
  every(30, 'walk-round', 'Walk-round of the chief nurse', 0)
  every(91, 'audit', 'Audit of supervision and of the reading of reports', 2)
  every(182, 'contract-meeting', 'Contract meeting with NHS England', 0)
  every(330, 'quality-visit', 'Quality visit of NHS England', 3)
}

function visit(world: World, kind: VisitKind, title: string, finds: number): void {
  const manager = world.someone('ward-manager')
  const plannedOn = addDaysToDate(dateOf(world.clock.now()), 14)
  const { id } = world.as(manager, (ctx) => planVisit(ctx, { kind, title, plannedOn }))
  const held = world.chance.happens(0.85)
  world.timeline.at(firstInstantAt(plannedOn, '15:30'), () => {
    if (!held && world.chance.happens(0.5))
      world.as(manager, (ctx) =>
        callOffVisit(ctx, { id, version: 1, because: 'The leader was called to another ward' }),
      )
    if (!held) return
    world.as(manager, (ctx) =>
      holdVisit(ctx, {
        id,
        version: 1,
        heldOn: dateOf(ctx.now),
        visitors: kind === 'walk-round' ? 'The chief nurse' : 'Two people from outside the unit',
        spokenTo: 'Five staff, two mothers',
        seen: 'The ward was walked round, and records were followed from beginning to end',
      }),
    )
    for (let n = 0; n < finds; n += 1) find(world, id)
  })
}

function find(world: World, visitId: string): void {
  const { action, evidence = '', impact = '', ...found } = world.chance.one(foundByVisits)
  const manager = world.someone('ward-manager')
  const { id: findingId } = world.as(manager, (ctx) =>
    addFinding(requirements)(ctx, { visitId, ...found }),
  )
  if (action === undefined) return
  const dueOn = addDaysToDate(dateOf(world.clock.now()), 42)
  const owner = world.chance.one(
    world.accounts.filter(({ role }) => role === 'nurse' || role === 'consultant'),
  )
  const { id } = world.as(manager, (ctx) =>
    addAction(requirements)(ctx, {
      findingId,
      requirement: found.requirement,
      measure: null,
      what: action,
      ownerId: owner.staffId,
      dueOn,
      high: world.chance.happens(0.2),
    }),
  )
  carryOut(world, id, { startsAt: addDays(world.clock.now(), 3), dueOn, evidence, impact })
}

interface Plan {
  startsAt: Instant
  dueOn: string
  evidence: string
  impact: string
}

/** Most actions are done by their day and held; some are late, some wait for evidence, a few fall back. */
function carryOut(world: World, id: string, { startsAt, dueOn, evidence, impact }: Plan): void {
  const { chance, timeline } = world
  const manager = world.someone('ward-manager')
  const of = () => world.look((ctx) => ({ id, version: actionById(ctx.db, id).version }))
  timeline.at(startsAt, () => world.as(manager, (ctx) => startAction(ctx, of())))
  if (chance.happens(0.08)) return
  const doneOn = addDaysToDate(dueOn, chance.happens(0.8) ? -chance.between(1, 20) : 9)
  timeline.at(firstInstantAt(doneOn, '16:00'), () => {
    const known = chance.happens(0.92) ? evidence : ''
    const pin = known === '' ? null : world.look((ctx) => recordThatShows(ctx.db, id))
    const done = { doneOn, evidence: pin ? known : '', impact }
    world.as(manager, (ctx) => doneAction(ctx, { ...of(), ...done, pin }))
    if (pin) verify(world, id, done)
  })
}

/** Of each requirement, the kind of record that shows an action for it was done. */
const kindThatShows: Record<string, ShownBy> = {
  '5a': 'admission_decision',
  '5b': 'certificate',
  '5c': 'reader_signature',
  '5d': 'supervision_decision',
  '5e': 'unwell_baby_drill',
  '5f': 'staff_session',
}

function recordThatShows(db: ReadDb, id: string): { type: ShownBy; id: string } | null {
  const records = shownBy(db)
  const kind = kindThatShows[actionById(db, id).requirement]
  const found = records.find(({ type }) => type === kind) ?? records[0]
  return found ? { type: found.type, id: found.id } : null
}

interface Done {
  doneOn: string
  evidence: string
  impact: string
}

function verify(world: World, id: string, done: Done): void {
  const { doneOn, impact } = done
  const { chance, timeline } = world
  const manager = world.someone('ward-manager')
  const lead = world.someone('safeguarding-lead')
  const of = () => world.look((ctx) => ({ id, version: actionById(ctx.db, id).version }))
  const retestOn = addDaysToDate(earliestRetest(doneOn), 7)
  timeline.at(addDays(world.clock.now(), 5), () => {
    const changed = world.look(({ db, now }) => pinFault(db, actionById(db, id), dateOf(now)))
    if (changed !== null) {
      const pin = world.look((ctx) => recordThatShows(ctx.db, id))
      world.as(manager, (ctx) => doneAction(ctx, { ...of(), ...done, pin }))
    }
    world.signed(lead, (ctx) => verifyAction(ctx, { ...of(), impact, retestOn }))
  })
  if (chance.happens(0.12)) return
  const looksAt = addDays(startOfDay(retestOn), -chance.between(0, 5))
  timeline.at(looksAt, () => {
    const fellBack = chance.happens(0.15)
    const retestedOn = dateOf(world.clock.now())
    const dueOn = fellBack ? addDaysToDate(retestedOn, 42) : null
    world.as(manager, (ctx) =>
      retestAction(figureOf)(ctx, {
        ...of(),
        retestedOn,
        retestResult: fellBack ? 'fell-back' : 'held',
        retestNote: fellBack ? 'The last month was as before' : 'The figure stayed where it was',
        dueOn,
      }),
    )
    if (dueOn !== null) {
      const startsAt = addDays(world.clock.now(), 2)
      carryOut(world, id, { startsAt, dueOn, evidence: 'Looked at ten records', impact })
    }
  })
}
