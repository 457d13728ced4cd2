import type { RecordModel } from './report-model.ts'

/** Finds the records that a member was counted from. */
export function recordsByKey(
  records: readonly RecordModel[],
): (ref: { id: string; version: number }) => RecordModel | undefined {
  const byKey = new Map(records.map((one) => [`${one.id} ${one.version}`, one]))
  return ({ id, version }) => byKey.get(`${id} ${version}`)
}
