import type { Permission } from '#domain/users/permissions.ts'
import { permitsPerson } from '#domain/users/role-professions.ts'
import { accountFault } from '../../platform/accounts.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { listAccounts } from './account-queries.ts'
import { areOneHand } from './hands.ts'
import { hasSlot } from './slots.ts'

/** Who could sign beside this person now: a good account with a key, another hand, and a role that may. */
export function secondsFor({ db, house, actor, now }: ReadContext, permission: Permission) {
  return listAccounts(db).flatMap(({ id }) => {
    const account = house.accounts.byId(db, id)
    if (!account || accountFault(account, now) !== null || !hasSlot(house, account.slotId))
      return []
    if (!permitsPerson(account.role, account.profession, permission)) return []
    if (areOneHand(db, actor.staffId, account.staffId)) return []
    return [{ userId: id, name: account.name, role: account.role }]
  })
}
