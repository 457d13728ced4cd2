import { z } from 'zod'
import { planInput } from '#domain/discharge/plan.ts'
import { sentFields } from '#domain/discharge/sent.ts'
import { command, query, router } from '../../platform/serve.ts'
import { letterFormats } from '../letters/letter-file.ts'
import { id } from '../people/schemas.ts'
import { dischargeFile, sendSummary, sentFile } from './print.ts'
import { savePlan } from './service.ts'
import { dischargeView } from './view.ts'

export const dischargeRouter = router({
  /** The plan of a stay, what is missing, who was told, and what the records say. */
  view: query(
    'stays:read',
    z.strictObject({ stayId: id }),
    (ctx, { stayId }) => dischargeView(ctx, stayId),
    { identifies: ({ patients }) => patients },
  ),
  plan: command('stays:edit', planInput, savePlan),
  /** The summary from plan and records, as a file to print or send. */
  print: query(
    'stays:read',
    z.strictObject({ stayId: id, format: z.enum(letterFormats) }),
    dischargeFile,
    { identifies: ({ patients }) => patients },
  ),
  /** The summary as it is sent, kept whole under its hash. */
  send: command('stays:edit', sentFields, sendSummary),
  /** A summary as it was sent, byte for byte. */
  sent: query('stays:read', z.strictObject({ sentId: id }), sentFile, {
    identifies: ({ patients }) => patients,
  }),
})
