import type { DutyMethod } from '#domain/communications/record.ts'
import { addDays, addMinutes, epochMs, instantOf } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { acknowledged, drop, sent } from '../features/communications/acts-service.ts'
import { answer, happened } from '../features/communications/events-service.ts'
import { dutyNow } from '../features/communications/one-duty.ts'
import { dischargePlanned, tellingOf } from '../features/discharge/leaving.ts'
import { type Chance, chanceOf } from './chance.ts'
import { answersToQuestions, effectOnCare, roles, sharedOf } from './duties-words.ts'
import { inventedStaffName } from './invented.ts'
import type { World } from './world.ts'

const planned = new WeakMap<World, Set<string>>()

function plannedIn(world: World): Set<string> {
  const known = planned.get(world) ?? new Set<string>()
  planned.set(world, known)
  return known
}

/**
 * Chances that hang on the moment and on what is told alone: no other story moves them, nor the telling of
 * anything else.
 */
function chanceOfNow(world: World, about = ''): Chance {
  const letters = [...about].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7)
  return chanceOf((Math.floor(epochMs(world.clock.now()) / 60_000) + letters * 40_931) % 2 ** 31)
}

interface Told {
  pairId: string
  startedAt: Instant
  endsAt: Instant
}

/**
 * Telling others over one stay of a mother and baby: what happens besides, and everything that follows from
 * it, sent and acknowledged as on any ward: mostly in time, now and then late, sometimes never.
 */
export function dutiesStory(world: World, told: Told): void {
  const { timeline } = world
  const chance = chanceOfNow(world)
  const days = Math.floor((epochMs(told.endsAt) - epochMs(told.startedAt)) / 86_400_000)
  const someday = () =>
    addMinutes(addDays(told.startedAt, chance.between(2, days - 1)), chance.between(0, 500))
  if (chance.happens(0.45)) happens(world, told, 'COM-07', someday())
  if (chance.happens(0.3)) happens(world, told, 'COM-10', someday(), chance.between(1, 3))
  if (chance.happens(0.15)) happens(world, told, 'COM-13', someday())
  if (chance.happens(0.85))
    happens(world, told, 'COM-16', addDays(told.endsAt, -chance.between(6, 12)), 'discharge')
  tellOthers(world, told.pairId)
  // What no other story has brought up is found by whoever looks at the queue each morning.
  for (let day = 1; day <= days + 1; day += 1)
    timeline.at(addDays(told.startedAt, day), () => tellOthers(world, told.pairId))
  timeline.at(addDays(told.endsAt, 4), () =>
    closeWhatIsLeft(world, told.pairId, 'Gone home; told in the discharge letter of the stay'),
  )
}

/** Something by hand; `starts` is in so many days, or at the discharge. */
function happens(
  world: World,
  told: Told,
  event: string,
  at: Instant,
  starts?: number | 'discharge',
): void {
  if (at <= told.startedAt || at >= told.endsAt) return
  const startsAt =
    starts === undefined ? null : starts === 'discharge' ? told.endsAt : addDays(at, starts)
  world.timeline.at(at, () => {
    // The plan of the stay has listed them already.
    const isListed = world.look(({ db }) => tellingOf(db, [told.pairId]).length > 0)
    if (event === dischargePlanned && isListed) return
    const ofMother = event === 'COM-07'
    world.as(world.accounts.find(({ role }) => role === 'nurse') ?? world.someone('nurse'), (ctx) =>
      happened(ctx, {
        pairId: told.pairId,
        event,
        at,
        startsAt,
        concernOrConsent: ofMother,
        ...(ofMother ? { details: effectOnCare } : {}),
      }),
    )
    tellOthers(world, told.pairId)
  })
}

const openSql = `select d.record_id as id, max(d.version) as version from duty d
  where d.event_id in (select record_id from duty_event where pair_id = @pairId)
  group by d.record_id order by d.record_id`

/** Plans the telling of every duty of a pair that nobody has planned yet. For stories that make events. */
export function tellOthers(world: World, pairId: string): void {
  const told = plannedIn(world)
  const nurse = nurseOf(world)
  const ids = world.as(nurse, ({ db }) => db.rows<{ id: string }>(openSql, { pairId }))
  for (const { id } of ids)
    if (!told.has(id) && stands(world, id)) {
      told.add(id)
      planTelling(world, id)
    }
}

function nurseOf(world: World) {
  return chanceOfNow(world).one(world.accounts.filter(({ role }) => role === 'nurse'))
}

const standsSql = `select 1 as yes from duty d join duty_event e on e.record_id = d.event_id
  where d.record_id = @id and d.withdrawn = 0 and e.withdrawn = 0
    and not exists (select 1 from duty n where n.record_id = d.record_id and n.version > d.version)
    and not exists (select 1 from duty_event n
      where n.record_id = e.record_id and n.version > e.version)`

/** False once what the duty came from was found to be entered in error. */
const stands = (world: World, id: string): boolean =>
  world.as(nurseOf(world), ({ db }) => db.row(standsSql, { id })) !== undefined

const looked = (world: World, dutyId: string) =>
  world.as(nurseOf(world), (ctx) => dutyNow(ctx, dutyId))

function planTelling(world: World, dutyId: string): void {
  const { duty } = looked(world, dutyId)
  const chance = chanceOfNow(world, duty.label)
  const now = world.clock.now()
  const left = Math.max(0, epochMs(duty.dueAt ?? addDays(now, 1)) - epochMs(now))
  const part = (from: number, to: number) =>
    instantOf(epochMs(now) + Math.floor((left * chance.between(from, to)) / 100))
  const late = chance.happens(0.09)
  const at = late ? addMinutes(part(100, 100), chance.between(20, 1_400)) : part(5, 80)
  const never = chance.happens(0.02)
  if (!never) world.timeline.at(at, () => tell(world, dutyId))
}

/** The question first, where there is one; then, now and then, a reason not to; else it is sent. */
function tell(world: World, dutyId: string): void {
  if (!stands(world, dutyId)) return
  const now = world.clock.now()
  const { duty, status, record, event } = looked(world, dutyId)
  const chance = chanceOfNow(world, duty.label)
  if (status.state !== 'due' && status.state !== 'late') return
  if (duty.question !== null && record.answers.length === 0) {
    const known = answersToQuestions[duty.question.split(':')[0] ?? '']
    if (known === undefined) {
      // Only a recorded status answers this one: whoever looks again tomorrow finds the duty without it.
      plannedIn(world).delete(dutyId)
      return
    }
    if (chance.happens(0.08)) return
    const said = chance.happens(known.yes) ? 'yes' : 'no'
    world.as(nurseOf(world), (ctx) =>
      answer(ctx, {
        eventId: event.recordId,
        question: duty.question ?? '',
        answer: said,
        because: known.because[said],
        answeredAt: now,
      }),
    )
    if (said === 'no') return
  }
  if (chance.happens(0.03)) dropped(world, dutyId, 'They had heard it at the ward round, by video')
  else send(world, dutyId)
}

function send(world: World, dutyId: string): void {
  const now = world.clock.now()
  const { duty, event, family } = looked(world, dutyId)
  const chance = chanceOfNow(world, `${duty.label} sent`)
  const method: DutyMethod = chance.happens(0.6)
    ? 'telephone'
    : chance.happens(0.7)
      ? 'secure-email'
      : 'letter'
  const toName = duty.personId === null ? inventedStaffName(chance) : duty.label.slice(0, 200)
  const role = roles[duty.recipient]
  const heard = method === 'telephone' && chance.happens(0.7)
  const { acknowledgeBy } = world.as(nurseOf(world), (ctx) =>
    sent(ctx, {
      dutyId,
      sentAt: now,
      method,
      toName,
      shared: sharedOf(event.event, family.babyName),
      sharingBasis: event.legalClass === 'none' ? 'direct-care' : 'safeguarding',
      heardBy: heard ? { name: toName, role } : null,
    }),
  )
  if (heard) return
  const left = epochMs(acknowledgeBy) - epochMs(now)
  const late = chance.happens(0.12)
  const silent = chance.happens(0.07)
  const at = late
    ? addMinutes(acknowledgeBy, chance.between(15, 2_800))
    : instantOf(epochMs(now) + Math.floor((left * chance.between(10, 90)) / 100))
  if (!silent) world.timeline.at(at, () => hear(world, dutyId, toName, role, method))
}

function hear(
  world: World,
  dutyId: string,
  byName: string,
  byRole: string,
  method: DutyMethod,
): void {
  if (!stands(world, dutyId) || looked(world, dutyId).status.state === 'dropped') return
  world.as(nurseOf(world), (ctx) =>
    acknowledged(ctx, {
      dutyId,
      acknowledgedAt: world.clock.now(),
      byName,
      byRole,
      method: method === 'letter' ? 'telephone' : method,
      outcome: chanceOfNow(world, byName).happens(0.2)
        ? 'They will ring back after their visit'
        : '',
    }),
  )
}

function dropped(world: World, dutyId: string, because: string): void {
  const droppedAt = world.clock.now()
  world.as(nurseOf(world), (ctx) => drop(ctx, { dutyId, because, droppedAt }))
}

/** What was never answered is closed with its reason by whoever goes through the queue. */
export function closeWhatIsLeft(world: World, pairId: string, because: string): void {
  const chance = chanceOfNow(world)
  const ids = world.as(nurseOf(world), ({ db }) => db.rows<{ id: string }>(openSql, { pairId }))
  // Nothing is left open for good: the queue is gone through again before the month is out.
  const lately = world.clock.now() > addDays(world.end, -30)
  for (const { id } of ids.filter((one) => stands(world, one.id))) {
    const { state } = looked(world, id).status
    if (state !== 'acknowledged' && state !== 'dropped' && !(lately && chance.happens(0.2)))
      dropped(world, id, because)
  }
}
