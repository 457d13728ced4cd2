import { endsAt, reviewDueAt } from '#domain/restricted/access.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import type { Basis } from '#domain/shared/provenance.ts'
import { emergencyAccess, restrictedEntry } from '#drizzle/schema/restricted.ts'
import type { CommandContext, SignedContext } from '../../platform/serve.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { personById } from '../people/queries.ts'
import { notReviewed, reviewed } from './review.ts'
import { allOpenings, entryById, openWindows } from './rows.ts'
import type { ChangeInput, EntryInput, ReviewInput } from './schemas.ts'
import { mayRead } from './view.ts'

type NewEntry = Omit<EntryInput, 'basis'> & { basis: Basis }

const contentOf = ({ keptFrom, because, happenedAt, what, basis }: Omit<NewEntry, 'personId'>) => ({
  keptFrom: keptFrom.join(','),
  because,
  happenedAt,
  what,
  basisKind: basis.kind,
  basisBy: basis.by ?? null,
  basisOn: basis.on ?? null,
  basisDocument: basis.document ?? null,
})

/** Nothing of the content goes into the audit: the entry itself is where it is read. */
export const entryNote = (
  action: string,
  { recordId, version }: { recordId: string; version: number },
  personId: string,
  reason = '',
): AuditNote => ({
  action: `restricted.${action}`,
  entity: 'restricted_entry',
  entityId: recordId,
  entityVersion: version,
  patients: [personId],
  reason,
})

/** Writes one within an act; whoever acts is its writer. */
export const insertEntry = (tx: WriteTx, { personId, ...entry }: NewEntry) =>
  tx.insert(restrictedEntry, { personId, ...contentOf(entry) })

export function addEntry(ctx: CommandContext, input: EntryInput) {
  personById(ctx.db, input.personId)
  checkTime(ctx, input.happenedAt)
  return ctx.write((tx) => {
    const made = insertEntry(tx, input)
    return { value: { id: made.recordId }, audit: [entryNote('added', made, input.personId)] }
  })
}

export function changeEntry(ctx: CommandContext, input: ChangeInput) {
  const { personId } = readable(ctx, input.id)
  checkTime(ctx, input.happenedAt)
  return ctx.write((tx) => {
    const made = tx.amend(restrictedEntry, input.id, input.version, contentOf(input), input.reason)
    return {
      value: { id: input.id, version: made.version },
      audit: [entryNote('changed', made, personId, input.reason)],
    }
  })
}

export function withdrawEntry(
  ctx: CommandContext,
  { id, version, reason }: { id: string; version: number; reason: string },
) {
  const { personId } = readable(ctx, id)
  return ctx.write((tx) => {
    const made = tx.withdraw(restrictedEntry, id, version, reason)
    return {
      value: { id, version: made.version },
      audit: [entryNote('withdrawn', made, personId, reason)],
    }
  })
}

function checkTime(ctx: CommandContext, happenedAt: string): void {
  if (happenedAt > ctx.now) refuseField('happenedAt', 'This is in the future. Check the day')
}

/** Nobody changes what they may not read; that there is such an entry is not told either. */
function readable(ctx: CommandContext, id: string) {
  const found = entryById(ctx.db, id)
  if (!found || !mayRead(ctx, id))
    refuse('not-found', 'This entry is not among those that you may read')
  return found
}

/** Opens the restricted entries of one person for a short time, signed; somebody else reviews it afterwards. */
export function openInEmergency(
  ctx: SignedContext,
  { personId, because }: { personId: string; because: string },
) {
  personById(ctx.db, personId)
  const { staffId } = ctx.actor
  if (openWindows(ctx.db, staffId, [personId], ctx.now).length > 0)
    refuse('held', 'You have opened these entries already: they are open until the time shown')
  return ctx.write((tx) => {
    const until = endsAt(tx.now)
    const { recordId } = tx.insert(emergencyAccess, {
      personId,
      staffId,
      because,
      openedAt: tx.now,
      endsAt: until,
      reviewDueAt: reviewDueAt(tx.now),
      ...notReviewed,
    })
    return {
      value: { id: recordId, endsAt: until },
      audit: [
        {
          action: 'restricted.opened-in-emergency',
          entity: 'emergency_access',
          entityId: recordId,
          entityVersion: 1,
          patients: [personId],
          reason: because,
          breakGlass: true,
        },
      ],
    }
  })
}

/** The word on an opening: by somebody else than who opened, once. */
export function reviewOpening(ctx: SignedContext, { id, version, outcome, review }: ReviewInput) {
  const found = allOpenings(ctx.db).find(({ recordId }) => recordId === id)
  if (!found) refuse('not-found', 'This opening is not on the list. Open the list again')
  if (found.outcome !== null) refuse('held', 'This opening was reviewed already')
  ctx.notBy([found.staffId], {
    message: 'Somebody else than who opened the entries must review it',
  })
  return ctx.write((tx) => {
    const made = tx.amend(
      emergencyAccess,
      id,
      version,
      reviewed(ctx, tx.now, { outcome, review }),
      review,
    )
    return {
      value: { id, version: made.version },
      audit: [
        {
          action: `restricted.opening-${outcome}`,
          entity: 'emergency_access',
          entityId: id,
          entityVersion: made.version,
          patients: [found.personId],
          reason: review,
        },
      ],
    }
  })
}
