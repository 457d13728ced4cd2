import type { Bundle, Resource } from '@medplum/fhirtypes'
import { systems } from './codes.ts'
import type { EpisodeInput } from './episode-input.ts'
import {
  acknowledgementAsFhir,
  dutyAsFhir,
  episodeAsFhir,
  escortAsFhir,
  helpAsFhir,
  journeyAsFhir,
  sendingAsFhir,
  strategyAsFhir,
} from './help.ts'
import {
  bandsAsFhir,
  debriefAsFhir,
  type Frame,
  infectionAsFhir,
  markAsFhir,
  outcomeAsFhir,
  paperAsFhir,
  raiseAsFhir,
  setAsFhir,
} from './observations.ts'
import { babyAsFhir, motherAsFhir, staffAsFhir, unitAsFhir } from './people.ts'
import { addressOf } from './refer.ts'
import type { VersionRow, Voice } from './told-row.ts'
import { auditAsFhir, provenanceOf } from './trail.ts'

type Make = (frame: Frame, all: readonly VersionRow[]) => Resource[]

/** What hangs on one version of a record and has no version of its own. */
const hanging = ({ row }: Frame, all: readonly VersionRow[]) =>
  all.filter((part) => part.recordId === row.recordId && part.version === row.version)

const ofEpisode = (all: readonly VersionRow[]) =>
  newestOf(all.filter(({ type }) => type === 'episode_responder'))

const about = (all: readonly VersionRow[], type: string, { recordId }: VersionRow) =>
  newestOf(all).filter(
    (row) => row.type === type && !row.withdrawn && row.columns.dutyId === recordId,
  )

/** What each type of record becomes. A type that is not here is told within another, or not at all. */
const makers: Readonly<Record<string, Make>> = {
  episode: (frame, all) => [episodeAsFhir(frame, [...hanging(frame, all), ...ofEpisode(all)])],
  observation_set: (frame, all) => setAsFhir(frame, hanging(frame, all)),
  infection_answer: (frame) => [infectionAsFhir(frame)],
  episode_raise: (frame) => [raiseAsFhir(frame)],
  help_contact: (frame) => [helpAsFhir(frame)],
  escort_decision: (frame) => [escortAsFhir(frame)],
  departure: (frame) => [journeyAsFhir(frame)],
  episode_outcome: (frame) => [outcomeAsFhir(frame)],
  episode_debrief: (frame) => [debriefAsFhir(frame)],
  injury_mark: (frame) => [markAsFhir(frame)],
  strategy_discussion: (frame) => [strategyAsFhir(frame)],
  paper_form: (frame) => [paperAsFhir(frame)],
  duty: (frame, all) => {
    const dropped = about(all, 'duty_drop', frame.row)[0]
    const because = dropped && (frame.voice.tell(dropped)?.text('because') ?? 'Dropped')
    const done = about(all, 'duty_acknowledgement', frame.row).length > 0
    return [dutyAsFhir(frame, done, because)]
  },
  duty_sending: (frame) => [sendingAsFhir(frame)],
  duty_acknowledgement: (frame) => [acknowledgementAsFhir(frame)],
}

/**
 * A FHIR R4 bundle of one episode of an unwell baby: who, what was seen, what was done, who wrote each version
 * (Provenance) and what the audit says of it (AuditEvent). The same input and voice give the same bundle.
 */
export function episodeBundle(voice: Voice, input: EpisodeInput): Bundle {
  const written = newestOf(input.rows).flatMap((row) => {
    const told = voice.tell(row)
    const made = told ? (makers[row.type]?.({ voice, input, row, told }, input.rows) ?? []) : []
    return made.map((resource) => ({ row, resource }))
  })
  const first = new Map<string, string>()
  for (const { row, resource } of written)
    if (!first.has(row.recordId)) first.set(row.recordId, resource.id ?? '')
  const versions = input.rows.filter(
    ({ recordId, type }) => makers[type] !== undefined && first.has(recordId),
  )
  const resources: Resource[] = [
    unitAsFhir(voice, input),
    babyAsFhir(voice, input),
    motherAsFhir(voice, input),
    ...staffAsFhir(voice, input),
    ...written.map(({ resource }) => resource),
    ...bandsAsFhir(voice, input),
    ...versions.map((row) => provenanceOf(voice, input, row, first.get(row.recordId) ?? '')),
    ...auditAsFhir(voice, input, (id) => first.get(id)),
  ]
  return {
    resourceType: 'Bundle',
    meta: { security: securityOf(voice) },
    type: 'collection',
    ...(voice.named ? { timestamp: input.at } : {}),
    entry: resources.map((resource) => ({ fullUrl: addressOf(resource.id ?? ''), resource })),
  }
}

const securityOf = ({ named }: Voice) => [
  { system: systems.confidentiality, code: 'R', display: 'restricted' },
  ...(named
    ? []
    : [{ system: systems.observationValue, code: 'PSEUDED', display: 'pseudonymized' }]),
]

/** The newest version of each record, in the order in which the records were made. */
function newestOf(rows: readonly VersionRow[]): VersionRow[] {
  const newest = new Map<string, VersionRow>()
  for (const row of rows)
    if (!row.type.includes('observation_') || row.type === 'observation_set')
      if (row.type !== 'episode_finding') {
        const known = newest.get(row.recordId)
        if (!known || known.version < row.version) newest.set(row.recordId, row)
      }
  return [...newest.values()]
}
