import type { z } from 'zod'
import { refuse } from '#domain/shared/failure.ts'
import { episode, episodeFinding } from '#drizzle/schema/unwell-baby.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { basisContent } from '../people/facts.ts'
import { checkAct, episodeNote, record } from './acting.ts'
import { episodeCase } from './case.ts'
import { basisMessages, timeFaults, wholeBasis } from './raise-service.ts'
import type { changeConcernInput, correctRecognisedInput } from './schemas.ts'

/**
 * Corrects the time of recognition (decision 26): earlier is free and takes the limits along; later needs a
 * reason and leaves them where they are.
 */
export function correctRecognised(
  ctx: CommandContext,
  { episodeId, version, recognisedAt, reason }: z.output<typeof correctRecognisedInput>,
): { version: number } {
  const found = episodeCase(ctx.db, episodeId)
  const act = { kind: 'correct-recognition', recognisedAt, reason } as const
  const outside = timeFaults(ctx, found.place.pair, recognisedAt)
  checkAct(ctx, found, act, recognisedAt > ctx.now ? [] : outside)
  const why = reason.trim() === '' ? 'Recognised earlier than was recorded' : reason
  return record(ctx, episodeId, (tx) => {
    const made = tx.amend(episode, episodeId, version, { recognisedAt }, why)
    for (const finding of new Set(found.concern.findings))
      tx.append(episodeFinding, { ...made, finding })
    const payload = { from: found.concern.recognisedAt, to: recognisedAt }
    return {
      value: { version: made.version },
      audit: [episodeNote(found, 'correct-recognised', 'episode', made, { reason: why, payload })],
    }
  })
}

/** Says more of the concern, or puts it right: whose, in what words, what was noticed with it. */
export function changeConcern(
  ctx: CommandContext,
  input: z.output<typeof changeConcernInput>,
): { version: number } {
  const { episodeId, version, whose, words, findings, mobility, reason } = input
  const found = episodeCase(ctx.db, episodeId)
  const basis = wholeBasis(ctx, input.basis)
  const faults = basisMessages(ctx, basis)
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  return record(ctx, episodeId, (tx) => {
    const changes = { whose, words, mobility, ...basisContent(basis) }
    const made = tx.amend(episode, episodeId, version, changes, reason)
    for (const finding of new Set(findings)) tx.append(episodeFinding, { ...made, finding })
    return {
      value: { version: made.version },
      audit: [episodeNote(found, 'change-concern', 'episode', made, { reason })],
    }
  })
}
