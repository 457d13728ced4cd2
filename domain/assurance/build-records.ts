import { discloseRow } from './disclosure.ts'
import type { Member, RecordRef } from './measure.ts'
import { type ReportInput, type ReportTools, recordKey } from './report-input.ts'
import type { RecordModel } from './report-model.ts'
import { pseudonymKindOf } from './report-words.ts'

/**
 * Every record that any of these members was counted from, once, with the fields that may leave. Its times
 * are told as days of its own stay; those of a record that belongs to no stay are withheld.
 */
export function buildRecords(
  members: Iterable<Member>,
  input: ReportInput,
  tools: ReportTools,
): RecordModel[] {
  const refs = new Map<string, RecordRef>()
  for (const member of members) for (const ref of member.records) refs.set(recordKey(ref), ref)
  return [...refs].map(([key, ref]) => recordModel(key, ref, input, tools)).sort(byIdAndVersion)
}

const recordModel = (
  key: string,
  ref: RecordRef,
  input: ReportInput,
  tools: ReportTools,
): RecordModel => ({
  type: ref.type,
  id: tools.pseudonym(pseudonymKindOf(ref), ref.recordId),
  version: ref.version,
  fields: discloseRow(
    ref.type,
    input.rows.get(key) ?? {},
    input.subjects.get(ref.recordId) ?? {},
    tools.pseudonym,
  ),
})

// The order of the pseudonyms says nothing: the order of entry would tell who came first.
const byIdAndVersion = (a: RecordModel, b: RecordModel) =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : a.version - b.version
