import { dateOf } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { type Floor, ofAnyRecord, tooEarly } from '#domain/shared/plausible.ts'
import type { Basis } from '#domain/shared/provenance.ts'
import type { CivilDate, Instant } from '#domain/shared/time.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type {
  AuditNote,
  Changes,
  Content,
  VersionTable,
  WriteTx,
} from '../../platform/unit-of-work.ts'

/** A change of a record, as every service takes it. */
export interface Change {
  id: string
  version: number
  reason: string
}

interface Kind<T extends VersionTable, Input> {
  table: T
  /** Its name in the audit. */
  entity: string
  /** The columns that say whose it is: a change leaves them as they are. */
  whose: readonly (keyof Content<T> & string)[]
  /** Refuses what cannot be true; with its id, of a record that is changed. */
  check: (ctx: CommandContext, input: Input, id?: string) => void
  content: (input: Input) => Content<T>
  /** The people whom it concerns. */
  patients: (input: Input) => string[]
  /** What follows from it elsewhere in the record, within the same act. */
  follows?: (tx: WriteTx, recordId: string, why: string) => AuditNote[]
}

// Moved by a change, it would be gone from the record in which it was, and nobody asked there would know why.
const ofOthers =
  'This is on the record of somebody else. Mark it as entered in error there, and record it anew'

/**
 * Add, change and withdraw for one kind of fact about people. A change gives the whole fact again; the
 * version before it stays readable.
 */
export function factService<T extends VersionTable, Input>(kind: Kind<T, Input>) {
  const { table, entity, whose, check, content, patients, follows = () => [] } = kind
  const there = standing(table, ['recordId', ...whose] as never, 't.record_id = @id')

  function needThere(ctx: CommandContext, id: string): Record<string, unknown> {
    return (
      there.at(ctx.db, newest, { id })[0] ??
      refuse('not-found', 'This is not on record any more. Open the page again')
    )
  }

  return {
    add(ctx: CommandContext, input: Input) {
      check(ctx, input)
      return ctx.write((tx) => {
        const { recordId } = tx.insert(table, content(input))
        return {
          value: { id: recordId },
          audit: [
            {
              action: 'add',
              entity,
              entityId: recordId,
              entityVersion: 1,
              patients: patients(input),
            },
            ...follows(tx, recordId, 'Recorded'),
          ],
        }
      })
    },
    change(ctx: CommandContext, { id, version, reason, fact }: Change & { fact: Input }) {
      const before = needThere(ctx, id)
      check(ctx, fact, id)
      const changes = content(fact)
      if (whose.some((column) => changes[column] !== before[column])) refuse('held', ofOthers)
      return ctx.write((tx) => {
        const made = tx.amend(table, id, version, changes as Changes<T>, reason)
        return {
          value: { id, version: made.version },
          audit: [
            {
              action: 'change',
              entity,
              entityId: id,
              entityVersion: made.version,
              patients: patients(fact),
              reason,
            },
            ...follows(tx, id, reason),
          ],
        }
      })
    },
    withdraw(ctx: CommandContext, { id, version, reason }: Change) {
      needThere(ctx, id)
      return ctx.write((tx) => {
        const made = tx.withdraw(table, id, version, reason)
        return {
          value: { id, version: made.version },
          audit: [
            { action: 'withdraw', entity, entityId: id, entityVersion: made.version, reason },
            ...follows(tx, id, reason),
          ],
        }
      })
    },
  }
}

/** The columns of a basis. */
export const basisContent = (basis: Basis) => ({
  basisKind: basis.kind,
  basisBy: basis.by ?? null,
  basisOn: basis.on ?? null,
  basisDocument: basis.document ?? null,
})

/** The basis in a row. */
export const basisOf = (row: {
  basisKind: string
  basisBy: string | null
  basisOn: string | null
  basisDocument: string | null
}): Basis => ({
  kind: row.basisKind as Basis['kind'],
  ...(row.basisBy === null ? {} : { by: row.basisBy }),
  ...(row.basisOn === null ? {} : { on: row.basisOn }),
  ...(row.basisDocument === null ? {} : { document: row.basisDocument }),
})

/** Refuses a basis dated in the future, or before its floor: that of whom the statement is about, where they are known. */
export function checkBasis(
  basis: Basis,
  now: string,
  field = 'basis',
  floor: Floor = ofAnyRecord,
): void {
  if (basis.on !== undefined) checkFloor(`${field}.on`, basis.on, floor)
  // A day is a day of England: after midnight in summer it is ahead of the instant's own.
  const latest = basis.on?.length === now.length ? now : dateOf(now)
  if (basis.on !== undefined && basis.on > latest)
    refuse('invalid', 'Check the date of the basis', [
      {
        field: `${field}.on`,
        message: 'This date is in the future. Enter when it was said or seen',
      },
    ])
}

/** Refuses at its field what cannot have been so early. */
export function checkFloor(field: string, at: CivilDate | Instant, floor: Floor): void {
  const fault = tooEarly(at, floor)
  if (fault !== undefined) refuseField(field, fault)
}
