import type { CarePlan, Communication, CommunicationRequest, Encounter } from '@medplum/fhirtypes'
import { dutyMethodLabels } from '../../communications/record.ts'
import { motherAnswerLabels } from '../../shared/escort/escort.ts'
import { findingLabels } from '../../unwell-baby/findings.ts'
import { concernOwnerLabels, type Helper, helperLabels } from '../../unwell-baby/record.ts'
import { ownConcept, systems } from './codes.ts'
import { type Loose, lean } from './lean.ts'
import { authorOf, babyOf, episodeOf, type Frame, notesOf } from './observations.ts'
import { refer } from './refer.ts'
import { toldOfType, type VersionRow } from './told-row.ts'

/** The episode itself, from the recognition to its outcome. `parts` are its findings and who answered for it. */
export function episodeAsFhir(frame: Frame, parts: readonly VersionRow[]): Encounter {
  const { voice, input, row, told } = frame
  const whose = told.text('whose')
  const ended = input.endedAt === null ? undefined : voice.at(input.endedAt)
  const partsOf = (type: string) => toldOfType(voice, parts, type)
  return lean<Encounter>({
    resourceType: 'Encounter',
    id: voice.idOf('episode', row.recordId),
    status: row.withdrawn ? 'entered-in-error' : ended ? 'finished' : 'in-progress',
    class: { system: systems.actCode, code: 'IMP', display: 'inpatient encounter' },
    type: [ownConcept('episode', 'unwell-baby', 'Episode of an unwell baby')],
    subject: babyOf(frame),
    period: { start: told.moment('recognisedAt'), end: ended },
    reasonCode: [
      ...partsOf('episode_finding').map((words) => {
        const code = words.text('finding') as keyof typeof findingLabels | undefined
        return code ? ownConcept('finding', code, findingLabels[code] ?? code) : undefined
      }),
      {
        text:
          told.text('words') ??
          (told.withheld ? 'Withheld: free text that nobody has cleared' : undefined),
      },
      whose
        ? ownConcept(
            'worry',
            whose,
            `Worry of: ${concernOwnerLabels[whose as 'staff' | 'carer'] ?? whose}`,
          )
        : undefined,
    ],
    participant: partsOf('episode_responder').map((words) => ({
      individual: words.text('staffId')
        ? refer(voice.idOf('staff', words.text('staffId') ?? ''))
        : undefined,
      period: { start: words.moment('tookOverAt') },
    })),
    serviceProvider: refer(voice.idOf('record', input.unit.id)),
  })
}

function communication(frame: Frame, content: Omit<Loose<Communication>, 'resourceType'>) {
  const { voice, row } = frame
  return lean<Communication>({
    resourceType: 'Communication',
    id: voice.idOf('record', row.recordId),
    subject: babyOf(frame),
    encounter: episodeOf(frame),
    ...content,
    status: row.withdrawn ? 'entered-in-error' : (content.status ?? 'completed'),
  })
}

/** A try to get help: rung is not reached (decision 25). */
export function helpAsFhir(frame: Frame): Communication {
  const { told } = frame
  const whom = told.text('whom') as Helper | undefined
  const reached = told.text('reached')
  const name = told.text('reachedName')
  const seen = told.moment('seenAt')
  return communication(frame, {
    status: reached === 'yes' ? 'completed' : reached === 'no' ? 'not-done' : 'unknown',
    statusReason: reached === 'no' ? { text: 'Rung, not reached' } : undefined,
    topic: ownConcept('help', whom ?? 'not-known', whom ? helperLabels[whom] : 'Help'),
    sent: told.moment('calledAt'),
    received: reached === 'yes' ? told.moment('reachedAt') : undefined,
    sender: frame.told.text('calledBy') ? { display: frame.told.text('calledBy') } : undefined,
    recipient: [{ display: [whom ? helperLabels[whom] : 'Help', name].filter(Boolean).join(', ') }],
    payload: [told.text('advice') ? { contentString: told.text('advice') } : undefined],
    note: notesOf(
      frame,
      seen && `With the baby ${seen} ${told.text('seenBy') ?? ''}`.trim(),
      told.flag('transferAdvised') ? 'A transfer was advised' : undefined,
      told.text('reference') && `Their reference ${told.text('reference')}`,
    ),
  })
}

/** Who goes with the baby. */
export function escortAsFhir(frame: Frame): CarePlan {
  const { voice, row, told } = frame
  const may = told.text('motherMayGo') as keyof typeof motherAnswerLabels | undefined
  return lean<CarePlan>({
    resourceType: 'CarePlan',
    id: voice.idOf('record', row.recordId),
    status: row.withdrawn ? 'entered-in-error' : 'completed',
    intent: 'plan',
    title: 'Who goes with the baby',
    description: `Staff for the baby ${told.whole('babyEscorts')}, for the mother ${told.whole('motherEscorts')}. Mother: ${may ? motherAnswerLabels[may] : 'not known'}`,
    subject: babyOf(frame),
    encounter: episodeOf(frame),
    created: told.moment('decidedAt'),
    author: authorOf(frame),
    note: notesOf(frame, told.text('escortNames')),
  })
}

/** The journey to a hospital and back. */
export const journeyAsFhir = (frame: Frame): Encounter => {
  const { voice, row, told } = frame
  const back = told.moment('returnedAt')
  const by = told.text('handedOverTo')
  return lean<Encounter>({
    resourceType: 'Encounter',
    id: voice.idOf('record', row.recordId),
    status: row.withdrawn
      ? 'entered-in-error'
      : back || told.moment('handedOverAt')
        ? 'finished'
        : 'in-progress',
    class: { system: systems.actCode, code: 'EMER', display: 'emergency' },
    type: [ownConcept('episode', 'journey', 'Journey to a hospital')],
    subject: babyOf(frame),
    partOf: episodeOf(frame),
    period: { start: told.moment('leftAt'), end: back },
    hospitalization: {
      destination: { display: told.text('destination') ?? 'A hospital' },
      dischargeDisposition: by ? { text: `Handed over to ${by}` } : undefined,
    },
  })
}

/** The strategy discussion about a bruise or injury. */
export const strategyAsFhir = (frame: Frame): Communication =>
  communication(frame, {
    topic: { text: 'Strategy discussion' },
    sent: frame.told.moment('heldAt') ?? frame.told.moment('decidedAt'),
    recipient: ['socialWorker', 'police', 'paediatrician'].map((column) => ({
      display: frame.told.text(column),
    })),
    payload: [{ contentString: frame.told.text('decision') }],
  })

/** A duty to tell somebody, and whether it stands. `dropped` is why it does not. */
export function dutyAsFhir(
  frame: Frame,
  done: boolean,
  dropped: string | undefined,
): CommunicationRequest {
  const { voice, row, told } = frame
  const whom = told.text('label') ?? told.text('recipient')?.replaceAll('-', ' ')
  return lean<CommunicationRequest>({
    resourceType: 'CommunicationRequest',
    id: voice.idOf('record', row.recordId),
    status: row.withdrawn
      ? 'entered-in-error'
      : dropped !== undefined
        ? 'revoked'
        : done
          ? 'completed'
          : 'active',
    statusReason: dropped ? { text: dropped } : undefined,
    subject: babyOf(frame),
    encounter: episodeOf(frame),
    occurrenceDateTime: told.moment('dueAt'),
    payload: [told.text('what') ? { contentString: told.text('what') } : undefined],
    recipient: [whom ? { display: whom } : undefined],
    note: notesOf(frame),
  })
}

/** That somebody was told. */
export const sendingAsFhir = (frame: Frame): Communication => {
  const { voice, row, told } = frame
  const method = told.text('method') as keyof typeof dutyMethodLabels | undefined
  return communication(frame, {
    basedOn: [refer(voice.idOf('record', String(row.columns.dutyId)))],
    sent: told.moment('sentAt'),
    medium: [method ? ownConcept('method', method, dutyMethodLabels[method]) : undefined],
    sender: authorOf(frame),
    recipient: [told.text('toName') ? { display: told.text('toName') } : undefined],
    payload: [told.text('shared') ? { contentString: told.text('shared') } : undefined],
    note: notesOf(frame),
  })
}

/** That a named person outside said that they know. */
export const acknowledgementAsFhir = (frame: Frame): Communication => {
  const { voice, row, told } = frame
  const by = [told.text('byName'), told.text('byRole')].filter(Boolean).join(', ')
  return communication(frame, {
    basedOn: [refer(voice.idOf('record', String(row.columns.dutyId)))],
    topic: { text: 'Acknowledged' },
    received: told.moment('acknowledgedAt'),
    sender: by ? { display: by } : undefined,
    payload: [told.text('outcome') ? { contentString: told.text('outcome') } : undefined],
    note: notesOf(frame),
  })
}
