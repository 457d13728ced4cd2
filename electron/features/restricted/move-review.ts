import { typeLabel } from '#domain/audit/words.ts'
import { isToldOfMove, mayReviewMove, moveState } from '#domain/restricted/access.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { restrictedMove } from '#drizzle/schema/restricted.ts'
import type { CommandContext, ReadContext, SignedContext } from '../../platform/serve.ts'
import type { AuditNote, ReadDb } from '../../platform/unit-of-work.ts'
import { personById } from '../people/queries.ts'
import { staffNameOf } from '../users/staff-names.ts'
import { allMoves, type MoveRow, movesOfWriter } from './move-rows.ts'
import { reviewed } from './review.ts'
import type { ReviewInput } from './schemas.ts'

/** Every move of the words of somebody else with where its review stands: those that wait first, oldest first. */
export function movesToReview({ db, now, actor }: ReadContext) {
  const staffName = staffNameOf(db)
  return allMoves(db)
    .filter((move) => moveState(move, now) !== 'own')
    .map((move) => ({
      ...moveLine(db, move),
      state: moveState(move, now),
      mayReview: mayReviewMove(move, actor.staffId),
      toldAt: move.writerSeenAt,
      reviewDueAt: move.reviewDueAt,
      outcome: move.outcome,
      reviewer: move.reviewerId ? staffName(move.reviewerId) : null,
    }))
    .sort((a, b) =>
      (a.state === 'reviewed') === (b.state === 'reviewed')
        ? a.reviewDueAt.localeCompare(b.reviewDueAt)
        : Number(a.state === 'reviewed') - Number(b.state === 'reviewed'),
    )
}

/** How many moves nobody has reviewed in time. */
export const overdueMoves = (db: ReadDb, now: Instant): number =>
  allMoves(db).filter((move) => moveState(move, now) === 'overdue').length

/** How much of what this person wrote was moved by others and not seen by them yet. It names nobody. */
export const toldOfMoves = ({ db, actor }: ReadContext): number =>
  movesOfWriter(db, actor.staffId).filter((move) => isToldOfMove(move, actor.staffId)).length

/** What this person wrote and somebody else moved; what they have not seen yet first. */
export const movedFromMe = ({ db, actor }: ReadContext) =>
  movesOfWriter(db, actor.staffId)
    .filter(({ moverId }) => moverId !== actor.staffId)
    .map((move) => ({ ...moveLine(db, move), seenAt: move.writerSeenAt }))
    .sort(
      (a, b) =>
        Number(a.seenAt !== null) - Number(b.seenAt !== null) || b.movedAt.localeCompare(a.movedAt),
    )

const movedAtSql =
  'select recorded_at as movedAt from restricted_move where record_id = @id and version = 1'
const becauseSql = `select because, what from restricted_entry where record_id = @id and version = 1`

function moveLine(db: ReadDb, move: MoveRow) {
  const { recordId, version, personId, entryId, fromId, writerId, moverId } = move
  const staffName = staffNameOf(db)
  const { givenName, familyName } = personById(db, personId)
  const type = db.row<{ type: string }>('select type from record where record_id = @fromId', {
    fromId,
  })
  const entry = db.row<{ because: string; what: string }>(becauseSql, { id: entryId })
  return {
    id: recordId,
    version,
    personId,
    about: `${givenName} ${familyName}`,
    from: typeLabel(type?.type ?? ''),
    what: entry?.what ?? '',
    because: entry?.because ?? '',
    writer: staffName(writerId),
    mover: staffName(moverId),
    movedAt: db.row<{ movedAt: Instant }>(movedAtSql, { id: recordId })?.movedAt ?? '',
  }
}

const note = (action: string, move: MoveRow, version: number, reason = ''): AuditNote => ({
  action: `restricted.${action}`,
  entity: 'restricted_move',
  entityId: move.recordId,
  entityVersion: version,
  patients: [move.personId],
  reason,
})

/** The word on a move: by somebody else than who moved it, once. */
export function reviewMove(ctx: SignedContext, { id, version, outcome, review }: ReviewInput) {
  const found = moveById(ctx.db, id)
  if (found.outcome !== null) refuse('held', 'This was reviewed already')
  if (moveState(found, ctx.now) === 'own')
    refuse('held', 'Who moved it wrote it, so nobody has to review it')
  ctx.notBy([found.moverId], { message: 'Somebody else than who moved it must review it' })
  return ctx.write((tx) => {
    const made = tx.amend(
      restrictedMove,
      id,
      version,
      reviewed(ctx, tx.now, { outcome, review }),
      review,
    )
    return {
      value: { id, version: made.version },
      audit: [note(`move-${outcome}`, found, made.version, review)],
    }
  })
}

/** Whoever wrote what was moved says that they have seen it. */
export function seenMove(ctx: CommandContext, { id, version }: { id: string; version: number }) {
  const found = moveById(ctx.db, id)
  if (found.writerId !== ctx.actor.staffId)
    refuse('held', 'Only who wrote it says that they have seen it')
  if (found.writerSeenAt !== null) refuse('held', 'You have said so already')
  return ctx.write((tx) => {
    const made = tx.amend(restrictedMove, id, version, { writerSeenAt: tx.now }, 'Seen')
    return { value: { id, version: made.version }, audit: [note('move-seen', found, made.version)] }
  })
}

const moveById = (db: ReadDb, id: string): MoveRow =>
  allMoves(db).find(({ recordId }) => recordId === id) ??
  refuse('not-found', 'This is not on the list any more. Open the list again')
