import { accountFault } from '../../platform/accounts.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { accountsShown } from './accounts-shown.ts'
import { outranks } from './passwords-service.ts'

/**
 * The accounts whose password this person may set, those locked after wrong tries first. Whoever ranks above
 * them is left out unless they are locked: a wait may be taken away by anybody who may reset.
 */
export function resettable(ctx: ReadContext) {
  const { db, house, actor, now } = ctx
  return accountsShown(ctx)
    .filter(({ id }) => id !== actor.userId)
    .filter(({ id }) => accountFault(house.accounts.byId(db, id), now) === null)
    .map(({ id, name, role, lockedUntil }) => ({
      userId: id,
      name,
      role,
      lockedUntil,
      mayReset: !outranks(role, actor.role),
    }))
    .filter((one) => one.mayReset || one.lockedUntil !== null)
    .sort((a, b) => Number(b.lockedUntil !== null) - Number(a.lockedUntil !== null))
}
