import type { EscortFacts } from '#domain/shared/escort/escort.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { UnwellBabyFacts } from '#domain/unwell-baby/facts.ts'
import type { FindingCode } from '#domain/unwell-baby/findings.ts'
import type {
  Debrief,
  Departure,
  EscortDecision,
  HelpContact,
  Infection,
  InjuryMark,
  Outcome,
  Raise,
  Responder,
} from '#domain/unwell-baby/record.ts'
import { person } from '#drizzle/schema/people.ts'
import { pair } from '#drizzle/schema/stays.ts'
import {
  episode,
  episodeRaise,
  episodeResponder,
  infectionAnswer,
} from '#drizzle/schema/unwell-baby.ts'
import { departure, escortDecision, helpContact } from '#drizzle/schema/unwell-baby-help.ts'
import { injuryMark } from '#drizzle/schema/unwell-baby-injury.ts'
import { episodeDebrief, episodeOutcome } from '#drizzle/schema/unwell-baby-outcome.ts'
import { everyVersion } from '../../platform/every-version.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { basisOf } from '../people/facts.ts'
import { observationSets } from './observation-rows.ts'

const stamped = ['recordId', 'version', 'auditSeq', 'recordedAt', 'author', 'withdrawn'] as const
const ofEpisode = [...stamped, 'episodeId'] as const
const ofEpisodes = 't.episode_id in (select value from json_each(@ids))'
const byId = 't.record_id in (select value from json_each(@ids))'

const concerns = everyVersion(
  episode,
  [
    ...stamped,
    'pairId',
    'recognisedAt',
    'whose',
    'words',
    'mobility',
    'basisKind',
    'basisBy',
    'basisOn',
    'basisDocument',
    'feverId',
    'sepsisId',
    'pewsId',
    'routesId',
  ],
  byId,
)
const findingsSql = `select f.record_id as recordId, f.version, f.finding from episode_finding f
  where f.record_id in (select value from json_each(@ids))`

const infection = everyVersion(
  infectionAnswer,
  [...ofEpisode, 'answer', 'why', 'answeredAt', 'byNurseOrDoctor'],
  ofEpisodes,
)
const raises = everyVersion(episodeRaise, [...ofEpisode, 'level', 'chosenAt', 'why'], ofEpisodes)
const contacts = standing(
  helpContact,
  [
    ...ofEpisode,
    'whom',
    'calledAt',
    'calledBy',
    'reached',
    'reachedAt',
    'reachedName',
    'advice',
    'reference',
    'transferAdvised',
    'seenAt',
    'seenBy',
  ],
  ofEpisodes,
  't.called_at, t.record_id',
)
const responders = standing(
  episodeResponder,
  [...ofEpisode, 'staffId', 'tookOverAt'],
  ofEpisodes,
  't.audit_seq',
)
const escorts = standing(
  escortDecision,
  [
    ...ofEpisode,
    'decidedAt',
    'facts',
    'babyEscorts',
    'motherEscorts',
    'section17Escort',
    'motherMayGo',
    'escortNames',
    'reached',
    'overrideId',
    'ruleSetId',
    'leaveGrantedBy',
    'leaveGrantedAt',
    'leaveDocument',
  ],
  ofEpisodes,
  't.decided_at, t.record_id',
)
const departures = standing(
  departure,
  [
    ...ofEpisode,
    'leftAt',
    'destination',
    'arrivedAt',
    'handedOverTo',
    'handedOverAt',
    'motherCannotGo',
    'returnedAt',
  ],
  ofEpisodes,
  't.left_at, t.record_id',
)
const outcomes = standing(
  episodeOutcome,
  [...ofEpisode, 'kind', 'at', 'plan', 'reviewAt', 'signedByDoctor', 'secondPersonId'],
  ofEpisodes,
  't.audit_seq',
)
const debriefs = standing(
  episodeDebrief,
  [...ofEpisode, 'heldAt', 'learning'],
  ofEpisodes,
  't.held_at, t.record_id',
)
const marks = standing(
  injuryMark,
  [
    ...ofEpisode,
    'finding',
    'seenAt',
    'seenBy',
    'view',
    'x',
    'y',
    'sizeMm',
    'markKind',
    'colour',
    'region',
    'description',
    'explanation',
    'explainedBy',
    'heldBy',
  ],
  ofEpisodes,
  't.seen_at, t.record_id',
)
const pairs = standing(
  pair,
  ['recordId', 'version', 'stayId', 'babyId', 'startedAt', 'endedAt'],
  byId,
)
const births = everyVersion(
  person,
  ['recordId', 'version', 'auditSeq', 'bornOn', 'bornOnEstimate', 'bornAt', 'gestationDays'],
  byId,
)

/** What the record holds of some episodes, before it is put together. */
export type EpisodeRows = Omit<
  UnwellBabyFacts,
  'drills' | 'pairs' | 'fever' | 'sepsis' | 'pews' | 'routes' | 'escortRules' | 'recordingSince'
> & {
  pairs: PairRow[]
  responders: Responder[]
  marks: InjuryMark[]
  /** Of the escort decisions: who was named to go. */
  escorts: NamedEscort[]
}
export type PairRow = ReturnType<typeof pairs.at>[number]
/** With the names of who was to go, and the leave that it rests on. */
export type NamedEscort = EscortDecision & {
  escortNames: string
  leaveGrantedBy: string | null
  leaveGrantedAt: Instant | null
  leaveDocument: string | null
}

/** Everything recorded of these episodes by a cut, in no more than one read for each table. */
export function episodeRows(
  db: ReadDb,
  episodeIds: readonly string[],
  seq: number = newest,
): EpisodeRows {
  const ids = JSON.stringify(episodeIds)
  const of = { ids }
  const versions = concerns.at(db, seq, of)
  const pairIds = JSON.stringify([...new Set(versions.map(({ pairId }) => pairId))])
  const ofPairs = pairs.at(db, seq, { ids: pairIds })
  const babies = JSON.stringify(ofPairs.map(({ babyId }) => babyId))
  const born = Map.groupBy(births.at(db, seq, { ids: babies }), ({ recordId }) => recordId)
  return {
    concerns: withFindings(db, ids, versions),
    births: ofPairs.flatMap((one) =>
      (born.get(one.babyId) ?? []).map(({ recordId: _, bornOnEstimate, ...birth }) => ({
        ...birth,
        // No table is read by a date that was estimated: every age row is, the careful reading.
        bornOn: bornOnEstimate === null ? birth.bornOn : null,
        pairId: one.recordId,
      })),
    ),
    sets: observationSets(db, ids, seq),
    infection: infection.at(db, seq, of) as Infection[],
    raises: raises.at(db, seq, of) as Raise[],
    contacts: contacts.at(db, seq, of) as HelpContact[],
    responders: responders.at(db, seq, of) as Responder[],
    escorts: escorts.at(db, seq, of).map(escortOf),
    departures: departures.at(db, seq, of) as Departure[],
    outcomes: outcomes.at(db, seq, of) as Outcome[],
    debriefs: debriefs.at(db, seq, of) as Debrief[],
    marks: marks.at(db, seq, of) as InjuryMark[],
    pairs: ofPairs,
  }
}

function withFindings(db: ReadDb, ids: string, versions: ReturnType<typeof concerns.at>) {
  const key = ({ recordId, version }: { recordId: string; version: number }) =>
    `${recordId} ${version}`
  const found = Map.groupBy(
    db.rows<{ recordId: string; version: number; finding: FindingCode }>(findingsSql, { ids }),
    key,
  )
  return versions.map(({ basisKind, basisBy, basisOn, basisDocument, ...row }) => ({
    ...row,
    whose: row.whose as 'staff' | 'carer',
    mobility: row.mobility as 'not-mobile' | 'mobile' | 'not-known',
    basis: basisOf({ basisKind, basisBy, basisOn, basisDocument }),
    findings: (found.get(key(row)) ?? []).map(({ finding }) => finding),
  }))
}

function escortOf(row: ReturnType<typeof escorts.at>[number]): NamedEscort {
  const { facts, reached, babyEscorts, motherEscorts, section17Escort, motherMayGo, ...rest } = row
  return {
    ...rest,
    facts: facts === null ? null : (JSON.parse(facts) as EscortFacts),
    reached: JSON.parse(reached) as EscortDecision['reached'],
    choice: {
      babyEscorts,
      motherEscorts,
      section17Escort,
      motherMayGo: motherMayGo as EscortDecision['choice']['motherMayGo'],
    },
  }
}
