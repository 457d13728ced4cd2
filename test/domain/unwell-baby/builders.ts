import type { Instant } from '#domain/shared/time.ts'
import type { EpisodeFacts } from '#domain/unwell-baby/episode.ts'
import { type FindingGroup, findingGroups } from '#domain/unwell-baby/findings.ts'
import type { ObservationSet } from '#domain/unwell-baby/observation.ts'
import type {
  Concern,
  HelpContact,
  Infection,
  Outcome,
  RecordedSet,
  Version,
} from '#domain/unwell-baby/record.ts'
import type { SignCode } from '#domain/unwell-baby/signs.ts'

/** 23 November 2026 is a Monday; local time is UTC. */
export const day = '2026-11-23'
export const at = (time: string): Instant => `${day}T${time}:00.000Z`

let sequence = 0
export const version = (changes: Partial<Version> = {}): Version => {
  sequence += 1
  return {
    recordId: `record-${sequence}`,
    version: 1,
    auditSeq: sequence,
    recordedAt: at('14:02'),
    author: 'staff-1',
    withdrawn: false,
    ...changes,
  }
}

export const allChecked = Object.fromEntries(
  findingGroups.map((group) => [group, { checked: true }]),
) as Record<FindingGroup, { checked: true }>

/** Values that no table finds fault with, for a baby of any age under one year. */
export const wellValues: Partial<Record<SignCode, number>> = {
  temperature: 37,
  'respiratory-rate': 40,
  'heart-rate': 130,
  'oxygen-saturation': 98,
  'capillary-refill': 2,
  'systolic-pressure': 80,
}

type Values = Partial<Record<SignCode, number | undefined>>

export const readings = (values: Values): ObservationSet['readings'] =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([code, value]) => [code, { kind: 'value', value, confirmed: true }]),
  )

/** A complete set of a settled, well baby in air, with these values in place of the well ones. */
export const observations = (
  values: Values = {},
  changes: Partial<ObservationSet> = {},
): ObservationSet => ({
  observedAt: at('14:05'),
  babyState: 'settled',
  readings: readings({ ...wellValues, ...values }),
  groups: allChecked,
  findings: [],
  feverReport: 'not-reported',
  consciousness: 'alert',
  support: 'air',
  staffConcern: null,
  carerView: 'same',
  carerConcern: null,
  note: '',
  ...changes,
})

export const recordedSet = (
  values: Values = {},
  changes: Partial<RecordedSet> = {},
): RecordedSet => ({
  ...version(),
  episodeId: 'episode-1',
  ...observations(values),
  ...changes,
})

export const concern = (changes: Partial<Concern> = {}): Concern => ({
  ...version({ recordId: 'episode-1' }),
  pairId: 'pair-1',
  recognisedAt: at('14:02'),
  whose: 'carer',
  words: 'Not himself',
  basis: { kind: 'told', by: 'Mother', on: day },
  findings: [],
  mobility: 'not-mobile',
  ...changes,
})

export const infection = (changes: Partial<Infection> = {}): Infection => ({
  ...version(),
  episodeId: 'episode-1',
  answer: 'no',
  why: 'Crying before a feed, settled after it',
  answeredAt: at('14:05'),
  byNurseOrDoctor: true,
  ...changes,
})

export const contact = (changes: Partial<HelpContact> = {}): HelpContact => ({
  ...version(),
  episodeId: 'episode-1',
  whom: '999',
  calledAt: at('14:06'),
  calledBy: 'S. Okafor',
  reached: 'yes',
  reachedAt: at('14:06'),
  reachedName: 'S. Okafor',
  advice: '',
  reference: null,
  transferAdvised: false,
  seenAt: null,
  seenBy: null,
  ...changes,
})

export const outcome = (changes: Partial<Outcome> = {}): Outcome => ({
  ...version(),
  episodeId: 'episode-1',
  kind: 'reviewed-and-well',
  at: at('16:00'),
  plan: 'Seen by Dr A. Test; feeds again; look again at 18:00',
  reviewAt: null,
  signedByDoctor: false,
  secondPersonId: null,
  ...changes,
})

/** An episode of a baby of four months, recognised at 14:02. */
export const episode = (changes: Partial<EpisodeFacts> = {}): EpisodeFacts => ({
  births: [{ bornOn: '2026-07-20' }],
  concern: [concern()],
  sets: [],
  infection: [],
  raises: [],
  contacts: [],
  responders: [],
  escorts: [],
  departures: [],
  outcomes: [],
  debriefs: [],
  ...changes,
})
