import { z } from 'zod'
import { instantSchema } from '../shared/calendar.ts'
import { line, note, optionalText, reason } from '../shared/text.ts'
import type { Instant } from '../shared/time.ts'
import {
  type FindingCode,
  type FindingGroup,
  findingCodes,
  findingGroupLabels,
  findingGroups,
  findingLabels,
  groupOf,
} from './findings.ts'
import type { PewsObserved } from './pews.ts'
import { consciousnessStates, pewsLevels, supports } from './pews-content.ts'
import { impossibleReading, type SignCode, signCodes, signs, unlikelyReading } from './signs.ts'

/** What the baby was doing while it was observed (decision 24): a heart rate means another thing in a crying baby. */
export const babyStates = ['settled', 'crying', 'feeding', 'asleep'] as const
export type BabyState = (typeof babyStates)[number]

export const babyStateLabels: Record<BabyState, string> = {
  settled: 'Settled',
  crying: 'Crying',
  feeding: 'Feeding',
  asleep: 'Asleep',
}

/** Whether anybody has reported a fever of 38 °C or more; what was measured stands by itself. */
export const feverReports = ['reported', 'not-reported', 'not-asked'] as const
export type FeverReport = (typeof feverReports)[number]

export const feverReportLabels: Record<FeverReport, string> = {
  reported: 'A fever was reported',
  'not-reported': 'No fever was reported',
  'not-asked': 'Not asked',
}

/** What the carer answers to "how is your baby now?". Source: NHS England national PEWS, carer question. */
export const carerViews = [
  'worse',
  'same',
  'better',
  'carer-asleep',
  'not-available',
  'not-asked',
] as const
export type CarerView = (typeof carerViews)[number]

export const carerViewLabels: Record<CarerView, string> = {
  worse: 'Worse',
  same: 'Same',
  better: 'Better',
  'carer-asleep': 'Carer asleep',
  'not-available': 'Carer not available',
  'not-asked': 'Not asked',
}

/** Why a sign was not measured. */
export const skipReasons = [
  'not-attempted',
  'unsuccessful',
  'unsuccessful-with-concern',
  'no-equipment',
  'carer-refused',
  'emergency-first',
  'other',
] as const
export type SkipReason = (typeof skipReasons)[number]

export const skipReasonLabels: Record<SkipReason, string> = {
  'not-attempted': 'Not attempted',
  unsuccessful: 'Tried, could not be measured',
  'unsuccessful-with-concern': 'Tried, could not be measured, and this worries staff',
  'no-equipment': 'No working equipment',
  'carer-refused': 'Parent or carer refused',
  'emergency-first': 'Help came first',
  other: 'Other',
}

export type Reading =
  | { kind: 'value'; value: number; confirmed: boolean }
  | { kind: 'not-measured'; because: SkipReason; note?: string | undefined }

export type GroupCheck = { checked: true } | { checked: false; because: string }

/** One set of observations. A repeat is a new set (decision 24). A sign that is not there was not recorded. */
export interface ObservationSet {
  observedAt: Instant
  babyState: BabyState
  readings: Partial<Record<SignCode, Reading>>
  groups: Partial<Record<FindingGroup, GroupCheck>>
  findings: readonly FindingCode[]
  feverReport: FeverReport
  consciousness: (typeof consciousnessStates)[number] | null
  support: (typeof supports)[number] | null
  /** The level that staff call for whatever the score; null where they call for none. */
  staffConcern: (typeof pewsLevels)[number] | null
  carerView: CarerView
  /** The level that the carer's words call for, as the nurse reads them. */
  carerConcern: (typeof pewsLevels)[number] | null
  note: string
}

const readingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('value'),
    value: z.number({ error: 'Enter a number, or say why it was not measured' }),
    confirmed: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal('not-measured'),
    because: z.enum(skipReasons),
    note: optionalText(line),
  }),
])

const groupSchema = z.discriminatedUnion('checked', [
  z.strictObject({ checked: z.literal(true) }),
  z.strictObject({ checked: z.literal(false), because: reason }),
])

/** The fields that are typed for one set of observations. Never a score: scores are computed. */
export const observationShape = {
  observedAt: instantSchema,
  babyState: z.enum(babyStates, {
    error: 'Say whether the baby was settled, crying, feeding or asleep',
  }),
  readings: z.partialRecord(z.enum(signCodes), readingSchema),
  groups: z.partialRecord(z.enum(findingGroups), groupSchema),
  findings: z.array(z.enum(findingCodes)).max(findingCodes.length),
  feverReport: z.enum(feverReports),
  consciousness: z.enum(consciousnessStates).nullable(),
  support: z.enum(supports).nullable(),
  staffConcern: z.enum(pewsLevels).nullable(),
  carerView: z.enum(carerViews),
  carerConcern: z.enum(pewsLevels).nullable(),
  note: optionalText(note).transform((text) => text ?? ''),
}

/** What is typed for one set of observations, with what is wrong with it at its field. */
export const observationSetSchema = z.strictObject(observationShape).superRefine((set, context) => {
  for (const { field, message } of observationFaults(set))
    context.addIssue({ code: 'custom', path: field.split('.'), message })
})

/** What is wrong with a set by itself, each at its field; empty where nothing is. */
export function observationFaults(set: ObservationSet): { field: string; message: string }[] {
  return [...emptyFaults(set), ...readingFaults(set), ...findingFaults(set), ...oxygenFaults(set)]
}

/** Nothing measured, nothing looked at, and not even why: that is no set of observations. */
function emptyFaults(set: ObservationSet) {
  const skipped = [...Object.values(set.readings), ...Object.values(set.groups)].length > 0
  if (isObserved(set) || skipped || set.consciousness !== null) return []
  return [
    {
      field: 'readings.respiratory-rate.value',
      message:
        'Nothing is entered. Enter what was measured or seen, or why it could not be measured',
    },
  ]
}

function readingFaults({ readings }: ObservationSet) {
  return signCodes.flatMap((code) => {
    const reading = readings[code]
    if (reading === undefined) return []
    if (reading.kind === 'not-measured') {
      if (reading.because !== 'other' || reading.note) return []
      return [
        { field: `readings.${code}.note`, message: `Enter why ${lower(code)} was not measured` },
      ]
    }
    const impossible = impossibleReading(code, reading.value)
    if (impossible) return [{ field: `readings.${code}.value`, message: impossible }]
    const unlikely = reading.confirmed ? undefined : unlikelyReading(code, reading.value)
    return unlikely ? [{ field: `readings.${code}.confirmed`, message: unlikely }] : []
  })
}

const lower = (code: SignCode) => signs[code].label.toLowerCase()

function findingFaults({ findings, groups }: ObservationSet) {
  return [...new Set(findings)]
    .filter((code) => groups[groupOf[code]]?.checked === false)
    .map((code) => ({
      field: `groups.${groupOf[code]}.checked`,
      message: `“${findingLabels[code]}” is marked, so “${findingGroupLabels[groupOf[code]]}” was looked at`,
    }))
}

function oxygenFaults({ readings, support }: ObservationSet) {
  const given = (['oxygen-percent', 'oxygen-flow'] as const).filter(
    (code) => readings[code]?.kind === 'value',
  )
  if (support !== 'air' || given.length === 0) return []
  return given.map((code) => ({
    field: `readings.${code}.value`,
    message: 'The baby is recorded in air. Choose the device, or leave the oxygen empty',
  }))
}

/** Whether somebody looked at the baby: a value, a sign, or a group of signs. A set of reasons for skipping is none. */
export const isObserved = ({ readings, groups, findings }: ObservationSet): boolean =>
  Object.values(readings).some((reading) => reading?.kind === 'value') ||
  Object.values(groups).some((group) => group?.checked) ||
  findings.length > 0

/** What a set says, as the tables read it. */
export function observedOf(set: ObservationSet): PewsObserved {
  const values: Partial<Record<SignCode, number>> = {}
  for (const code of signCodes) {
    const reading = set.readings[code]
    if (reading?.kind === 'value') values[code] = reading.value
  }
  const pressure = set.readings['systolic-pressure']
  return {
    values,
    findings: withWhatFollows(set, values),
    checked: findingGroups.filter((group) => set.groups[group]?.checked === true),
    support: set.support,
    consciousness: set.consciousness,
    staffConcern: set.staffConcern,
    carerConcern: set.carerConcern,
    pressureFailedWithConcern:
      pressure?.kind === 'not-measured' && pressure.because === 'unsuccessful-with-concern',
  }
}

/**
 * The findings with what else was recorded says of them: oxygen that is given, and a baby who does not
 * respond. One fact that is entered in one field only is read by every table.
 */
function withWhatFollows(
  set: ObservationSet,
  values: Partial<Record<SignCode, number>>,
): readonly FindingCode[] {
  const { consciousness } = set
  const follows = [
    ...(oxygenNeed(set, values) ? (['more-oxygen-than-usual'] as const) : []),
    ...((consciousness && findingsOfConsciousness[consciousness]) ?? []),
  ]
  return follows.length > 0 ? [...new Set([...set.findings, ...follows])] : set.findings
}

/**
 * What NICE calls behaviour and PEWS calls consciousness is one thing seen: who responds to pain alone does not
 * wake, who responds to nothing is unresponsive. Source: NICE NG143 and NG254, behaviour; the careful reading.
 */
const findingsOfConsciousness: Partial<
  Record<(typeof consciousnessStates)[number], readonly FindingCode[]>
> = {
  pain: ['will-not-wake-or-stay-awake'],
  unresponsive: ['unresponsive'],
}

/**
 * Oxygen is given and nobody said that it is no more than usual: it is taken as more than usual, the
 * careful reading of the sepsis table.
 */
function oxygenNeed(set: ObservationSet, values: Partial<Record<SignCode, number>>): boolean {
  const given =
    (set.support !== null && set.support !== 'air') ||
    values['oxygen-flow'] !== undefined ||
    values['oxygen-percent'] !== undefined
  return given && set.groups.breathing?.checked !== true
}

/** Somebody says that there was a fever: asked, or by the days that it has lasted. */
export function feverReported({
  feverReport,
  readings,
}: Pick<ObservationSet, 'feverReport' | 'readings'>): boolean {
  const days = readings['fever-days']
  return feverReport === 'reported' || (days?.kind === 'value' && days.value > 0)
}
