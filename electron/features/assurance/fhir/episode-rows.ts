import { getTableColumns, getTableName } from 'drizzle-orm'
import type { ActInput } from '#domain/assurance/fhir/episode-input.ts'
import type { VersionRow } from '#domain/assurance/fhir/told-row.ts'
import { duty, dutyAcknowledgement, dutyDrop, dutySending } from '#drizzle/schema/communications.ts'
import {
  episode,
  episodeRaise,
  episodeResponder,
  infectionAnswer,
} from '#drizzle/schema/unwell-baby.ts'
import { departure, escortDecision, helpContact } from '#drizzle/schema/unwell-baby-help.ts'
import { injuryMark } from '#drizzle/schema/unwell-baby-injury.ts'
import { observationSet } from '#drizzle/schema/unwell-baby-observations.ts'
import { episodeDebrief, episodeOutcome } from '#drizzle/schema/unwell-baby-outcome.ts'
import { paperForm, strategyDiscussion } from '#drizzle/schema/unwell-baby-pathway.ts'
import { everyVersion } from '../../../platform/every-version.ts'
import { newest, type VersionTable } from '../../../platform/standing.ts'
import type { ReadDb } from '../../../platform/unit-of-work.ts'

const ofEpisode = 't.episode_id = @id'
const duties =
  'select record_id from duty where event_id in (select record_id from duty_event where source_id = @id)'
const ofDuties = `t.duty_id in (${duties})`

/** Every table that holds something of an episode, and what finds its rows. */
const kept: readonly (readonly [VersionTable, where: string])[] = [
  [episode, 't.record_id = @id'],
  [infectionAnswer, ofEpisode],
  [episodeRaise, ofEpisode],
  [episodeResponder, ofEpisode],
  [observationSet, ofEpisode],
  [helpContact, ofEpisode],
  [escortDecision, ofEpisode],
  [departure, ofEpisode],
  [injuryMark, ofEpisode],
  [strategyDiscussion, ofEpisode],
  [paperForm, ofEpisode],
  [episodeOutcome, ofEpisode],
  [episodeDebrief, ofEpisode],
  [duty, `t.record_id in (${duties})`],
  [dutySending, ofDuties],
  [dutyAcknowledgement, ofDuties],
  [dutyDrop, ofDuties],
]
const reads = kept.map(([table, where]) => ({
  type: getTableName(table),
  read: everyVersion(table, Object.keys(getTableColumns(table)) as never[], where),
}))

/** What hangs on a version and has no version of its own. */
const hanging = {
  episode_finding: 'select c.* from episode_finding c where c.record_id = @id',
  observation_reading: ofSets('observation_reading'),
  observation_group: ofSets('observation_group'),
  observation_finding: ofSets('observation_finding'),
} as const

function ofSets(table: string): string {
  return `select c.* from ${table} c join observation_set s
    on s.record_id = c.record_id and s.version = c.version where s.episode_id = @id
    order by c.record_id, c.version, c.rowid`
}

type Stamped = Omit<VersionRow, 'type' | 'columns'> & { auditSeq: number }

/** Every version of everything that an episode holds, in the order of recording. */
export function rowsOfEpisode(db: ReadDb, episodeId: string): VersionRow[] {
  const versions = reads
    .flatMap(({ type, read }) =>
      (read.at(db, newest, { id: episodeId }) as unknown as Stamped[]).map((row) => ({
        ...stampOf(row),
        type,
        auditSeq: row.auditSeq,
        columns: { ...row },
      })),
    )
    .sort((a, b) => a.auditSeq - b.auditSeq)
  const byVersion = new Map(versions.map((row) => [`${row.recordId} ${row.version}`, row]))
  const parts = Object.entries(hanging).flatMap(([type, sql]) =>
    db.rows<Record<string, unknown>>(sql, { id: episodeId }).flatMap((columns): VersionRow[] => {
      const parent = byVersion.get(`${columns.record_id} ${columns.version}`)
      return parent ? [{ ...stampOf(parent), type, columns: inCamel(columns) }] : []
    }),
  )
  return [...versions, ...parts]
}

const stampOf = ({
  recordId,
  version,
  recordedAt,
  author,
  reason,
  withdrawn,
}: Omit<Stamped, 'auditSeq'>) => ({
  recordId,
  version,
  recordedAt,
  author,
  reason,
  withdrawn,
})

const inCamel = (columns: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [
      name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )

/** What the audit says was done to these records. */
export const actsOn = (db: ReadDb, recordIds: readonly string[]): ActInput[] =>
  db.rows<ActInput>(
    `select seq, at, staff_id as staffId, role, action, entity as entityType, entity_id as entityId
      from audit where entity_id in (select value from json_each(@ids)) order by seq`,
    { ids: JSON.stringify(recordIds) },
  )
