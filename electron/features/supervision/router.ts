import { supervisionAt } from '#domain/supervision/current.ts'
import { confirmationInputSchema } from '#domain/supervision/record.ts'
import { command, query, router, signedCommand } from '../../platform/serve.ts'
import { trustedNow } from '../../platform/trusted-now.ts'
import { pairCase } from './case.ts'
import { decideInput, pairInput } from './schemas.ts'
import { confirmRaise, consider, decide, raise } from './service.ts'

export const supervisionRouter = router({
  /** The supervision of one pair now, with the decisions behind it and the rules that it is read by. */
  current: query(
    'supervision:read',
    pairInput,
    (ctx, { pairId }) => {
      const at = trustedNow(ctx.db, ctx.now)
      const supervised = pairCase(ctx.db, pairId, at)
      return { at, ...supervised, standing: supervisionAt(supervised, at) }
    },
    { identifies: ({ pair }) => [pair.babyId, pair.motherId] },
  ),
  consider: query('supervision:read', decideInput, (ctx, input) => consider(ctx, input)),
  decide: signedCommand('supervision:decide', decideInput, decide, {
    second: 'supervision:lower-second',
  }),
  raise: command('supervision:raise', decideInput, raise),
  confirmRaise: signedCommand('supervision:confirm-raise', confirmationInputSchema, confirmRaise),
})
