import type { Role } from '#domain/users/roles.ts'
import { unit } from '#drizzle/schema/stays.ts'
import { staff, userAccount } from '#drizzle/schema/users.ts'
import type { Account, AccountSource } from '../../platform/accounts.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { handsOn } from './hands.ts'

const accountColumns = [
  'recordId',
  'staffId',
  'unitId',
  'signInName',
  'slotId',
  'role',
  'expiresAt',
  'disabled',
] as const
const bySlot = standing(userAccount, accountColumns, 't.slot_id = @slotId')
const byId = standing(userAccount, accountColumns, 't.record_id = @userId')
const bySignInName = standing(userAccount, accountColumns, 't.sign_in_name = @signInName')
const member = standing(staff, ['name', 'profession', 'leftOn'], 't.record_id = @staffId')
const unitIdle = standing(unit, ['idleMinutes'])

type AccountRow = ReturnType<typeof byId.at>[number]

function accountOf(db: ReadDb, row: AccountRow | undefined): Account | undefined {
  if (!row) return undefined
  const person = member.at(db, newest, { staffId: row.staffId })[0]
  return {
    userId: row.recordId,
    staffId: row.staffId,
    unitId: row.unitId,
    signInName: row.signInName,
    slotId: row.slotId,
    role: row.role as Role,
    name: person?.name ?? row.signInName,
    disabled: row.disabled,
    expiresAt: row.expiresAt,
    profession: person?.profession ?? '',
    leftOn: person?.leftOn ?? null,
  }
}

/** The accounts and the idle limit, as the door needs them. */
export const accountSource: AccountSource = {
  bySlot: (db, slotId) => accountOf(db, bySlot.at(db, newest, { slotId })[0]),
  byId: (db, userId) => accountOf(db, byId.at(db, newest, { userId })[0]),
  bySignInName: (db, signInName) => accountOf(db, bySignInName.at(db, newest, { signInName })[0]),
  handsOn: (db, account) => handsOn(db, account.staffId),
  idleMinutes: (db) => unitIdle.at(db, newest)[0]?.idleMinutes ?? 5,
}
