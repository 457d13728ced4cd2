import { formatDate } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import type { CivilDate } from '../shared/time.ts'

/**
 * A parent's capacity to change and its timescale, and what may be written of a diagnosis. Source: review of
 * Child Z, Finding Four: not support alone, but "the potential for change of the parent, what steps will be
 * involved and the likely timescale for these" (b); what personality disorder means for parenting is to be
 * understood (a), so the name alone says nothing and needs its basis.
 */

export const capacityAnswers = [
  'changing',
  'beginning',
  'none-seen',
  'too-early',
  'not-assessed',
] as const
export type CapacityAnswer = (typeof capacityAnswers)[number]

export const capacityLabels: Record<CapacityAnswer, string> = {
  changing: 'Change that lasts has been seen',
  beginning: 'Change has begun; it is not known whether it will last',
  'none-seen': 'No change seen so far',
  'too-early': 'Too early to say',
  'not-assessed': 'Not assessed this time',
}

export const timescales = ['in-time', 'too-late', 'cannot-say'] as const
export type Timescale = (typeof timescales)[number]

export const timescaleLabels: Record<Timescale, string> = {
  'in-time': 'In time for the baby',
  'too-late': 'Later than the baby can wait',
  'cannot-say': 'Cannot be said yet',
}

export interface Capacity {
  capacity: CapacityAnswer
  /** What has to change, and by what steps or treatment; empty where it was not assessed. */
  capacitySteps: string
  /** By when change is expected; null where nobody can say. */
  capacityBy: CivilDate | null
  /** Null where it was not assessed. */
  capacityForBaby: Timescale | null
  /** A diagnosis that the assessment rests on, with who made it and when; empty where none is named. */
  diagnosis: string
  diagnosisBy: string
  diagnosisOn: CivilDate | null
}

/** Words that name a personality disorder, as they are met in notes. */
const labels = [
  /personality\s+disorder/iu,
  /\b(?:EUPD|BPD)\b/u,
  /\bborderline\s+personality/iu,
  /\b(?:emotionally\s+unstable|histrionic|narcissistic|antisocial|dissocial)\s+personality/iu,
] as const

/** Whether a text names a personality disorder. */
export const namesPersonalityDisorder = (text: string): boolean =>
  labels.some((one) => one.test(text))

const isLooked = ({ capacity }: Pick<Capacity, 'capacity'>) => capacity !== 'not-assessed'

/** What is wrong in this part, at its fields. `ratedOn` is the day of rating; `texts` are the others by field. */
export function capacityFaults(
  input: Capacity,
  ratedOn: CivilDate,
  texts: Readonly<Record<string, string>>,
): FieldMessage[] {
  const faults: FieldMessage[] = []
  const complain = (field: string, message: string) => faults.push({ field, message })
  if (isLooked(input) && input.capacitySteps === '')
    complain('capacitySteps', 'Enter what has to change, and by what steps or treatment')
  if (isLooked(input) && input.capacityForBaby === null)
    complain('capacityForBaby', 'Say how that stands against what the baby needs')
  if (input.capacityBy !== null && input.capacityBy < ratedOn)
    complain('capacityBy', 'This is before the rating. Enter a later date, or leave it empty')
  const named = input.diagnosis !== ''
  if (named && input.diagnosisBy === '') complain('diagnosisBy', 'Enter who made the diagnosis')
  if (named && input.diagnosisOn === null)
    complain('diagnosisOn', 'Enter when it was made, or the date of the letter that tells of it')
  if (!named && (input.diagnosisBy !== '' || input.diagnosisOn !== null))
    complain('diagnosis', 'Enter the diagnosis, or empty who made it and when')
  if (input.diagnosisOn !== null && input.diagnosisOn > ratedOn)
    complain('diagnosisOn', 'This is after the rating. Check the date')
  if (!named)
    for (const [field, text] of Object.entries(texts))
      if (namesPersonalityDisorder(text))
        complain(
          field,
          'This names a personality disorder. Enter it as the diagnosis with who made it and when, or write what was seen instead',
        )
  return faults
}

/** What screen and paper tell of it, in their order; empty where nothing was assessed or named. */
export function capacityFacts(of: Capacity): { label: string; text: string }[] {
  const assessed = isLooked(of)
    ? [
        { label: 'Capacity to change', text: capacityLabels[of.capacity] },
        { label: 'What has to change, and how', text: of.capacitySteps },
        {
          label: 'Expected by',
          text: [
            of.capacityBy === null ? 'Nobody can say yet' : formatDate(of.capacityBy),
            ...(of.capacityForBaby === null ? [] : [timescaleLabels[of.capacityForBaby]]),
          ].join('. '),
        },
      ]
    : []
  const diagnosis =
    of.diagnosis === ''
      ? []
      : [
          {
            label: 'Diagnosis',
            text: `${of.diagnosis}: ${of.diagnosisBy}${of.diagnosisOn === null ? '' : `, ${formatDate(of.diagnosisOn)}`}`,
          },
        ]
  return [...assessed, ...diagnosis]
}
