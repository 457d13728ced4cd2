import { addDaysToDate, dateOf, startOfDay } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import type { CivilDate, Instant } from '#domain/shared/time.ts'
import { type Duty, dutiesMeet, dutyFault } from '#domain/users/duty.ts'
import { shiftDuty } from '#drizzle/schema/users.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb, WriteTx } from '../../platform/unit-of-work.ts'
import { staffAsOn } from './posts-service.ts'
import { staffMember } from './staff-service.ts'

const columns = ['recordId', 'version', 'staffId', 'startsAt', 'endsAt', 'nurseInCharge'] as const
const within = standing(
  shiftDuty,
  columns,
  't.starts_at <= @to and t.ends_at > @from',
  't.starts_at, t.record_id',
)
const one = standing(shiftDuty, columns, 't.record_id = @id')

export interface DutyNow {
  id: string
  version: number
  staffId: string
  name: string
  profession: string
  startsAt: Instant
  endsAt: Instant
  nurseInCharge: boolean
}

/** The duties that touch a time between two instants, earliest first. */
export function dutiesBetween(db: ReadDb, from: Instant, to: Instant): DutyNow[] {
  return within.at(db, newest, { from, to }).map(({ recordId, ...duty }) => {
    const { name, profession } = staffMember(db, duty.staffId)
    return { id: recordId, name, profession, ...duty }
  })
}

const after = standing(
  shiftDuty,
  ['startsAt', 'endsAt'],
  't.staff_id = @staffId and t.starts_at >= @from',
  't.starts_at',
)

/** The shifts of somebody that begin after a day: what stands on the roster still when they leave. */
export const shiftsAfter = (db: ReadDb, staffId: string, day: CivilDate) =>
  after.at(db, newest, { staffId, from: startOfDay(addDaysToDate(day, 1)) })

/** Who is on shift at an instant. */
export function onShift(db: ReadDb, at: Instant): DutyNow[] {
  return dutiesBetween(db, at, at).filter((duty) => duty.startsAt <= at && at < duty.endsAt)
}

/** True if this member of staff is nurse in charge at that instant. */
export const isNurseInCharge = (db: ReadDb, staffId: string, at: Instant): boolean =>
  onShift(db, at).some((duty) => duty.nurseInCharge && duty.staffId === staffId)

/** Refuses all but the nurse in charge on shift now; the ward manager may always. */
export function needNurseInCharge(ctx: CommandContext): void {
  if (ctx.actor.role === 'ward-manager' || ctx.actor.role === 'administrator') return
  if (!isNurseInCharge(ctx.db, ctx.actor.staffId, ctx.now))
    refuse(
      'not-permitted',
      'Only the nurse in charge of this shift can do this, or the ward manager',
    )
}

export interface DutyInput extends Duty {
  staffId: string
}

/** Refuses a duty that cannot be: end before start, too long, overlapping one of the same person. */
export function checkDuty(db: ReadDb, input: DutyInput, exceptId?: string): void {
  const fault = dutyFault(input, staffAsOn(db, input.staffId, dateOf(input.startsAt)))
  if (fault) refuseField(fault.field, fault.message)
  const clash = within
    .at(db, newest, { from: input.startsAt, to: input.endsAt })
    .some(
      (duty) =>
        duty.staffId === input.staffId && duty.recordId !== exceptId && dutiesMeet(duty, input),
    )
  if (clash)
    refuseField('startsAt', 'This person is already on shift then. Correct that shift instead')
}

/** Writes a duty within a transaction of its caller, who has checked it. */
export const insertDuty = (tx: WriteTx, { staffId, startsAt, endsAt, nurseInCharge }: DutyInput) =>
  tx.insert(shiftDuty, { staffId, startsAt, endsAt, nurseInCharge })

/**
 * Nurse in charge opens accounts and sets passwords, so nobody takes it for themselves: whoever hands over,
 * another nurse or the ward manager records it. One's own may be cut short, and not made longer.
 */
function checkOwnCharge(ctx: CommandContext, input: DutyInput, before?: DutyInput): void {
  const isOwn = input.nurseInCharge && input.staffId === ctx.actor.staffId
  if (!isOwn || ctx.actor.role === 'ward-manager') return
  const isWithin =
    before?.nurseInCharge &&
    before.staffId === input.staffId &&
    before.startsAt <= input.startsAt &&
    input.endsAt <= before.endsAt
  if (!isWithin)
    refuseField(
      'nurseInCharge',
      'Nobody records themselves as nurse in charge. Ask the nurse who hands over, another nurse or the ward manager to record it',
    )
}

export function addDuty(ctx: CommandContext, input: DutyInput) {
  checkDuty(ctx.db, input)
  checkOwnCharge(ctx, input)
  return ctx.write((tx) => {
    const { recordId } = insertDuty(tx, input)
    return {
      value: { id: recordId },
      audit: [{ action: 'add', entity: 'shift-duty', entityId: recordId, entityVersion: 1 }],
    }
  })
}

interface Change {
  id: string
  version: number
  reason: string
}

export function changeDuty(ctx: CommandContext, input: Change & { duty: DutyInput }) {
  const before = duty(ctx.db, input.id)
  checkDuty(ctx.db, input.duty, input.id)
  checkOwnCharge(ctx, input.duty, before)
  return amend(ctx, input, input.duty)
}

/** Ends a duty now, at handover or when somebody goes home. */
export function endDuty(ctx: CommandContext, input: Change) {
  const { startsAt, endsAt } = duty(ctx.db, input.id)
  if (endsAt <= ctx.now) refuse('held', 'This shift is over already')
  if (startsAt >= ctx.now) refuse('held', 'This shift has not started. Mark it as entered in error')
  return amend(ctx, input, { endsAt: ctx.now })
}

export function withdrawDuty(ctx: CommandContext, input: Change) {
  duty(ctx.db, input.id)
  return ctx.write((tx) => {
    const { version } = tx.withdraw(shiftDuty, input.id, input.version, input.reason)
    return { value: { id: input.id, version }, audit: [note('withdraw', input, version)] }
  })
}

function amend(ctx: CommandContext, input: Change, changes: Partial<DutyInput>) {
  return ctx.write((tx) => {
    const { version } = tx.amend(shiftDuty, input.id, input.version, changes, input.reason)
    return { value: { id: input.id, version }, audit: [note('change', input, version)] }
  })
}

const note = (action: string, input: Change, version: number) => ({
  action,
  entity: 'shift-duty',
  entityId: input.id,
  entityVersion: version,
  reason: input.reason,
})

function duty(db: ReadDb, id: string) {
  return (
    one.at(db, newest, { id })[0] ??
    refuse('not-found', 'This shift is not on the list any more. Open the list again')
  )
}
