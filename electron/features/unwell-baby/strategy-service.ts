import type { z } from 'zod'
import { refuse } from '#domain/shared/failure.ts'
import { recognisedFirst } from '#domain/unwell-baby/episode.ts'
import { bandsOf } from '#domain/unwell-baby/facts.ts'
import { strategyDue, strategyFaults, strategyState } from '#domain/unwell-baby/strategy.ts'
import { strategyDiscussion } from '#drizzle/schema/unwell-baby-pathway.ts'
import type { CommandContext, ReadContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { episodeNote } from './acting.ts'
import { type EpisodeCase, episodeCase } from './case.ts'
import { entryOf } from './raise-service.ts'
import type { strategyInput, withdrawStrategyInput } from './schemas.ts'

const discussions = standing(
  strategyDiscussion,
  [
    'recordId',
    'version',
    'author',
    'heldAt',
    'decidedAt',
    'socialWorker',
    'police',
    'paediatrician',
    'decision',
  ],
  't.episode_id = @episodeId',
  't.decided_at, t.record_id',
)

const discussionsOf = (db: ReadDb, episodeId: string) => discussions.at(db, newest, { episodeId })

/** The strategy discussion of a bruise or injury, or that the authority holds none. */
export function recordStrategy(
  ctx: CommandContext,
  { episodeId, ...input }: z.output<typeof strategyInput>,
): { strategyId: string } {
  const found = episodeCase(ctx.db, episodeId)
  const faults = strategyFaults(input, recognisedFirst(found.facts), ctx.now)
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  const { held, ...rest } = input
  return ctx.write((tx) => {
    const heldAt = held === 'yes' ? rest.decidedAt : null
    const made = tx.insert(strategyDiscussion, { episodeId, heldAt, ...rest })
    return {
      value: { strategyId: made.recordId },
      audit: [episodeNote(found, 'strategy', 'strategy_discussion', made, { payload: { held } })],
    }
  })
}

/** Takes back a strategy discussion that was entered in error: its limit runs on. */
export function withdrawStrategy(
  ctx: CommandContext,
  { episodeId, strategyId, version, reason }: z.output<typeof withdrawStrategyInput>,
): { version: number } {
  const found = episodeCase(ctx.db, episodeId)
  entryOf(discussionsOf(ctx.db, episodeId), strategyId, 'strategyId')
  return ctx.write((tx) => {
    const made = tx.withdraw(strategyDiscussion, strategyId, version, reason)
    return {
      value: { version: made.version },
      audit: [episodeNote(found, 'strategy-withdrawn', 'strategy_discussion', made, { reason })],
    }
  })
}

/** What the page shows of it; null where no bruise or injury was noticed. */
export function strategyView(
  { db, now }: ReadContext,
  episode: EpisodeCase,
  nameOf: (staffId: string) => string,
) {
  const { rules, episodeId, marks } = episode
  const bands = bandsOf(episode)
  if (!bands.some(({ band }) => band === 'injury') && marks.length === 0) return null
  const known = discussionsOf(db, episodeId)
  const due = strategyDue(rules.routes, bands)
  return {
    dueAt: due?.at ?? null,
    calendarKnown: due?.calendarKnown ?? true,
    state: strategyState(due?.at ?? null, known, now),
    discussions: known.map(({ recordId, author, ...one }) => ({
      ...one,
      strategyId: recordId,
      by: nameOf(author),
    })),
  }
}
