import type { CopyLine } from '#domain/retention/copy-document.ts'
import { type ThirdPartyReason, thirdPartyReasonsOf } from '#domain/retention/third-party.ts'
import { referralChild } from '#drizzle/schema/admission.ts'
import { person } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { recordHistory } from '../audit/history.ts'
import type { ShownValue } from '../audit/values.ts'
import { type FoundRecord, recordsOf } from './closure.ts'

const referrals = standing(referralChild, ['referralId'], 't.person_id = @personId')
const people = standing(
  person,
  ['recordId', 'givenName'],
  't.record_id in (select value from json_each(@ids))',
)

/** One entry of a copy before anybody has looked at it. */
export interface MarkedLine extends CopyLine {
  id: string
  /** Why a person has to look at it first; empty where nothing was found. */
  reasons: ThirdPartyReason[]
}

/** Whoever else is on the unit with this person, was referred with them, or is tied to them. */
const familySql = `select s.mother_id as id from pair p join stay s on s.record_id = p.stay_id where p.baby_id = @personId
  union select p.baby_id from stay s join pair p on p.stay_id = s.record_id where s.mother_id = @personId
  union select c.person_id from referral r join referral_child c on c.referral_id = r.record_id
    where r.mother_id = @personId and c.person_id is not null
  union select r.mother_id from referral r join referral_child c on c.referral_id = r.record_id
    where c.person_id = @personId
  union select t.person_id from tie t where t.to_person_id = @personId
  union select t.to_person_id from tie t where t.person_id = @personId`

/** What stands in the record of a person, latest last, with what may belong to somebody else marked. */
export function copyLines(db: ReadDb, personId: string): MarkedLine[] {
  const above = referrals.at(db, newest, { personId }).map(({ referralId }) => referralId)
  const family = db.rows<{ id: string }>(familySql, { personId }).map(({ id }) => id)
  const others = people
    .at(db, newest, { ids: JSON.stringify(family.filter((id) => id !== personId)) })
    .map(({ givenName }) => givenName)
  // What hangs on the referral of a baby, and on nothing of the baby's own, was said of the mother.
  const own = new Set(recordsOf(db, personId, []).map(({ id }) => id))
  return recordsOf(db, personId, above)
    .map((found) => lineOf(db, found, { others, isOfOthers: !own.has(found.id) }))
    .sort((a, b) => a.recordedAt.localeCompare(b.recordedAt))
}

/** A rule in its stored form, or a bare link to another entry of the copy, tells whoever asked nothing. */
const isForReaders = ({ text, isUnnamed }: ShownValue): boolean =>
  isUnnamed !== true && !/^[{[].*[}\]]$/s.test(text)

/** The record as its newest version says it: every field as it was set last. */
function lineOf(
  db: ReadDb,
  { id, type }: FoundRecord,
  { others, isOfOthers }: { others: readonly string[]; isOfOthers: boolean },
): MarkedLine {
  const { label, versions } = recordHistory(db, id)
  const fields = new Map<string, { label: string; text: string }>()
  for (const { changes } of [...versions].reverse())
    for (const { field, label: name, after } of changes)
      if (after === null || !isForReaders(after)) fields.delete(field)
      else fields.set(field, { label: name, text: after.text })
  const shown = [...fields.values()]
  const reasons = thirdPartyReasonsOf(
    {
      type,
      basisKind: fields.get('basisKind')?.text ?? null,
      wasReported: fields.has('reportedBy') || fields.get('source')?.text === 'mother',
      isOfOthers,
      text: shown.map(({ text }) => text).join(' '),
    },
    others,
  )
  return {
    id,
    label: label.charAt(0).toUpperCase() + label.slice(1),
    recordedAt: versions[0]?.at ?? '',
    by: versions[0]?.who ?? '',
    fields: shown,
    reasons,
  }
}
