import { Refusal, refuse } from '#domain/shared/failure.ts'
import type { SecondPerson } from '#domain/shared/wire.ts'
import type { Permission } from '#domain/users/permissions.ts'
import { permitsPerson } from '#domain/users/role-professions.ts'
import type { Actor } from '#domain/users/roles.ts'
import { type Account, accountFault, actorOf } from './accounts.ts'
import type { House } from './house.ts'
import type { Signature } from './serve.ts'
import type { Session } from './session.ts'
import { wipeDataKey } from './store/data-key.ts'
import { unwrap } from './store/keys.ts'

/** The longest password that is looked at: deriving a key from more is work for nothing. */
const longestPassword = 1_000

/**
 * Checks a password by unwrapping the person's own key slot (decision 4): there is no other copy of it.
 * Gives the slot; refuses at `field` where it does not open.
 */
export async function openSlot(
  house: House,
  signInName: string,
  password: string | undefined,
  field: string,
) {
  if (password === undefined || password === '')
    refuse('wrong-password', 'Enter the password', [{ field, message: 'Enter the password' }])
  if (password.length > longestPassword)
    refuse('wrong-password', 'This is not the password', [
      { field, message: 'This is not the password. Type it again' },
    ])
  const opened = await unwrap(house.paths, signInName, password, house.clock)
  if ('code' in opened)
    throw new Refusal({ ...opened, fields: [{ field, message: opened.message }] })
  return opened
}

/** The person's own password again, for a signature. */
export async function ownPassword(
  house: House,
  session: Session,
  password: string | undefined,
): Promise<Signature> {
  const { account } = session
  const opened = await openSlot(house, account.signInName, password, 'password')
  wipeDataKey(opened.key)
  if (opened.slotId !== account.slotId) throw new Error('The slot is not of this account')
  return { by: session.actor, at: house.clock.now() }
}

/**
 * A second person, by their own password: another account, of another member of staff, good now, whose role
 * may be the second in this act, and whose password the first cannot know.
 */
export async function secondPerson(
  house: House,
  session: Session,
  second: SecondPerson | undefined,
  permission: Permission,
): Promise<Actor> {
  const field = 'second.signInName'
  if (!second || typeof second.signInName !== 'string' || second.signInName.trim() === '')
    refuseSecond(field, 'A second person must sign this. Enter their sign-in name')
  const opened = await openSlot(house, second.signInName, second.password, 'second.password')
  wipeDataKey(opened.key)
  const account = house.accounts.bySlot(house.read(), opened.slotId)
  const fault = secondFault(house, session.account, account, permission)
  if (fault !== null || !account) refuseSecond(field, fault ?? 'This account is not in the unit')
  return actorOf(account)
}

function secondFault(
  house: House,
  first: Account,
  second: Account | undefined,
  permission: Permission,
): string | null {
  const fault = accountFault(second, house.clock.now())
  if (fault !== null || !second) return fault
  if (second.userId === first.userId || second.staffId === first.staffId)
    return 'The second person must be somebody else'
  if (!permitsPerson(second.role, second.profession, permission))
    return 'The role of the second person does not allow this. Ask somebody else'
  if (inOneHand(house, first, second))
    return 'One of the two opened the account of the other for this shift or set their password, or somebody else did so for both. Ask somebody else, or have the new password confirmed first'
  return null
}

/** True if one person may know the passwords of both, and so could be both. */
function inOneHand(house: House, first: Account, second: Account): boolean {
  const db = house.read()
  const hands = house.accounts.handsOn(db, second)
  return [...house.accounts.handsOn(db, first)].some((hand) => hands.has(hand))
}

function refuseSecond(field: string, message: string): never {
  refuse('not-permitted', message, [{ field, message }])
}
