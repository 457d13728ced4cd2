import { dateOf } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { staffFaults } from '#domain/users/staff-faults.ts'
import { staff } from '#drizzle/schema/users.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb, WriteTx } from '../../platform/unit-of-work.ts'
import { needManagersWithout } from './account-queries.ts'
import type { StaffInput } from './schemas.ts'

const columns = [
  'recordId',
  'version',
  'name',
  'profession',
  'employment',
  'registration',
  'startedOn',
  'leftOn',
] as const
const everybody = standing(staff, columns, '1', 't.name collate nocase, t.record_id')
const one = standing(staff, columns, 't.record_id = @id')

/** The staff register: everybody, those who left too. */
export const listStaff = (db: ReadDb) => everybody.at(db, newest)

/** One member of staff; refuses where there is none. */
export function staffMember(db: ReadDb, id: string, field = 'staffId') {
  return (
    one.at(db, newest, { id })[0] ??
    refuse('not-found', 'This member of staff is not in the register', [
      { field, message: 'Choose somebody from the staff register' },
    ])
  )
}

/** Refuses what cannot be true of a member of staff. `now` decides what is in the future. */
export function checkStaff(input: StaffInput, now: string): void {
  const [fault] = staffFaults(input, dateOf(now))
  if (fault) refuseField(fault.field, fault.message)
}

/** The row of a member of staff. */
export const staffContent = (input: StaffInput) => ({
  name: input.name,
  profession: input.profession,
  employment: input.employment,
  registration: input.registration?.replace(/\s/g, '').toUpperCase() ?? null,
  startedOn: input.startedOn,
  leftOn: input.leftOn,
})

/** Writes a new member of staff within a transaction of its caller. */
export function insertStaff(tx: WriteTx, input: StaffInput, recordId?: string) {
  return tx.insert(staff, staffContent(input), recordId ? { recordId } : {})
}

export function addStaff(ctx: CommandContext, input: StaffInput) {
  checkStaff(input, ctx.now)
  return ctx.write((tx) => {
    const made = insertStaff(tx, input)
    return {
      value: { id: made.recordId },
      audit: [{ action: 'add', entity: 'staff', entityId: made.recordId, entityVersion: 1 }],
    }
  })
}

export function changeStaff(
  ctx: CommandContext,
  input: { id: string; version: number; reason: string; staff: StaffInput },
) {
  const before = staffMember(ctx.db, input.id, 'id')
  checkStaff(input.staff, ctx.now)
  // Their account follows the register, so it may be closed by this.
  if (input.staff.leftOn !== null || input.staff.profession !== before.profession)
    needManagersWithout(ctx.db, input.id, ctx.now)
  return ctx.write((tx) => {
    const { version } = tx.amend(
      staff,
      input.id,
      input.version,
      staffContent(input.staff),
      input.reason,
    )
    return {
      value: { id: input.id, version },
      audit: [
        {
          action: 'change',
          entity: 'staff',
          entityId: input.id,
          entityVersion: version,
          reason: input.reason,
        },
      ],
    }
  })
}
