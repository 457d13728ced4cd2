import { z } from 'zod'
import { supervisionAt } from '#domain/supervision/current.ts'
import { preparedInputSchema } from '#domain/supervision/prepared.ts'
import { confirmationInputSchema } from '#domain/supervision/record.ts'
import { roundInputSchema } from '#domain/supervision/rounds.ts'
import { command, nothing, query, router, signedCommand } from '../../platform/serve.ts'
import { trustedNow } from '../../platform/trusted-now.ts'
import { letterFormats } from '../letters/letter-file.ts'
import { pairCase } from './case.ts'
import { confirmRaise } from './confirm-service.ts'
import type { RunningEpisodesOf } from './judging.ts'
import { prepare, preparedOf, withdrawPrepared } from './prepare-service.ts'
import { supervisionFile } from './print.ts'
import { roundsNow, signRound } from './round-service.ts'
import { decideInput, pairInput, referralInput, withdrawPreparedInput } from './schemas.ts'
import { consider, decide, raise } from './service.ts'

/** `running` comes from the feature that keeps the episodes (electron/router.ts). */
export const supervisionRouter = (running: RunningEpisodesOf) =>
  router({
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
    /** What stands now as one page, to print or to send. */
    print: query(
      'supervision:read',
      pairInput.extend({ format: z.enum(letterFormats) }),
      supervisionFile,
      { identifies: ({ patients }) => patients },
    ),
    consider: query('supervision:read', decideInput, (ctx, input) => consider(ctx, input, running)),
    decide: signedCommand(
      'supervision:decide',
      decideInput,
      (ctx, input) => decide(ctx, input, running),
      { signs: 'own', second: 'supervision:lower-second' },
    ),
    raise: command('supervision:raise', decideInput, (ctx, input) => raise(ctx, input, running)),
    /** What was prepared for the children of a referral, for their arrival. */
    prepared: query(
      'supervision:read',
      referralInput,
      (ctx, { referralId }) => preparedOf(ctx.db, referralId, trustedNow(ctx.db, ctx.now)),
      {
        identifies: ({ children }) =>
          children.flatMap(({ motherId, babyId }) => (babyId ? [motherId, babyId] : [motherId])),
      },
    ),
    prepare: signedCommand('supervision:decide', preparedInputSchema, prepare, { signs: 'own' }),
    withdrawPrepared: command('supervision:decide', withdrawPreparedInput, withdrawPrepared),
    /** When each baby on the unit is due to be seen, and what was not done on time. */
    rounds: query('supervision:read', nothing, (ctx) => roundsNow(ctx.db, ctx.now), {
      identifies: ({ babies }) => babies.flatMap(({ babyId, motherId }) => [babyId, motherId]),
    }),
    signRound: command('supervision:round', roundInputSchema, signRound),
    confirmRaise: signedCommand(
      'supervision:confirm-raise',
      confirmationInputSchema,
      confirmRaise,
      { signs: 'others' },
    ),
  })
