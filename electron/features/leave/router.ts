import { command, query, router, signedCommand } from '../../platform/serve.ts'
import { byRule } from './by-rule.ts'
import { caseOfLeave, patientsOf } from './case.ts'
import { decideLeave } from './decide-service.ts'
import { endMissing } from './found-service.ts'
import { back, left } from './journey-service.ts'
import { reportMissing } from './missing-service.ts'
import { neverLeft } from './never-left-service.ts'
import { ask, cancelLeave, changeLeave } from './request-service.ts'
import {
  askInput,
  backInput,
  cancelInput,
  changeInput,
  considerInput,
  decideInput,
  foundInput,
  grantInput,
  leftInput,
  missingInput,
  neverLeftInput,
  revokeInput,
  stayInput,
} from './schemas.ts'
import { recordGrant, revokeGrant } from './section-17-service.ts'
import { leaveView } from './view.ts'

export const leaveRouter = router({
  /** The leave of one stay, the mother's position under the Mental Health Act, and who is missing. */
  view: query('leave:read', stayInput, (ctx, { stayId }) => leaveView(ctx, stayId), {
    identifies: ({ people }) => people,
  }),
  /** Who goes along by the rules with these answers, before it is decided. */
  consider: query(
    'leave:read',
    considerInput,
    (ctx, { leaveId, answers }) => {
      const { found, leave } = caseOfLeave(ctx, leaveId)
      const { facts: _, ...rule } = byRule(ctx.db, found, leave, answers, found.now)
      return { ...rule, people: patientsOf(found, leave.babies) }
    },
    { identifies: ({ people }) => people },
  ),
  ask: command('leave:record', askInput, ask),
  change: command('leave:record', changeInput, changeLeave),
  cancel: command('leave:record', cancelInput, cancelLeave),
  decide: signedCommand('leave:decide', decideInput, decideLeave, {
    signs: 'own',
    second: 'leave:override-second',
  }),
  recordSection17: command('leave:section-17', grantInput, recordGrant),
  revokeSection17: command('leave:section-17', revokeInput, revokeGrant),
  left: command('leave:record', leftInput, left),
  back: command('leave:record', backInput, back),
  missing: command('leave:record', missingInput, reportMissing),
  neverLeft: command('leave:end-missing', neverLeftInput, neverLeft),
  endMissing: command('leave:end-missing', foundInput, endMissing),
})
