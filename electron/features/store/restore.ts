import type { Actor } from '#domain/users/roles.ts'
import type { House } from '../../platform/house.ts'
import type { TwoPersonContext } from '../../platform/serve.ts'
import { copyDataKey, wipeDataKey } from '../../platform/store/data-key.ts'
import { restoreBackup } from '../../platform/store/restore.ts'
import { backupToRestore, shownBackup } from './backups.ts'

export interface RestoreInput {
  file: string
  reason: string
}

/**
 * Puts a backup in the place of the open store, signed by two people. Everybody is signed out; what was
 * there before is kept beside it. If it fails, the store is opened again as it was.
 */
export function restoreOpenStore(ctx: TwoPersonContext, input: RestoreInput) {
  const { house } = ctx
  const backup = backupToRestore(house, input.file)
  const key = copyDataKey(house.dataKey())
  const headBefore = house.store().chain.seq
  try {
    house.close('closed')
    try {
      restoreBackup(house.paths, key, house.clock, input.file)
    } finally {
      house.open(key)
    }
  } finally {
    wipeDataKey(key)
  }
  noteRestore(
    house,
    { actor: ctx.actor, second: ctx.second, unitId: ctx.unitId },
    input,
    headBefore,
  )
  return shownBackup(backup)
}

/** Writes into the restored audit who restored it, and where the audit that it replaced had ended. */
export function noteRestore(
  house: House,
  who: { actor: Actor; second: Actor; unitId: string },
  { file, reason }: RestoreInput,
  headBefore: number | null,
): void {
  house.writeAs(
    who.actor,
    who.unitId,
  )(() => ({
    value: null,
    audit: [
      {
        action: 'restore',
        entity: 'store',
        entityId: file,
        reason,
        breakGlass: true,
        payload: { second: who.second.userId, secondRole: who.second.role, headBefore },
      },
    ],
  }))
}
