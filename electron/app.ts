import { join } from 'node:path'
import { bringShipped } from './features/rule-sets/bring-shipped.ts'
import { secondBackupFolder } from './features/stays/queries.ts'
import { removeLeftBehind } from './features/store/everything/left-behind.ts'
import { markTakenOver } from './features/store/taken-over.ts'
import { signerCheck } from './features/training/signer.ts'
import { accountSource } from './features/users/account-source.ts'
import { retireUnused } from './features/users/retire.ts'
import { bringUnitKey } from './features/users/unit-key.ts'
import { lockScreenProviders } from './lock-screen.ts'
import { type AppCore, createAppCore } from './platform/app-core.ts'
import type { Clock } from './platform/clock.ts'
import type { Emit } from './platform/house.ts'
import type { Log } from './platform/log.ts'
import { appRouter } from './router.ts'

export interface AppOptions {
  /** The folder of the unit's store. */
  folder: string
  clock: Clock
  log: Log
  emit: Emit
  /** The shipped migrations, with `seed/` beside them. */
  migrationsFolder: string
}

/** The app with all its features, over the store in a folder. */
export const createApp = (options: AppOptions): AppCore =>
  createAppCore({
    ...options,
    ruleSetFolder: join(options.migrationsFolder, '..', 'seed', 'rule-sets'),
    accounts: accountSource,
    lockScreen: lockScreenProviders,
    signerCheck,
    secondBackupFolder,
    onOpened: [bringUnitKey, bringShipped, removeLeftBehind],
    chores: [retireUnused, markTakenOver],
    appRouter,
  })
