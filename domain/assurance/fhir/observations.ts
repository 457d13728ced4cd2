import type {
  ClinicalImpression,
  DocumentReference,
  Observation,
  Patient,
  RiskAssessment,
} from '@medplum/fhirtypes'
import { findingLabels } from '../../unwell-baby/findings.ts'
import {
  babyStateLabels,
  carerViewLabels,
  feverReportLabels,
  skipReasonLabels,
} from '../../unwell-baby/observation.ts'
import { infectionLabels, outcomeLabels } from '../../unwell-baby/record.ts'
import { readingOfStored, type SignCode, signs } from '../../unwell-baby/signs.ts'
import { ownConcept, signsAsFhir, systems } from './codes.ts'
import type { EpisodeInput } from './episode-input.ts'
import { type Loose, lean } from './lean.ts'
import { refer } from './refer.ts'
import { type Told, toldOfType, type VersionRow, type Voice } from './told-row.ts'

/** What every resource of the episode says alike. */
export interface Frame {
  voice: Voice
  input: EpisodeInput
  row: VersionRow
  told: Told
}

export const babyOf = ({ voice, input }: Pick<Frame, 'voice' | 'input'>) =>
  refer<Patient>(voice.idOf('baby', input.baby.id))
export const episodeOf = ({ voice, input }: Pick<Frame, 'voice' | 'input'>) =>
  refer(voice.idOf('episode', input.episodeId))
export const authorOf = ({ voice, row }: Frame) => refer(voice.idOf('staff', row.author))

/** What was written, or that something was and may not be told. */
export const notesOf = ({ told }: Frame, ...texts: (string | undefined)[]) => [
  ...texts.map((text) => (text ? { text } : undefined)),
  told.withheld ? { text: 'Withheld: free text that nobody has cleared' } : undefined,
]

const statusOf = ({ withdrawn, version }: VersionRow): Observation['status'] =>
  withdrawn ? 'entered-in-error' : version > 1 ? 'amended' : 'final'

const label = (labels: Readonly<Record<string, string>>, code: string | undefined) =>
  code === undefined ? undefined : (labels[code] ?? code.replaceAll('-', ' '))

function observation(frame: Frame, content: Omit<Loose<Observation>, 'resourceType'>) {
  const { voice, row } = frame
  return lean<Observation>({
    resourceType: 'Observation',
    id: voice.idOf('record', row.recordId),
    status: statusOf(row),
    subject: babyOf(frame),
    encounter: episodeOf(frame),
    performer: [authorOf(frame)],
    ...content,
  })
}

const component = (code: string, text: string, value: string | undefined) =>
  value === undefined
    ? undefined
    : { code: ownConcept('observation', code, text), valueString: value }

/** A set of observations: what was looked at and seen; its readings are observations of their own. */
export function setAsFhir(frame: Frame, parts: readonly VersionRow[]): Observation[] {
  const { voice, told } = frame
  const of = (type: string) => toldOfType(voice, parts, type)
  const readings = of('observation_reading').flatMap((words) => readingAsFhir(frame, words))
  const set = observation(frame, {
    code: ownConcept('observation', 'set', 'Set of observations'),
    effectiveDateTime: told.moment('observedAt'),
    hasMember: readings.map(({ id }) => refer(id ?? '')),
    component: [
      component('state', 'The baby was', label(babyStateLabels, told.text('babyState'))),
      component('fever', 'Fever', label(feverReportLabels, told.text('feverReport'))),
      component('consciousness', 'Consciousness', told.text('consciousness')),
      component('support', 'Air, or device', told.text('support')),
      component('staff-concern', 'Staff concern', told.text('staffConcern')),
      component('carer-view', 'Carer says', label(carerViewLabels, told.text('carerView'))),
      component('carer-concern', 'Carer’s concern', told.text('carerConcern')),
      ...of('observation_finding').map((words) => findingComponent(words.text('finding'))),
      ...of('observation_group').map(groupComponent),
    ],
    note: notesOf(frame, told.text('note')),
  })
  return [set, ...readings]
}

const findingComponent = (code: string | undefined) =>
  code === undefined
    ? undefined
    : {
        code: ownConcept('finding', code, label(findingLabels, code) ?? code),
        valueBoolean: true,
      }

const groupComponent = (words: Told) => {
  const group = words.text('findingGroup')
  return group === undefined || words.flag('checked')
    ? undefined
    : {
        code: ownConcept('finding-group', group, group.replaceAll('-', ' ')),
        dataAbsentReason: {
          coding: [{ system: systems.absent, code: 'not-performed' }],
          text: words.text('because') ?? 'Not looked at',
        },
      }
}

function readingAsFhir(frame: Frame, words: Told): Observation[] {
  const code = words.text('sign') as SignCode | undefined
  if (code === undefined || !(code in signs)) return []
  const { label: text } = signs[code]
  const { loinc, unit } = signsAsFhir[code]
  const stored = words.whole('value')
  const skipped = words.text('notMeasured')
  const { id: _, ...made } = observation(frame, {
    category: [{ coding: [{ system: systems.category, code: 'vital-signs' }] }],
    code: {
      coding: [
        loinc ? { system: systems.loinc, code: loinc } : undefined,
        ...(ownConcept('sign', code, text).coding ?? []),
      ],
      text,
    },
    effectiveDateTime: frame.told.moment('observedAt'),
    ...(stored === undefined
      ? {
          dataAbsentReason: {
            coding: [{ system: systems.absent, code: 'not-performed' }],
            text: label(skipReasonLabels, skipped) ?? 'Not measured',
          },
        }
      : {
          valueQuantity: {
            value: readingOfStored(code, stored),
            unit: signs[code].unit,
            system: systems.ucum,
            code: unit,
          },
        }),
    note: [words.text('note') ? { text: words.text('note') } : undefined],
  })
  return [{ ...made, id: frame.voice.idOf('record', `${frame.row.recordId} ${code}`) }]
}

/** Could this be infection? */
export const infectionAsFhir = (frame: Frame): Observation =>
  observation(frame, {
    code: ownConcept('observation', 'infection', 'Could this be infection?'),
    effectiveDateTime: frame.told.moment('answeredAt'),
    valueString: label(infectionLabels, frame.told.text('answer')),
    note: notesOf(frame, frame.told.text('why')),
  })

/** A level that a person chose above the tables. */
export const raiseAsFhir = (frame: Frame): Observation =>
  observation(frame, {
    code: ownConcept('observation', 'level-chosen', 'Level that a person chose'),
    effectiveDateTime: frame.told.moment('chosenAt'),
    valueString: frame.told.text('level'),
    note: notesOf(frame, frame.told.text('why')),
  })

/** A bruise, injury or mark on the body map. */
export const markAsFhir = (frame: Frame): Observation => {
  const { told } = frame
  const size = told.whole('sizeMm')
  return observation(frame, {
    code: ownConcept('finding', told.text('finding') ?? 'unsure-mark', 'Bruise, injury or mark'),
    effectiveDateTime: told.moment('seenAt'),
    bodySite: { text: told.text('region') ?? told.text('view') },
    valueString: told.text('markKind'),
    component: [
      size === undefined
        ? undefined
        : {
            code: ownConcept('observation', 'size', 'Size at the widest'),
            valueQuantity: { value: size, unit: 'mm', system: systems.ucum, code: 'mm' },
          },
      component('colour', 'Colour', told.text('colour')),
      component('seen-by', 'Seen by', told.text('seenBy')),
      component('explanation', 'Explanation given', told.text('explanation')),
      component('explained-by', 'Explained by', told.text('explainedBy')),
      component('held-by', 'Who held the baby in the last 24 hours', told.text('heldBy')),
    ],
    note: notesOf(frame, told.text('description')),
  })
}

/** What was learned afterwards. */
export const debriefAsFhir = (frame: Frame): Observation =>
  observation(frame, {
    code: ownConcept('observation', 'debrief', 'Debrief'),
    effectiveDateTime: frame.told.moment('heldAt'),
    valueString: frame.told.text('learning') ?? (frame.told.withheld ? 'Withheld' : 'Held'),
  })

/** How the episode ended, as it was signed. */
export const outcomeAsFhir = (frame: Frame): ClinicalImpression =>
  lean<ClinicalImpression>({
    resourceType: 'ClinicalImpression',
    id: frame.voice.idOf('record', frame.row.recordId),
    status: frame.row.withdrawn ? 'entered-in-error' : 'completed',
    code: ownConcept(
      'outcome',
      frame.told.text('kind') ?? 'not-known',
      label(outcomeLabels, frame.told.text('kind')) ?? 'Not known',
    ),
    subject: babyOf(frame),
    encounter: episodeOf(frame),
    date: frame.told.moment('at'),
    assessor: authorOf(frame),
    summary: frame.told.text('plan'),
    note: notesOf(
      frame,
      frame.told.moment('reviewAt') && `To be reviewed ${frame.told.moment('reviewAt')}`,
    ),
  })

/** That a part of the episode was written by hand, and where the paper is. */
export const paperAsFhir = (frame: Frame): DocumentReference =>
  lean<DocumentReference>({
    resourceType: 'DocumentReference',
    id: frame.voice.idOf('record', frame.row.recordId),
    status: frame.row.withdrawn ? 'entered-in-error' : 'current',
    subject: babyOf(frame),
    author: [authorOf(frame)],
    description: frame.told.text('because'),
    content: [
      {
        attachment: {
          title: `Written by hand from ${frame.told.moment('writtenFrom')} to ${frame.told.moment('writtenUntil')}; kept: ${frame.told.text('keptWhere')}`,
        },
      },
    ],
  })

/** The levels that the tables gave: computed from the observations, never typed (decision 24). */
export const bandsAsFhir = (voice: Voice, input: EpisodeInput): RiskAssessment[] =>
  input.bands.map(({ band, label: text, at, because }) =>
    lean<RiskAssessment>({
      resourceType: 'RiskAssessment',
      id: voice.idOf('record', `${input.episodeId} ${band}`),
      status: 'final',
      method: { text: 'Computed by the tables of the unit from what was recorded' },
      code: ownConcept('band', band, text),
      subject: babyOf({ voice, input }),
      encounter: episodeOf({ voice, input }),
      occurrenceDateTime: voice.at(at),
      prediction: [{ qualitativeRisk: { text }, rationale: because.join('; ') }],
    }),
  )
