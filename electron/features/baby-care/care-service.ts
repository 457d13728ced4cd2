import type { z } from 'zod'
import { type CareEntry, weightFault } from '#domain/baby-care/entry.ts'
import { storedAmount, wayRule } from '#domain/baby-care/kinds.ts'
import { addMinutes, formatDateTime, startOfDay } from '#domain/shared/calendar.ts'
import { type FieldMessage, refuse } from '#domain/shared/failure.ts'
import { minuteOf } from '#domain/shared/minute.ts'
import { undoableUntil, undoMinutes, undoneReason } from '#domain/shared/undo.ts'
import { careEntry } from '#drizzle/schema/baby-care.ts'
import type { CommandContext, ReadContext } from '../../platform/serve.ts'
import type { AuditNote } from '../../platform/unit-of-work.ts'
import { personById } from '../people/queries.ts'
import { pairById } from '../stays/queries.ts'
import { type CareRecord, entriesBetween, entryById, weightsOf } from './rows.ts'
import type { addInput, correctInput, undoInput, withdrawInput } from './schemas.ts'

interface Saved {
  id: string
  version: number
}

type Pair = ReturnType<typeof pairById>

/**
 * Writes an entry down. Refuses a time to come, one when the baby was not here, and an amount that nobody would
 * believe and nobody confirmed. A weight may be of any day since birth.
 */
export function addEntry(
  ctx: CommandContext,
  { pairId, ...entry }: z.output<typeof addInput>,
): Saved {
  const pair = pairById(ctx.db, pairId)
  check(ctx, pair, entry)
  const { babyId } = pair
  refuseSameEntry(ctx, babyId, entry)
  return ctx.write((tx) => {
    const made = tx.insert(careEntry, { pairId, babyId, ...contentOf(entry) })
    return {
      value: { id: made.recordId, version: made.version },
      audit: [careNote('add', made.recordId, made.version, babyId, '')],
    }
  })
}

/** A button pressed twice is one feed and one dose: another one has a time of its own. */
function refuseSameEntry({ db }: ReadContext, babyId: string, entry: CareEntry): void {
  const from = minuteOf(entry.happenedAt)
  const same = entriesBetween(db, babyId, from, addMinutes(from, 1)).some((one) =>
    sameKeys.every((key) => one[key] === entry[key]),
  )
  if (same)
    refuse('invalid', 'Just this is written down already for this minute', [
      {
        field: 'happenedAt',
        message:
          'Just this is written down already for this minute. If it was another one, enter when',
      },
    ])
}

const sameKeys = ['kind', 'way', 'amount', 'medicine', 'dose', 'source', 'note'] as const

/** Puts an entry right, with the reason. What it said before stays readable. */
export function correctEntry(
  ctx: CommandContext,
  { id, version, reason, ...entry }: z.output<typeof correctInput>,
): Saved {
  const found = entryOnRecord(ctx, id)
  check(ctx, pairById(ctx.db, found.pairId), entry, id)
  return ctx.write((tx) => {
    const made = tx.amend(careEntry, id, version, contentOf(entry), reason)
    return {
      value: { id, version: made.version },
      audit: [careNote('correct', id, made.version, found.babyId, reason)],
    }
  })
}

/** Marks an entry as entered in error; it stays readable. */
export function withdrawEntry(
  ctx: CommandContext,
  { id, version, reason }: z.output<typeof withdrawInput>,
): Saved {
  const found = entryOnRecord(ctx, id)
  return ctx.write((tx) => {
    const made = tx.withdraw(careEntry, id, version, reason)
    return {
      value: { id, version: made.version },
      audit: [careNote('withdraw', id, made.version, found.babyId, reason)],
    }
  })
}

/** Takes an own entry back at once: a slip of the thumb needs no reason typed. It stays readable. */
export function undoEntry(ctx: CommandContext, { id }: z.output<typeof undoInput>): Saved {
  const found = entryOnRecord(ctx, id)
  const until = undoableUntil(found, ctx.actor.staffId)
  if (until === null || ctx.now >= until)
    refuse(
      'held',
      `Only whoever entered it undoes it, within ${undoMinutes} minutes. Put it right with a reason instead`,
    )
  return ctx.write((tx) => {
    const made = tx.withdraw(careEntry, id, found.version, undoneReason)
    return {
      value: { id, version: made.version },
      audit: [careNote('undo', id, made.version, found.babyId, undoneReason)],
    }
  })
}

function entryOnRecord({ db }: ReadContext, id: string): CareRecord {
  return (
    entryById(db, id) ??
    refuse('not-found', 'This entry is not in the log', [
      { field: 'id', message: 'Open the log again: the entry is not there any longer' },
    ])
  )
}

function contentOf({ kind, way, amount, ...entry }: CareEntry) {
  const rule = wayRule(kind, way)?.amount
  return {
    ...entry,
    kind,
    way,
    amount: amount === null || !rule ? null : storedAmount(rule, amount),
  }
}

function check(ctx: ReadContext, pair: Pair, entry: CareEntry, correcting?: string): void {
  const faults = [...timeFaults(ctx, pair, entry), ...changeFaults(ctx, pair, entry, correcting)]
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
}

function timeFaults(ctx: ReadContext, pair: Pair, { kind, happenedAt }: CareEntry): FieldMessage[] {
  const at = (message: string): FieldMessage[] => [{ field: 'happenedAt', message }]
  if (happenedAt > ctx.now) return at(`This is in the future: it is now ${formatDateTime(ctx.now)}`)
  if (pair.endedAt !== null && happenedAt >= pair.endedAt)
    return at(`Mother and baby left on ${formatDateTime(pair.endedAt)}. Check the date and time`)
  const { bornOn } = personById(ctx.db, pair.babyId)
  const first = minuteOf(pair.startedAt)
  if (kind === 'weight' && bornOn !== null)
    return happenedAt < startOfDay(bornOn)
      ? at('This is before the baby was born. Check the date')
      : []
  return happenedAt < first
    ? at(
        `Mother and baby have been here since ${formatDateTime(pair.startedAt)}. Check the date and time`,
      )
    : []
}

/** A weight far from the one before it is asked again. */
function changeFaults(
  { db }: ReadContext,
  { babyId }: Pair,
  { kind, amount, happenedAt, confirmed }: CareEntry,
  correcting?: string,
): FieldMessage[] {
  if (kind !== 'weight' || amount === null || confirmed) return []
  const before = weightsOf(db, babyId).findLast(
    (one) => one.happenedAt < happenedAt && one.id !== correcting,
  )
  return weightFault(amount, before?.amount ?? null)
}

const careNote = (
  action: string,
  id: string,
  version: number,
  babyId: string,
  reason: string,
): AuditNote => ({
  action: `care.${action}`,
  entity: 'care_entry',
  entityId: id,
  entityVersion: version,
  patients: [babyId],
  ...(reason === '' ? {} : { reason }),
})
