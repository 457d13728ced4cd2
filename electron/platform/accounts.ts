import { dateOf } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { roleFault } from '#domain/users/role-professions.ts'
import type { Actor, Role } from '#domain/users/roles.ts'
import type { ReadDb } from './unit-of-work.ts'

/** An account as it stands now, with the name of the member of staff whose it is. */
export interface Account {
  userId: string
  staffId: string
  unitId: string
  signInName: string
  slotId: string
  role: Role
  name: string
  disabled: boolean
  /** A one-shift account ends here. */
  expiresAt: Instant | null
  /** By the staff register, as it stands now. */
  profession: string
  /** The last day on the unit by the staff register; null while there is none. */
  leftOn: string | null
}

/** Where the door learns of accounts and of the unit; the feature that owns the tables gives it. */
export interface AccountSource {
  bySlot(db: ReadDb, slotId: string): Account | undefined
  byId(db: ReadDb, userId: string): Account | undefined
  bySignInName(db: ReadDb, signInName: string): Account | undefined
  /** The staff ids of everybody who may know the password of this account, its owner among them. */
  handsOn(db: ReadDb, account: Account): ReadonlySet<string>
  /** Minutes without use after which a session ends. */
  idleMinutes(db: ReadDb): number
}

/** Why an account cannot be used now, in words; null where it can. */
export function accountFault(account: Account | undefined, now: Instant): string | null {
  if (!account) return 'This account is not in the unit. Ask the administrator'
  if (account.disabled) return 'This account has been disabled. Ask the administrator'
  if (account.expiresAt !== null && account.expiresAt <= now)
    return 'This account was for one shift, which is over. Ask the nurse in charge'
  if (account.leftOn !== null && account.leftOn < dateOf(now))
    return 'By the staff register this person has left the unit. Ask the administrator'
  if (roleFault(account.role, account.profession) !== null)
    return 'The role of this account does not go with the profession in the staff register. Ask the administrator'
  return null
}

export const actorOf = (account: Account): Actor => ({
  userId: account.userId,
  staffId: account.staffId,
  role: account.role,
  name: account.name,
})
