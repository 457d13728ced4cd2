import { z } from 'zod'
import { line, optionalText, reason } from '#domain/shared/text.ts'
import {
  act,
  nothing,
  openAct,
  openQuery,
  query,
  router,
  signedCommand,
  twoPersonCommand,
} from '../../platform/serve.ts'
import { inSteps } from '../../platform/store/backup-check.ts'
import { healthSteps } from '../../platform/store/health.ts'
import { attention } from './attention.ts'
import { backUpNow, backupsOf, lossBy, proveBackup } from './backups.ts'
import { exportEverything } from './everything/export-everything.ts'
import { rescueByAccepting, rescueByRestore, rescueKeyFile } from './rescue.ts'
import { restoreOpenStore } from './restore.ts'
import { safetyAtOpening, safetyFile, safetyNow } from './safety.ts'
import { backupSchedule } from './schedule.ts'
import { nameSecondPlace, secondPlace } from './second-place.ts'
import { takenOver } from './taken-over.ts'

const file = z.string().regex(/^mbu-[\w-]{1,60}\.mbu$/, 'Choose a backup from the list')
const signInName = z.string().min(1, 'Enter a sign-in name').max(200)

export const storeRouter = router({
  /** Whether the store is there, closed, open or in trouble; also while it cannot be opened. */
  state: openQuery(nothing, (ctx) => ctx.house.state()),
  /** The backups there are; also while the store cannot be opened. */
  backups: openQuery(nothing, (ctx) => backupsOf(ctx.house)),

  /** The checks of the safety panel, made now. */
  health: query('store:read', nothing, async (ctx) => inSteps(healthSteps(ctx.house.store()))),
  /** Everything that the safety panel shows, checked now. */
  safety: query('store:read', nothing, safetyNow),
  /** The same at once, with what was found when the unit was opened. */
  safetyAtOpening: query('store:read', nothing, safetyAtOpening),
  /** When backups are made, which are kept, what is verified, and when the next is due. */
  schedule: query('store:read', nothing, backupSchedule),
  /** The same on one page, to print for an inspector. */
  safetyPage: query('store:read', nothing, safetyFile),
  notices: query('store:read', nothing, (ctx) => [...ctx.house.store().notices]),
  backUpNow: act('store:backup', nothing, (ctx) => backUpNow(ctx)),
  proveBackup: act('store:backup', z.strictObject({ file }), (ctx, input) =>
    proveBackup(ctx, input.file),
  ),
  /** Where copies of the backups go, and what stands there. */
  secondPlace: query('store:read', nothing, secondPlace),
  nameSecondPlace: signedCommand(
    'store:backup',
    z.strictObject({ folder: optionalText(line), reason }),
    nameSecondPlace,
    { signs: 'door' },
  ),
  /** What somebody has to see to, for whoever answers for the record; empty on a good day. */
  attention: query('store:read', nothing, attention),
  /** Whether another computer took these records in: whoever is signed in on this one has to know. */
  takenOver: query('own:session', nothing, takenOver),
  loss: query('store:read', z.strictObject({ file }), (ctx, input) => lossBy(ctx, input.file)),
  restore: twoPersonCommand('store:restore', z.strictObject({ file, reason }), restoreOpenStore, {
    signs: 'door',
    second: 'store:restore-second',
  }),
  /** Everything that the unit has recorded, as one file that is not encrypted. */
  exportEverything: twoPersonCommand(
    'store:export',
    z.strictObject({
      folder: line,
      reason,
      entry: z.int('Enter the number of an entry of the audit').min(1).optional(),
    }),
    exportEverything,
    { signs: 'door', second: 'store:export-second' },
  ),

  /** After a problem that may have passed: the next sign-in looks at the files afresh. */
  lookAgain: openAct(nothing, (ctx) => {
    ctx.house.lookAgain()
    return ctx.house.state()
  }),
  /** Where the store cannot be opened: two people, each by their own password. */
  rescue: openAct(z.strictObject({ file, reason, signInName }), async (ctx, input) => {
    const who = { signInName: input.signInName, password: ctx.password, second: ctx.second }
    await rescueByRestore(ctx.house, who, input)
    return ctx.house.state()
  }),
  rescueAccept: openAct(z.strictObject({ reason, signInName }), async (ctx, input) => {
    const who = { signInName: input.signInName, password: ctx.password, second: ctx.second }
    await rescueByAccepting(ctx.house, who, input)
    return ctx.house.state()
  }),
  rescueKeys: openAct(z.strictObject({ file: file.optional() }), (ctx, input) => {
    rescueKeyFile(ctx.house, input.file)
    return ctx.house.state()
  }),
})
