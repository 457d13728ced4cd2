import type { EscortChoice, EscortFacts } from '../shared/escort/escort.ts'
import type { EscortContact } from '../shared/escort/escort-content.ts'
import type { Basis } from '../shared/provenance.ts'
import type { Instant } from '../shared/time.ts'
import type { MarkKind } from './body-map-marks.ts'
import type { FindingCode } from './findings.ts'
import type { ObservationSet } from './observation.ts'

/** What every version of a record carries, as far as the rules read it (decision 2). */
export interface Version {
  recordId: string
  version: number
  auditSeq: number
  recordedAt: Instant
  author: string
  /** The version says that the record was entered in error. */
  withdrawn: boolean
}

/** Staff's and carer's worry count alike (product.md 5e). */
export const concernOwners = ['staff', 'carer'] as const
export type ConcernOwner = (typeof concernOwners)[number]

export const concernOwnerLabels: Record<ConcernOwner, string> = {
  staff: 'A member of staff',
  carer: 'Parent or carer',
}

/** Not pulling to stand, cruising or walking = not mobile (domain row 3.8). Not known counts as not mobile. */
export const mobilities = ['not-mobile', 'mobile', 'not-known'] as const
export type Mobility = (typeof mobilities)[number]

/** The concern that opens an episode. A correction of the time of recognition is a further version of it. */
export interface Concern extends Version {
  pairId: string
  recognisedAt: Instant
  whose: ConcernOwner
  words: string
  basis: Basis
  findings: readonly FindingCode[]
  mobility: Mobility
}

export interface RecordedSet extends Version, ObservationSet {
  episodeId: string
}

/** Could this be infection? (decision 24) */
export const infectionAnswers = ['yes', 'not-sure', 'no'] as const
export type InfectionAnswer = (typeof infectionAnswers)[number]

export const infectionLabels: Record<InfectionAnswer, string> = {
  yes: 'Yes',
  'not-sure': 'Not sure',
  no: 'No',
}

export interface Infection extends Version {
  episodeId: string
  answer: InfectionAnswer
  why: string
  answeredAt: Instant
  /** Only a nurse or doctor may rule infection out (decision 24). */
  byNurseOrDoctor: boolean
}

/** Whom help is sought from (domain row 3.7). */
export const helpers = [
  '999',
  'emergency-department',
  'on-call-paediatrics',
  'gp',
  'nhs-111',
  'ward-doctor',
  'nurse-in-charge',
  'pharmacist',
  'health-visitor',
] as const
export type Helper = (typeof helpers)[number]

export const helperLabels: Record<Helper, string> = {
  '999': '999',
  'emergency-department': 'Emergency department',
  'on-call-paediatrics': 'On-call paediatrics',
  gp: 'GP or out-of-hours GP',
  'nhs-111': 'NHS 111',
  'ward-doctor': 'Ward doctor',
  'nurse-in-charge': 'Nurse in charge',
  pharmacist: 'Pharmacist',
  'health-visitor': 'Health visitor or nursery nurse',
}

/**
 * One try to get help. Help is reached when a named clinician was spoken to or 999 was connected, with time
 * and name; ringing is not reaching (decision 25). For 999 the name is that of the member of staff who called.
 */
export interface HelpContact extends Version {
  episodeId: string
  whom: Helper
  calledAt: Instant
  calledBy: string
  reached: 'yes' | 'no' | 'not-known'
  reachedAt: Instant | null
  reachedName: string | null
  advice: string
  reference: string | null
  /** They advise, or have arranged, that the baby leaves the unit. */
  transferAdvised: boolean
  /** The crew or the clinician was with the baby. */
  seenAt: Instant | null
  seenBy: string | null
}

/** A level that a person chose, higher than the tables give. It is free, and nothing lowers it. */
export interface Raise extends Version {
  episodeId: string
  level: 'emergency' | 'high' | 'medium'
  chosenAt: Instant
  why: string
}

/** Who answers for the next step now; the next person takes over by signing (decision 32). */
export interface Responder extends Version {
  episodeId: string
  staffId: string
  tookOverAt: Instant
}

/** Who was decided to go, with the facts that it was decided on and whoever was reached. */
export interface EscortDecision extends Version {
  episodeId: string
  decidedAt: Instant
  /** Null where the record does not hold them. */
  facts: EscortFacts | null
  choice: EscortChoice
  reached: readonly { whom: EscortContact; name: string; at: Instant }[]
  /** The named override that let it be lower than the rules; null where there is none. */
  overrideId: string | null
  /** The revision of the escort rules that it was decided by. */
  ruleSetId: string
}

/** The baby left the unit for a hospital. */
export interface Departure extends Version {
  episodeId: string
  leftAt: Instant
  destination: string
  arrivedAt: Instant | null
  handedOverTo: string | null
  handedOverAt: Instant | null
  /** The mother stays on the unit and cannot be with the baby in hospital (Finding One c). */
  motherCannotGo: boolean
  /** The baby was back on the unit: from then on it is observed again. Only an outcome ends the episode. */
  returnedAt: Instant | null
}

/** The outlines of the body map. */
export const bodyViews = ['front', 'back', 'left', 'right', 'head-front', 'head-back'] as const
export type BodyView = (typeof bodyViews)[number]

export const bodyViewLabels: Record<BodyView, string> = {
  front: 'Front',
  back: 'Back',
  left: 'Left side',
  right: 'Right side',
  'head-front': 'Head, front',
  'head-back': 'Head, back',
}

/** One bruise, injury or mark on the body map (domain row 3.8). */
export interface InjuryMark extends Version {
  episodeId: string
  finding: 'bruise-or-injury' | 'unsure-mark'
  seenAt: Instant
  seenBy: string
  view: BodyView
  /** Thousandths of the outline's width from its left and of its height from its top. */
  x: number
  y: number
  /** Whole millimetres at the widest; null where it was not measured. */
  sizeMm: number | null
  /** What it is, its colours in words, and the named place that it lies in; null in what was entered before they were asked. */
  markKind: MarkKind | null
  colour: string | null
  region: string | null
  description: string
  /** In the speaker's own words; null where no explanation was given. */
  explanation: string | null
  explainedBy: string | null
  /** Who held the baby in the last 24 hours. */
  heldBy: string
}

/** How an episode ends: nothing else stops its clock (decision 26). */
export const outcomeKinds = [
  'reviewed-and-well',
  'advice-followed',
  'transferred',
  'admitted',
  'returned',
  'died',
  'entered-in-error',
] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

export const outcomeLabels: Record<OutcomeKind, string> = {
  'reviewed-and-well': 'Reviewed and well, with a plan',
  'advice-followed': 'Advice followed, review set',
  transferred: 'Transferred and handed over',
  admitted: 'Admitted to hospital',
  returned: 'Returned to the unit',
  died: 'Died',
  'entered-in-error': 'Entered in error',
}

export interface Outcome extends Version {
  episodeId: string
  kind: OutcomeKind
  at: Instant
  plan: string
  reviewAt: Instant | null
  /** A doctor signed: then a doctor was with the baby and decided. */
  signedByDoctor: boolean
  /** The second person, for an episode that was entered in error. */
  secondPersonId: string | null
}

export interface Debrief extends Version {
  episodeId: string
  heldAt: Instant
  learning: string
}

/** A drill of the pathway: recorded as a drill, never counted as an episode. */
export interface Drill extends Version {
  heldAt: Instant
  scenario: string
  learning: string
}
