import type { z } from 'zod'
import { refuse } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { endedBy } from '#domain/unwell-baby/escalation.ts'
import { episodeDebrief } from '#drizzle/schema/unwell-baby-outcome.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { checkAct, episodeNote, record } from './acting.ts'
import { type EpisodeCase, episodeCase } from './case.ts'
import { entryOf } from './raise-service.ts'
import type { correctDebriefInput, debriefInput, withdrawDebriefInput } from './schemas.ts'

type Saved = { debriefId: string; version: number }

/** What the team learned. No name and no blame goes into it. */
export function debrief(
  ctx: CommandContext,
  { episodeId, ...held }: z.output<typeof debriefInput>,
): Saved {
  const found = episodeCase(ctx.db, episodeId)
  check(ctx, found, held.heldAt)
  return record(ctx, episodeId, (tx) => {
    const made = tx.insert(episodeDebrief, { episodeId, ...held })
    return {
      value: savedOf(made),
      audit: [episodeNote(found, 'debrief', 'episode_debrief', made)],
    }
  })
}

/** The debrief put right, with the reason: what it said before stays readable. */
export function correctDebrief(
  ctx: CommandContext,
  { episodeId, debriefId, version, reason, ...held }: z.output<typeof correctDebriefInput>,
): Saved {
  const found = episodeCase(ctx.db, episodeId)
  entryOf(found.facts.debriefs, debriefId, 'debriefId')
  check(ctx, found, held.heldAt)
  return record(ctx, episodeId, (tx) => {
    const made = tx.amend(episodeDebrief, debriefId, version, held, reason)
    return {
      value: savedOf(made),
      audit: [episodeNote(found, 'correct-debrief', 'episode_debrief', made, { reason })],
    }
  })
}

/** A debrief that was entered in error: it was not held, and is asked for again. */
export function withdrawDebrief(
  ctx: CommandContext,
  { episodeId, debriefId, version, reason }: z.output<typeof withdrawDebriefInput>,
): Saved {
  const found = episodeCase(ctx.db, episodeId)
  entryOf(found.facts.debriefs, debriefId, 'debriefId')
  return record(ctx, episodeId, (tx) => {
    const made = tx.withdraw(episodeDebrief, debriefId, version, reason)
    return {
      value: savedOf(made),
      audit: [episodeNote(found, 'withdraw-debrief', 'episode_debrief', made, { reason })],
    }
  })
}

const savedOf = ({ recordId, version }: { recordId: string; version: number }): Saved => ({
  debriefId: recordId,
  version,
})

function check(ctx: CommandContext, found: EpisodeCase, heldAt: Instant): void {
  checkAct(ctx, found, { kind: 'debrief', heldAt })
  if (endedBy(found.facts)?.kind === 'entered-in-error')
    refuse('held', 'This episode was entered in error: there is nothing to debrief')
}
