import { getTableName } from 'drizzle-orm'
import { reviewDueAt } from '#domain/restricted/access.ts'
import { insteadFault, movable, movedWords } from '#domain/restricted/movable.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { historyClash, restrictedMove } from '#drizzle/schema/index.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { versionShown } from '../audit/history.ts'
import { staffNameOf } from '../users/staff-names.ts'
import { type MovableRecord, movableRecord } from './movable-records.ts'
import { clashesWith, writingOf } from './move-rows.ts'
import { notReviewed } from './review.ts'
import type { MoveInput } from './schemas.ts'
import { entryNote, insertEntry } from './service.ts'

/** It says neither what it was nor why. */
const movedReason = 'Taken off this page'

/**
 * Makes a restricted entry of what everybody could read until now (HZ-11), in one act: the words go there; the
 * record is withdrawn, or stays without them where rules and measures count it. What somebody wrote of how it
 * differs from another account tells what it said, so that goes along. Kind, dates, document and place are read
 * from the version that had them, by those who may read the entry; who wrote it first is one of them, and is
 * told; somebody else than the mover reviews it.
 */
export function moveToRestricted(ctx: CommandContext, input: MoveInput) {
  const { db } = ctx
  const { id, version, keptFrom, because, instead } = input
  const found = movableRecord(db, id) ?? goneAlready()
  if (found === 'held')
    refuse('held', 'What rules decide by stays where it is. Write a restricted entry beside it')
  const { type, table, happenedAt } = found
  const personId =
    found.personId ?? refuse('held', 'This is about nobody on record. Change it where it stands')
  const fault = insteadFault(type, instead)
  if (fault !== undefined) refuseField('instead', fault)
  const texts = wordsOf(db, found, id, version)
  const writing = writingOf(db, getTableName(table), id) ?? goneAlready()
  if (texts.length === 0 && writing.newest === version)
    refuse('held', 'There are no words here that could be moved')
  const clashes = clashesWith(db, id)
  return ctx.write((tx) => {
    const made = insertEntry(tx, {
      personId,
      keptFrom,
      because,
      happenedAt,
      what: movedWords({ texts, clashes }),
      basis: found.basis ?? {
        kind: 'observed',
        by: staffNameOf(db)(writing.author),
        on: dateOf(writing.recordedAt),
      },
    })
    const move = tx.insert(restrictedMove, {
      personId,
      entryId: made.recordId,
      fromId: id,
      fromVersion: version,
      writerId: writing.author,
      moverId: ctx.actor.staffId,
      writerSeenAt: null,
      reviewDueAt: reviewDueAt(tx.now),
      ...notReviewed,
    })
    return {
      value: { id: made.recordId, moveId: move.recordId },
      audit: [
        entryNote('moved', made, personId),
        takeOff(tx, found, input, personId),
        ...clashes.map((clash) =>
          withdrawn(
            'history_clash',
            personId,
            tx.withdraw(historyClash, clash.recordId, clash.version, movedReason),
          ),
        ),
      ],
    }
  })
}

/** Takes the record off its page, or its words out of it. */
function takeOff(
  tx: WriteTx,
  { type, table }: MovableRecord,
  { id, version, instead }: MoveInput,
  personId: string,
): AuditNote {
  const { way, words } = movable[type]
  if (way === 'whole')
    return withdrawn(type, personId, tx.withdraw(table, id, version, movedReason))
  const changes = Object.fromEntries(words.map((field) => [field, instead]))
  const made = tx.amend(table, id, version, changes as never, movedReason)
  return { ...withdrawn(type, personId, made), action: 'change' }
}

const withdrawn = (
  entity: string,
  personId: string,
  gone: { recordId: string; version: number },
): AuditNote => ({
  action: 'withdraw',
  entity,
  entityId: gone.recordId,
  entityVersion: gone.version,
  patients: [personId],
  reason: movedReason,
})

function wordsOf(db: CommandContext['db'], { type }: MovableRecord, id: string, version: number) {
  const words: readonly string[] = movable[type].words
  return versionShown(db, id, version).filter(({ field }) => words.includes(field))
}

function goneAlready(): never {
  return refuse('not-found', 'This is not on record any more. Open the page again')
}
