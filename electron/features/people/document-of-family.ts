import { refuseField } from '#domain/shared/failure.ts'
import { referral, referralChild } from '#drizzle/schema/admission.ts'
import { historyDocument } from '#drizzle/schema/history-review.ts'
import { pair, stay } from '#drizzle/schema/stays.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const documents = standing(historyDocument, ['stayId', 'referralId'], 't.record_id = @id')
const stays = standing(stay, ['motherId'], 't.record_id = @id')
const referrals = standing(referral, ['motherId'], 't.record_id = @id')
const pairs = standing(pair, ['stayId'], 't.baby_id = @id')
const children = standing(referralChild, ['referralId'], 't.person_id = @id')

const motherOf = (
  db: ReadDb,
  of: { stayId?: string | null; referralId?: string | null },
): string | undefined =>
  of.stayId
    ? stays.at(db, newest, { id: of.stayId })[0]?.motherId
    : referrals.at(db, newest, { id: of.referralId ?? '' })[0]?.motherId

/** The person, where she is a mother, and the mothers with whom a baby was referred or was here. */
const mothersOf = (db: ReadDb, id: string): (string | undefined)[] => [
  id,
  ...[...pairs.at(db, newest, { id }), ...children.at(db, newest, { id })].map((row) =>
    motherOf(db, row),
  ),
]

/**
 * Refuses, at the field, a document that is on the register of another family: what stands behind a fact about a child is
 * opened from it, and would show one family to the staff of another.
 */
export function needOwnDocument(
  db: ReadDb,
  personId: string,
  documentId: string | null | undefined,
  field: string,
): void {
  if (!documentId) return
  const [found] = documents.at(db, newest, { id: documentId })
  if (!found) refuseField(field, 'This document is not in the register any more. Choose another')
  const motherId = motherOf(db, found)
  if (motherId === undefined || !mothersOf(db, personId).includes(motherId))
    refuseField(field, 'Choose a document of this mother and baby')
}
