import type { ObservationSet } from '#domain/unwell-baby/observation.ts'
import type { RecordedSet } from '#domain/unwell-baby/record.ts'
import { rowsOfSet, type SetRows, setsOfRows } from '#domain/unwell-baby/set-rows.ts'
import {
  observationFinding,
  observationGroup,
  observationReading,
  observationSet,
} from '#drizzle/schema/unwell-baby-observations.ts'
import { everyVersion } from '../../platform/every-version.ts'
import type { ReadDb, WriteTx } from '../../platform/unit-of-work.ts'

const parents = everyVersion(
  observationSet,
  [
    'recordId',
    'version',
    'auditSeq',
    'recordedAt',
    'author',
    'withdrawn',
    'episodeId',
    'observedAt',
    'babyState',
    'feverReport',
    'consciousness',
    'support',
    'staffConcern',
    'carerConcern',
    'carerView',
    'note',
  ],
  't.episode_id in (select value from json_each(@ids))',
)

const ofSets = `join observation_set s on s.record_id = c.record_id and s.version = c.version
  where s.audit_seq <= @seq and s.episode_id in (select value from json_each(@ids))`
const readingsSql = `select c.record_id as recordId, c.version, c.sign, c.value, c.confirmed,
    c.not_measured as notMeasured, c.note from observation_reading c ${ofSets}`
const groupsSql = `select c.record_id as recordId, c.version, c.finding_group as findingGroup, c.checked,
    c.because from observation_group c ${ofSets}`
const findingsSql = `select c.record_id as recordId, c.version, c.finding
  from observation_finding c ${ofSets}`

interface Key {
  recordId: string
  version: number
}
type Raw<Row, Flag extends keyof Row> = Omit<Row, Flag> & Record<Flag, number> & Key

/** Every version of the sets of these episodes, oldest first. */
export function observationSets(db: ReadDb, ids: string, seq: number): RecordedSet[] {
  const of = { seq, ids }
  return setsOfRows(parents.at(db, seq, { ids }) as Omit<RecordedSet, keyof SetRows>[], {
    readings: db
      .rows<Raw<SetRows['readings'][number], 'confirmed'>>(readingsSql, of)
      .map((row) => ({ ...row, confirmed: row.confirmed === 1 })),
    groups: db
      .rows<Raw<SetRows['groups'][number], 'checked'>>(groupsSql, of)
      .map((row) => ({ ...row, checked: row.checked === 1 })),
    findings: db.rows<SetRows['findings'][number] & Key>(findingsSql, of),
  })
}

/** The columns of a set that hang on no row of its own. */
export const setContent = ({ readings: _, groups: _g, findings: _f, ...content }: ObservationSet) =>
  content

/** Writes the rows that hang on one version of a set. */
export function appendSetRows(tx: WriteTx, key: Key, set: ObservationSet): void {
  const { readings, groups, findings } = rowsOfSet(set)
  for (const row of readings) tx.append(observationReading, { ...key, ...row })
  for (const row of groups) tx.append(observationGroup, { ...key, ...row })
  for (const row of findings) tx.append(observationFinding, { ...key, ...row })
}
