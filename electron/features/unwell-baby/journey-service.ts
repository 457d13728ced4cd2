import type { z } from 'zod'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { Departure } from '#domain/unwell-baby/record.ts'
import { departure } from '#drizzle/schema/unwell-baby-help.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { checkAct, episodeNote, record } from './acting.ts'
import { type EpisodeCase, episodeCase } from './case.ts'
import { entryOf } from './raise-service.ts'
import type { arrivedInput, correctJourneyInput, leftInput, returnedInput } from './schemas.ts'

type Saved = { departureId: string; version: number }

/** The baby left the unit. Who goes is decided before; where it was not, that shows and is counted. */
export function left(
  ctx: CommandContext,
  { episodeId, ...input }: z.output<typeof leftInput>,
): Saved {
  const found = episodeCase(ctx.db, episodeId)
  if (found.facts.departures.some(({ returnedAt }) => returnedAt === null))
    refuse('held', 'The baby is recorded as away. Record the return first', [
      { field: 'leftAt', message: 'The baby is recorded as away. Record the return first' },
    ])
  check(ctx, found, { ...nothingYet, ...input })
  return record(ctx, episodeId, (tx) => {
    const made = tx.insert(departure, { episodeId, ...nothingYet, ...input })
    return {
      value: { departureId: made.recordId, version: made.version },
      audit: [episodeNote(found, 'left', 'departure', made)],
    }
  })
}

const nothingYet = {
  arrivedAt: null,
  handedOverTo: null,
  handedOverAt: null,
  returnedAt: null,
} as const

/** The baby arrived, and was handed over. */
export function arrived(
  ctx: CommandContext,
  { episodeId, departureId, version, ...input }: z.output<typeof arrivedInput>,
): Saved {
  return change(ctx, episodeId, departureId, version, 'arrived', input)
}

/** The baby is back on the unit. Only an outcome ends the episode. */
export function returned(
  ctx: CommandContext,
  { episodeId, departureId, version, returnedAt }: z.output<typeof returnedInput>,
): Saved {
  return change(ctx, episodeId, departureId, version, 'returned', { returnedAt })
}

/**
 * The journey put right, with the reason: times that were written while the computer's clock ran ahead, or a
 * journey that is closed already. What it said before stays readable.
 */
export function correctJourney(
  ctx: CommandContext,
  { episodeId, departureId, version, reason, ...journey }: z.output<typeof correctJourneyInput>,
): Saved {
  const found = episodeCase(ctx.db, episodeId)
  entryOf(found.facts.departures, departureId, 'departureId')
  check(ctx, found, journey)
  return record(ctx, episodeId, (tx) => {
    const made = tx.amend(departure, departureId, version, journey, reason)
    return {
      value: { departureId, version: made.version },
      audit: [episodeNote(found, 'journey-corrected', 'departure', made, { reason })],
    }
  })
}

type Times = Pick<Departure, 'leftAt' | 'arrivedAt' | 'handedOverAt' | 'returnedAt'>

function change(
  ctx: CommandContext,
  episodeId: string,
  departureId: string,
  version: number,
  action: string,
  changes: Partial<Times & Pick<Departure, 'handedOverTo' | 'motherCannotGo'>>,
): Saved {
  const found = episodeCase(ctx.db, episodeId)
  const known = entryOf(found.facts.departures, departureId, 'departureId')
  // The form that is open asks for none of these: it cannot be mended there.
  const ahead = [known.leftAt, known.arrivedAt, known.handedOverAt].find(
    (time) => time !== null && time > ctx.now,
  )
  if (ahead)
    refuse(
      'held',
      `The record says ${formatDateTime(ahead)} of this journey, which is still to come: the computer’s clock ran ahead then. Put the journey right first, under “Journey, outcome and debrief”`,
    )
  check(ctx, found, { ...known, ...changes })
  return record(ctx, episodeId, (tx) => {
    const made = tx.amend(departure, departureId, version, changes, `Recorded: ${action}`)
    return {
      value: { departureId, version: made.version },
      audit: [episodeNote(found, action, 'departure', made)],
    }
  })
}

function check(
  ctx: CommandContext,
  found: EpisodeCase,
  { leftAt, arrivedAt, handedOverAt, returnedAt }: Times,
): void {
  checkAct(ctx, found, { kind: 'leave', leftAt, arrivedAt, handedOverAt, returnedAt })
}
