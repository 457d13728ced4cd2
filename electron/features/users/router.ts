import { z } from 'zod'
import { civilDateSchema, instantSchema } from '#domain/shared/calendar.ts'
import { waysOfKnowing } from '#domain/users/password-reset.ts'
import { roles } from '#domain/users/roles.ts'
import { command, nothing, query, router, signedCommand } from '../../platform/serve.ts'
import { waitingResets } from './account-queries.ts'
import {
  changeRole,
  disableAccount,
  enableAccount,
  openAccount,
  openOneShiftAccount,
} from './accounts-service.ts'
import { accountsShown } from './accounts-shown.ts'
import { changeOwnPassword, decideReset, startReset, unlock } from './passwords-service.ts'
import { beginPost, postsOfStaff, withdrawPost } from './posts-service.ts'
import { resettable } from './resettable.ts'
import {
  change,
  dutyInput,
  id,
  newAccount,
  newPost,
  oneShiftAccount,
  password,
  staffInput,
  why,
} from './schemas.ts'
import { secondsFor } from './seconds.ts'
import {
  addDuty,
  changeDuty,
  dutiesBetween,
  endDuty,
  onShift,
  shiftsAfter,
  withdrawDuty,
} from './shift.ts'
import { addStaff, changeStaff, listStaff } from './staff-service.ts'
import { renewUnitKey, unitKeys } from './unit-key.ts'

export const usersRouter = router({
  list: query('users:read', nothing, accountsShown),
  open: signedCommand('users:manage', newAccount, openAccount, {
    signs: 'door',
    second: 'users:open-second',
  }),
  /** Who could sign beside the opener that the owner typed their own first password. */
  openSeconds: query('users:manage', nothing, (ctx) => secondsFor(ctx, 'users:open-second')),
  openOneShift: signedCommand('users:one-shift', oneShiftAccount, openOneShiftAccount, {
    signs: 'door',
  }),
  changeRole: signedCommand(
    'users:manage',
    z.strictObject({ ...change, role: z.enum(roles) }),
    changeRole,
    { signs: 'door' },
  ),
  disable: signedCommand('users:manage', z.strictObject(change), disableAccount, { signs: 'door' }),
  enable: signedCommand(
    'users:manage',
    z.strictObject({ ...change, newPassword: password }),
    enableAccount,
    { signs: 'door' },
  ),

  changeOwnPassword: signedCommand(
    'own:password',
    z.strictObject({ newPassword: password }),
    changeOwnPassword,
    { signs: 'door' },
  ),
  /** Sets a new password for somebody who cannot get in; waits for the word of a manager of accounts. */
  startReset: signedCommand(
    'users:reset-start',
    z.strictObject({
      userId: id,
      newPassword: password,
      because: why,
      identifiedBy: z.enum(waysOfKnowing),
    }),
    startReset,
    { signs: 'door' },
  ),
  /** Whose password the person may set, and who is locked after wrong tries. */
  resettable: query('users:reset-start', nothing, resettable),
  /** Takes the wait after wrong tries away. */
  unlock: signedCommand('users:reset-start', z.strictObject({ userId: id, because: why }), unlock, {
    signs: 'door',
  }),
  waitingResets: query('users:reset-confirm', nothing, (ctx) => waitingResets(ctx.db)),
  decideReset: signedCommand(
    'users:reset-confirm',
    z.strictObject({ id, version: z.int().min(1), confirmed: z.boolean(), reason: why }),
    decideReset,
    { signs: 'door' },
  ),

  staff: query('staff:read', nothing, (ctx) => listStaff(ctx.db)),
  /** The shifts of somebody after a day, for the form in which they are set as leaving. */
  shiftsAfter: query(
    'staff:read',
    z.strictObject({ staffId: id, day: civilDateSchema }),
    (ctx, { staffId, day }) => shiftsAfter(ctx.db, staffId, day),
  ),
  addStaff: command('staff:edit', staffInput, addStaff),
  changeStaff: command('staff:edit', z.strictObject({ ...change, staff: staffInput }), changeStaff),

  /** The posts that somebody had here, the earliest first. */
  posts: query('staff:read', z.strictObject({ staffId: id }), (ctx, { staffId }) =>
    postsOfStaff(ctx.db, staffId),
  ),
  beginPost: command('staff:edit', newPost, beginPost),
  withdrawPost: command('staff:edit', z.strictObject(change), withdrawPost),

  /** The public halves of the unit's signing pairs, oldest first; the last is in use (decision 38). */
  unitKeys: query('unit:read', nothing, (ctx) => unitKeys(ctx.db)),
  /** Makes a new pair, signed by the one in use, as when somebody may have had the computer in hand. */
  renewUnitKey: signedCommand('unit:settings', z.strictObject({ reason: why }), renewUnitKey, {
    signs: 'door',
  }),

  onShift: query('shift:read', nothing, (ctx) => onShift(ctx.db, ctx.now)),
  duties: query(
    'shift:read',
    z.strictObject({ from: instantSchema, to: instantSchema }),
    (ctx, input) => dutiesBetween(ctx.db, input.from, input.to),
  ),
  addDuty: command('shift:edit', dutyInput, addDuty),
  changeDuty: command('shift:edit', z.strictObject({ ...change, duty: dutyInput }), changeDuty),
  endDuty: command('shift:edit', z.strictObject(change), endDuty),
  withdrawDuty: command('shift:edit', z.strictObject(change), withdrawDuty),
})
