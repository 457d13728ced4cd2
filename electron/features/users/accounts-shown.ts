import type { ReadContext } from '../../platform/serve.ts'
import { listSlots, lockedUntil } from '../../platform/store/keys.ts'
import { listAccounts } from './account-queries.ts'

/** Every account as it is shown: whether any password opens it, and until when wrong tries lock it. */
export function accountsShown({ db, house }: Pick<ReadContext, 'db' | 'house'>) {
  const names = new Set(listSlots(house.paths).map(({ signInName }) => signInName))
  return listAccounts(db).map((account) => ({
    ...account,
    hasKey: names.has(account.signInName),
    lockedUntil: lockedUntil(house.paths, account.signInName, house.clock) ?? null,
  }))
}
