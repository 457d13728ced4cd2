import type { Disclosure } from '#domain/assurance/report-model.ts'
import {
  type Clearance,
  clearingFault,
  type FreeTextEntity,
  withheldBecause,
} from '#domain/assurance/written/free-text.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { textClearance } from '#drizzle/schema/report-writing.ts'
import type { CommandContext } from '../../../platform/serve.ts'
import { newest, standing } from '../../../platform/standing.ts'
import type { ReadDb } from '../../../platform/unit-of-work.ts'
import type { ClearInput, MistakeInput } from './schemas.ts'

const cleared = standing(textClearance, [
  'recordId',
  'version',
  'author',
  'recordedAt',
  'entryId',
  'entryVersion',
  'scope',
])

export interface GivenClearance extends Clearance {
  recordId: string
  version: number
  author: string
  recordedAt: Instant
}

/** Every clearance that stood at the cut, by the entry that it is of. */
export const clearancesAt = (db: ReadDb, seq = newest): Map<string, GivenClearance[]> =>
  Map.groupBy(
    cleared.at(db, seq).map((row) => ({ ...row, scope: row.scope as Disclosure })),
    ({ entryId }) => entryId,
  )

export type Output = Disclosure | 'inside'

/** Why a wording is kept back from an output; inside the unit nothing is. */
export const keptBack =
  (clearances: ReadonlyMap<string, readonly Clearance[]>, output: Output) =>
  (entry: { recordId: string; version: number }): string | null =>
    output === 'inside'
      ? null
      : withheldBecause(entry.version, clearances.get(entry.recordId) ?? [], output)

const newestOf = (db: ReadDb, entity: FreeTextEntity, id: string) =>
  db.row<{ version: number; author: string; withdrawn: number }>(
    // The name of the table is one of a closed list, which the schema of the input holds it to.
    `select version, author, withdrawn from ${entity} where record_id = @id
     order by version desc limit 1`,
    { id },
  )

/** Clears the wording that was read, by the person in hand; a later wording is to be cleared again. */
export function clearText(ctx: CommandContext, input: ClearInput) {
  const { entity, entryId, entryVersion, scope } = input
  const entry = newestOf(ctx.db, entity, entryId)
  if (!entry || entry.withdrawn === 1) refuse('not-found', 'This entry is not on record any more')
  if (entry.version !== entryVersion)
    refuse('clash', 'The words have changed since you read them. Read them as they are now')
  const fault = clearingFault(entry.author, ctx.actor.staffId)
  if (fault) refuse('held', fault)
  const given = clearancesAt(ctx.db).get(entryId) ?? []
  if (given.some((one) => one.entryVersion === entryVersion && one.scope === scope))
    refuse('held', 'These words are cleared already')
  return ctx.write((tx) => {
    const made = tx.insert(textClearance, { entity, entryId, entryVersion, scope })
    return {
      value: { id: made.recordId },
      audit: [
        {
          action: 'text.cleared',
          entity,
          entityId: entryId,
          entityVersion: entryVersion,
          payload: { scope },
        },
      ],
    }
  })
}

/** Takes a clearance back: from now on the words are withheld again. */
export function takeBackClearance(ctx: CommandContext, { id, version, reason }: MistakeInput) {
  return ctx.write((tx) => {
    const made = tx.withdraw(textClearance, id, version, reason)
    return {
      value: { id },
      audit: [
        {
          action: 'text.clearance-taken-back',
          entity: 'text_clearance',
          entityId: id,
          entityVersion: made.version,
          reason,
        },
      ],
    }
  })
}
