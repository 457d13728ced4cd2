import { refuse } from '#domain/shared/failure.ts'
import { resetWordDue } from '#domain/users/password-reset.ts'
import { roleFault } from '#domain/users/role-professions.ts'
import type { Role } from '#domain/users/roles.ts'
import { passwordReset, staff, userAccount } from '#drizzle/schema/users.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { staffNameOf } from './staff-names.ts'

const columns = [
  'recordId',
  'version',
  'staffId',
  'signInName',
  'role',
  'slotId',
  'expiresAt',
  'disabled',
  'author',
] as const
const all = standing(userAccount, columns, '1', 't.sign_in_name')
const one = standing(userAccount, columns, 't.record_id = @id')
const names = standing(staff, ['recordId', 'name', 'registration', 'profession', 'leftOn'])
const waiting = standing(
  passwordReset,
  ['recordId', 'version', 'userId', 'because', 'identifiedBy', 'resetAt', 'author'],
  't.outcome is null',
  't.reset_at',
)

/** Every account, the disabled and expired ones too, with the name of its member of staff. */
export function listAccounts(db: ReadDb) {
  const staffNames = new Map(names.at(db, newest).map((row) => [row.recordId, row]))
  return all.at(db, newest).map(({ recordId, slotId: _slot, author, ...account }) => ({
    id: recordId,
    ...account,
    role: account.role as Role,
    name: staffNames.get(account.staffId)?.name ?? '',
    registration: staffNames.get(account.staffId)?.registration ?? null,
    leftOn: staffNames.get(account.staffId)?.leftOn ?? null,
    openedBy: staffNames.get(author)?.name ?? '',
  }))
}

/** One account; refuses where there is none. */
export function account(db: ReadDb, id: string) {
  return one.at(db, newest, { id })[0] ?? refuse('not-found', 'This account is not in the unit')
}

export const accountBySignInName = (db: ReadDb, signInName: string) =>
  all.at(db, newest).find((row) => row.signInName === signInName)

/** Password resets that nobody has confirmed or refused yet, oldest first. */
export function waitingResets(db: ReadDb) {
  const nameOf = staffNameOf(db)
  return waiting.at(db, newest).map(({ recordId, author, ...reset }) => ({
    id: recordId,
    ...reset,
    startedBy: nameOf(author),
    dueAt: resetWordDue(reset.resetAt),
    signInName: one.at(db, newest, { id: reset.userId })[0]?.signInName ?? '',
  }))
}

/** How many accounts, this one left out, may still manage accounts now and are of somebody who stays. */
export function managersBeside(db: ReadDb, id: string, now: string): number {
  return managers(db).filter(
    (row) =>
      row.recordId !== id && !row.disabled && (row.expiresAt === null || row.expiresAt > now),
  ).length
}

/**
 * Refuses what would leave nobody who can manage accounts, or no administrator for the recovery code, once
 * this member of staff has left or their profession no longer goes with their role.
 */
export function needManagersWithout(db: ReadDb, staffId: string, now: string): void {
  const theirs = managers(db).find((row) => row.staffId === staffId)
  if (!theirs) return
  const isLastAdministrator =
    theirs.role === 'administrator' &&
    managers(db).every((row) => row.role !== 'administrator' || row.staffId === staffId)
  if (isLastAdministrator || managersBeside(db, theirs.recordId, now) === 0)
    refuse(
      'held',
      'Nobody would be left who can manage accounts. Open an account for another administrator first',
    )
}

/** The accounts that manage accounts, open or not, of everybody who has not left. */
function managers(db: ReadDb) {
  const register = new Map(names.at(db, newest).map((row) => [row.recordId, row]))
  return all.at(db, newest).filter(({ role, staffId }) => {
    const person = register.get(staffId)
    const manages = role === 'administrator' || role === 'ward-manager'
    return manages && person?.leftOn === null && roleFault(role, person.profession) === null
  })
}
