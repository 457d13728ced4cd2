import { refuse } from '#domain/shared/failure.ts'
import type { Role } from '#domain/users/roles.ts'
import { passwordReset, staff, userAccount } from '#drizzle/schema/users.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

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
const names = standing(staff, ['recordId', 'name', 'registration'])
const waiting = standing(
  passwordReset,
  ['recordId', 'version', 'userId', 'because', 'resetAt', 'author'],
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
  const staffNames = new Map(names.at(db, newest).map((row) => [row.recordId, row.name]))
  return waiting.at(db, newest).map(({ recordId, author, ...reset }) => ({
    id: recordId,
    ...reset,
    startedBy: staffNames.get(author) ?? '',
    signInName: one.at(db, newest, { id: reset.userId })[0]?.signInName ?? '',
  }))
}

/** How many accounts, this one left out, may still manage accounts now. */
export function managersBeside(db: ReadDb, id: string, now: string): number {
  return all
    .at(db, newest)
    .filter(
      (row) =>
        row.recordId !== id &&
        !row.disabled &&
        (row.expiresAt === null || row.expiresAt > now) &&
        (row.role === 'administrator' || row.role === 'ward-manager'),
    ).length
}
