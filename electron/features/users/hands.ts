import { passwordReset, userAccount } from '#drizzle/schema/users.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const accountsOf = standing(userAccount, ['recordId', 'expiresAt'], 't.staff_id = @staffId')
const resetsOf = standing(
  passwordReset,
  ['recordId', 'outcome'],
  't.user_id = @userId',
  't.reset_at desc, t.record_id desc',
)

/**
 * The staff ids of everybody who may know a password of this member of staff: themselves, whoever opened
 * their account for one shift, whoever set their password last while nobody else has confirmed it, and
 * whoever may know a password of those. Two people of whom one is in the hand of the other, or both of a
 * third, are one signature (docs/decisions/0009-sign-off.md).
 */
export function handsOn(db: ReadDb, staffId: string): Set<string> {
  const hands = new Set([staffId])
  // A set is walked in the order in which it grows, so each new hand has its turn.
  for (const hand of hands) for (const setter of settersOf(db, hand)) hands.add(setter)
  return hands
}

/** True if one person may know a password of both of these members of staff, and so could be both. */
export function areOneHand(db: ReadDb, one: string, other: string): boolean {
  const hands = handsOn(db, other)
  return [...handsOn(db, one)].some((hand) => hands.has(hand))
}

function settersOf(db: ReadDb, staffId: string): string[] {
  return accountsOf.at(db, newest, { staffId }).flatMap(({ recordId, expiresAt }) => {
    const last = resetsOf.at(db, newest, { userId: recordId })[0]
    return [
      ...(expiresAt === null ? [] : [openedBy(db, recordId)]),
      ...(last === undefined || last.outcome === 'confirmed' ? [] : [startedBy(db, last.recordId)]),
    ].filter((setter) => setter !== undefined)
  })
}

const openedBy = (db: ReadDb, id: string) =>
  db.row<{ author: string }>(
    'select author from user_account where record_id = @id and version = 1',
    { id },
  )?.author

/** The staff id of who started a password reset. */
export const startedBy = (db: ReadDb, id: string) =>
  db.row<{ author: string }>(
    'select author from password_reset where record_id = @id and version = 1',
    { id },
  )?.author
