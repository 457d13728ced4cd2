import { type AgeForRules, tablesEndAtMonths } from './age-for-rules.ts'
import { findingGroupLabels, findingLabels } from './findings.ts'
import {
  type Consciousness,
  type PewsContent,
  type PewsLevel,
  pewsLevels,
  type ScoreBands,
  type Support,
  type TriggerCondition,
} from './pews-content.ts'
import type { Mark } from './rule-content.ts'
import { readingText, signs } from './signs.ts'
import { firedRows, type Observed } from './threshold.ts'

/** What PEWS reads beyond signs and findings. */
export interface PewsObserved extends Observed {
  support: Support | null
  consciousness: Consciousness | null
  /** The level that staff, or the carer's words, call for whatever the score. */
  staffConcern: PewsLevel | null
  carerConcern: PewsLevel | null
  /** Blood pressure was tried, could not be taken, and this worries staff. */
  pressureFailedWithConcern: boolean
}

/** One parameter of the chart with its score; null where it was not recorded. */
export interface PewsParameter extends Mark {
  parameter: PewsContent['parameters'][number]['sign'] | 'oxygen' | 'respiratory-distress'
  label: string
  value: string
  score: number | null
  /** What is not known about it, to be shown beside the score; undefined where nothing is. */
  missing?: string
}

export interface PewsTrigger extends Mark {
  id: string
  level: PewsLevel
  text: string
}

export type PewsResult =
  | { kind: 'refused'; because: string; triggers: PewsTrigger[]; thinkSepsis: string[] }
  | {
      kind: 'scored'
      /** The sum of what was recorded. Where something is missing it is the least that the total can be. */
      total: number
      complete: boolean
      parameters: PewsParameter[]
      missing: string[]
      /** By total and triggers, the higher; "none" only where the total is 0 and complete. */
      level: PewsLevel | 'none' | 'not-complete'
      levelByTotal: PewsLevel | null
      triggers: PewsTrigger[]
      thinkSepsis: string[]
    }

/**
 * Scores the national chart for 0 to 11 months. A baby of 12 months or more is refused, with the reason;
 * what raises the level without a score is answered all the same. Temperature and consciousness carry no
 * score. What was not recorded is listed and never scored 0 in silence.
 */
export function pews(content: PewsContent, observed: PewsObserved, age: AgeForRules): PewsResult {
  const triggers = pewsTriggers(content, observed)
  const thinkSepsis = firedRows(
    content.thinkSepsis.map((row) => ({ ...row, band: 'think' })),
    observed,
    age,
  ).map((row) => `${row.text} (${row.because})`)
  const months = age.chronological?.months ?? 0
  if (months >= Math.min(content.appliesBeforeMonths, tablesEndAtMonths)) {
    const because = `The baby is ${months} months old. ${content.refusal}`
    return { kind: 'refused', because, triggers, thinkSepsis }
  }
  const parameters = [
    ...content.parameters.map((parameter) => signScore(content, parameter, observed)),
    oxygenScore(content, observed),
    distressScore(content, observed),
  ]
  const total = parameters.reduce((sum, { score }) => sum + (score ?? 0), 0)
  const complete = parameters.every(({ score }) => score !== null)
  const missing = parameters.flatMap(({ missing: what }) => (what === undefined ? [] : [what]))
  const levelByTotal = levelOf(content, total)
  const levels = [...triggers.map(({ level }) => level), ...(levelByTotal ? [levelByTotal] : [])]
  const level = highest(levels) ?? (complete ? 'none' : 'not-complete')
  const rest = { levelByTotal, triggers, thinkSepsis }
  return { kind: 'scored', total, complete, parameters, missing, level, ...rest }
}

/** What raises the level whatever the score, at any age. */
export function pewsTriggers(content: PewsContent, observed: PewsObserved): PewsTrigger[] {
  return content.triggers
    .filter(({ when }) => triggered(when, observed))
    .map(({ id, level, text, source, mark }) => ({ id, level, text, source, mark }))
}

function triggered(when: TriggerCondition, observed: PewsObserved): boolean {
  switch (when.kind) {
    case 'finding':
      return observed.findings.some((code) => when.anyOf.includes(code))
    case 'consciousness':
      return observed.consciousness !== null && when.anyOf.includes(observed.consciousness)
    case 'staff-concern':
      return observed.staffConcern === when.level
    case 'carer-concern':
      return observed.carerConcern === when.level
  }
}

/** The highest of these levels; undefined of none. */
export const highest = (levels: readonly PewsLevel[]): PewsLevel | undefined =>
  pewsLevels.find((level) => levels.includes(level))

function levelOf(content: PewsContent, total: number): PewsLevel | null {
  const reached = content.levels.filter(({ fromTotal }) => total >= fromTotal)
  return highest(reached.map(({ level }) => level)) ?? null
}

/** The score of a value: the first band whose upper end it does not pass. */
function scoreOf(bands: ScoreBands, value: number): number {
  const band = bands.find(
    ({ below, atMost }) =>
      (below === undefined || value < below) && (atMost === undefined || value <= atMost),
  )
  return band?.score ?? 0
}

type SignParameter = PewsContent['parameters'][number]

function signScore(
  content: PewsContent,
  { sign, bands, source, mark }: SignParameter,
  observed: PewsObserved,
): PewsParameter {
  const { label } = signs[sign]
  const base = { parameter: sign, label, source, mark }
  const value = observed.values[sign]
  if (value !== undefined)
    return { ...base, value: readingText(sign, value), score: scoreOf(bands, value) }
  if (sign !== 'systolic-pressure')
    return { ...base, value: 'not recorded', score: null, missing: `${label}: not recorded` }
  // The chart itself gives a score to a blood pressure that was not taken (domain row 3.3, BP not done).
  const score = observed.pressureFailedWithConcern
    ? content.pressureNotDone.withConcern
    : content.pressureNotDone.otherwise
  const value_ = observed.pressureFailedWithConcern
    ? 'could not be taken, with concern'
    : 'not taken'
  return {
    ...base,
    value: value_,
    score,
    missing: `${label}: ${value_}, the chart scores ${score}`,
  }
}

function oxygenScore({ oxygen }: PewsContent, observed: PewsObserved): PewsParameter {
  const { source, mark } = oxygen
  const base = { parameter: 'oxygen' as const, label: 'Oxygen given', source, mark }
  const { support, values } = observed
  const percent = values['oxygen-percent']
  const flow = values['oxygen-flow']
  if (support === null && percent === undefined && flow === undefined)
    return { ...base, value: 'not recorded', score: null, missing: 'Oxygen given: not recorded' }
  if (support === 'air') return { ...base, value: 'air', score: 0 }
  if (support !== null && oxygen.scoreFourDevices.includes(support))
    return { ...base, value: support, score: 4 }
  const levels = [
    ...(percent === undefined ? [] : [scoreOf(oxygen.percent, percent)]),
    ...(flow === undefined ? [] : [scoreOf(oxygen.flow, flow)]),
  ]
  const score = Math.max(oxygen.leastWithAnySupport, ...levels)
  const given = [
    ...(support === null ? [] : [support]),
    ...(percent === undefined ? [] : [readingText('oxygen-percent', percent)]),
    ...(flow === undefined ? [] : [readingText('oxygen-flow', flow)]),
  ]
  const value = given.join(', ')
  if (levels.length > 0) return { ...base, value, score }
  return {
    ...base,
    value,
    score,
    missing: `Oxygen given: how much is not recorded, scores ${score} at least`,
  }
}

function distressScore({ distress }: PewsContent, observed: PewsObserved): PewsParameter {
  const { degrees, source, mark } = distress
  const label = 'Respiratory distress'
  const base = { parameter: 'respiratory-distress' as const, label, source, mark }
  for (const { degree, score, anyOf } of degrees) {
    const found = observed.findings.filter((code) => anyOf.includes(code))
    const names = found.map((code) => findingLabels[code]).join(', ')
    if (found.length > 0) return { ...base, value: `${degree}: ${names}`, score }
  }
  if (observed.checked.includes('breathing')) return { ...base, value: 'none', score: 0 }
  const missing = `${label}: “${findingGroupLabels.breathing}” not looked at`
  return { ...base, value: 'not recorded', score: null, missing }
}
