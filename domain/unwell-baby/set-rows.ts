import type { FindingCode, FindingGroup } from './findings.ts'
import type { GroupCheck, ObservationSet, Reading, SkipReason } from './observation.ts'
import type { RecordedSet } from './record.ts'
import { readingOfStored, type SignCode, storedReading } from './signs.ts'

/** The rows that hang on one version of a set (drizzle/schema/unwell-baby-observations.ts), without the key of the set. */
export interface SetRows {
  readings: {
    sign: string
    value: number | null
    confirmed: boolean
    notMeasured: string | null
    note: string | null
  }[]
  groups: { findingGroup: string; checked: boolean; because: string | null }[]
  findings: { finding: string }[]
}

/** The rows that a set is stored in. */
export function rowsOfSet(set: Pick<ObservationSet, 'readings' | 'groups' | 'findings'>): SetRows {
  const readings = Object.entries(set.readings).map(([sign, reading]) =>
    reading.kind === 'value'
      ? {
          sign,
          value: storedReading(sign as SignCode, reading.value),
          confirmed: reading.confirmed,
          notMeasured: null,
          note: null,
        }
      : {
          sign,
          value: null,
          confirmed: false,
          notMeasured: reading.because,
          note: reading.note ?? null,
        },
  )
  const groups = Object.entries(set.groups).map(([findingGroup, check]) => ({
    findingGroup,
    checked: check.checked,
    because: check.checked ? null : check.because,
  }))
  return { readings, groups, findings: [...new Set(set.findings)].map((finding) => ({ finding })) }
}

type Parent = Omit<RecordedSet, 'readings' | 'groups' | 'findings'>
type Keyed<Row> = Row & { recordId: string; version: number }

/** Sets put together from their rows: each version with its own. */
export function setsOfRows(
  parents: readonly Parent[],
  rows: {
    readings: readonly Keyed<SetRows['readings'][number]>[]
    groups: readonly Keyed<SetRows['groups'][number]>[]
    findings: readonly Keyed<SetRows['findings'][number]>[]
  },
): RecordedSet[] {
  const key = ({ recordId, version }: { recordId: string; version: number }) =>
    `${recordId} ${version}`
  const readings = Map.groupBy(rows.readings, key)
  const groups = Map.groupBy(rows.groups, key)
  const findings = Map.groupBy(rows.findings, key)
  return parents.map((parent) => ({
    ...parent,
    readings: Object.fromEntries(
      (readings.get(key(parent)) ?? []).map((row) => [row.sign, readingOfRow(row)]),
    ),
    groups: Object.fromEntries(
      (groups.get(key(parent)) ?? []).map((row) => [
        row.findingGroup as FindingGroup,
        checkOfRow(row),
      ]),
    ),
    findings: (findings.get(key(parent)) ?? []).map(({ finding }) => finding as FindingCode),
  }))
}

function readingOfRow(row: SetRows['readings'][number]): Reading {
  const { sign, value, confirmed, notMeasured, note } = row
  if (value !== null)
    return { kind: 'value', value: readingOfStored(sign as SignCode, value), confirmed }
  const because = (notMeasured ?? 'other') as SkipReason
  return note === null ? { kind: 'not-measured', because } : { kind: 'not-measured', because, note }
}

const checkOfRow = ({ checked, because }: SetRows['groups'][number]): GroupCheck =>
  checked ? { checked } : { checked, because: because ?? '' }
