import { epochMs } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'
import { percentText, quantityText } from './figure-text.ts'
import type { Figure } from './measure.ts'

/**
 * Levels of assurance: decision 35 over domain.md 7.2. Pure; the truth table a commissioner can sign is
 * docs/states/assurance-levels.md, and the test walks that same table.
 */

/** Best first. `not-tested` stands apart: it is not below `none`. */
export const levels = ['substantial', 'reasonable', 'limited', 'none', 'not-tested'] as const
export type Level = (typeof levels)[number]
export type TestedLevel = Exclude<Level, 'not-tested'>

export const levelLabels: Record<Level, string> = {
  substantial: 'Substantial',
  reasonable: 'Reasonable',
  limited: 'Limited',
  none: 'None',
  'not-tested': 'Not tested',
}

/** The limits of the scale, in whole per cent and days. [P] until the unit and its commissioner approve them. */
export interface LevelRules {
  substantialFrom: number
  reasonableFrom: number
  limitedFrom: number
  /** A safety-critical measure below this caps its requirement at limited. */
  safetyFloor: number
  /** Evidence older than this at the cut lowers one level. */
  staleAfterDays: number
}

/** Decision 35. */
export const defaultLevelRules: LevelRules = {
  substantialFrom: 95,
  reasonableFrom: 80,
  limitedFrom: 60,
  safetyFloor: 80,
  staleAfterDays: 90,
}

/** A measure with what it found: a figure of zeros where there is no definition yet. */
export interface MeasuredFigure {
  id: string
  safetyCritical: boolean
  minimumN: number
  unit: 'count' | 'minutes'
  figure: Figure
}

export interface Judged {
  level: Level
  /** Why, in plain English: every step that decided. */
  reason: string
}

const reaches = (figure: Figure, percent: number) =>
  figure.pass * 100 >= percent * figure.denominator

const isTested = ({ figure, minimumN }: MeasuredFigure) =>
  figure.denominator > 0 && figure.denominator >= minimumN

function rateLevel(figure: Figure, rules: LevelRules): TestedLevel {
  if (reaches(figure, rules.substantialFrom)) return 'substantial'
  if (reaches(figure, rules.reasonableFrom)) return 'reasonable'
  return reaches(figure, rules.limitedFrom) ? 'limited' : 'none'
}

const bandWords: Record<TestedLevel, (rules: LevelRules) => string> = {
  substantial: (rules) => `${rules.substantialFrom} % or more`,
  reasonable: (rules) => `${rules.reasonableFrom} % or more, below ${rules.substantialFrom} %`,
  limited: (rules) => `${rules.limitedFrom} % or more, below ${rules.reasonableFrom} %`,
  none: (rules) => `below ${rules.limitedFrom} %`,
}

/** The level of one measure, from its rate alone. */
export function measureLevel(measured: MeasuredFigure, rules = defaultLevelRules): Judged {
  const { figure, minimumN, unit } = measured
  if (figure.denominator === 0)
    return { level: 'not-tested', reason: 'There is nothing to judge: no record was eligible.' }
  if (!isTested(measured))
    return {
      level: 'not-tested',
      reason: `Too little to judge: n is ${quantityText(figure.denominator, unit)}, the minimum is ${quantityText(minimumN, unit)}.`,
    }
  const level = rateLevel(figure, rules)
  return { level, reason: `${percentText(figure)} is ${bandWords[level](rules)}.` }
}

export interface RequirementEvidence {
  measures: readonly MeasuredFigure[]
  /** The newest event that any of the measures counts; null where there is none. */
  newestEventAt: Instant | null
  cutAt: Instant
  openHighActions: number
}

/** The level of a requirement from its measures, with every step that decided (decision 35). */
export function requirementLevel(
  evidence: RequirementEvidence,
  rules = defaultLevelRules,
): Judged & {
  /** The measure that decided, where one did. */
  leading: string | null
} {
  const untested = evidence.measures.filter((one) => one.safetyCritical && !isTested(one))
  if (untested.length > 0)
    return {
      level: 'not-tested',
      leading: untested[0]?.id ?? null,
      reason: `Not tested: safety-critical ${listOf(untested)} ${untested.length === 1 ? 'has' : 'have'} too little to judge by.`,
    }
  const tested = evidence.measures.filter(isTested)
  const worst = worstOf(tested, rules)
  if (!worst)
    return {
      level: 'not-tested',
      leading: null,
      reason: 'Not tested: no measure has enough records.',
    }

  const steps = [worstReason(worst, rules)]
  let level = worst.counted

  const belowFloor = tested.filter(
    (one) => one.safetyCritical && !reaches(one.figure, rules.safetyFloor),
  )
  if (belowFloor.length > 0 && isBetter(level, 'limited')) {
    level = 'limited'
    steps.push(
      `Capped at limited: safety-critical ${listOf(belowFloor)} is below the floor of ${rules.safetyFloor} %.`,
    )
  }
  const days = evidence.newestEventAt ? daysOld(evidence.newestEventAt, evidence.cutAt) : 0
  if (days > rules.staleAfterDays && level !== 'none') {
    level = oneLower(level)
    steps.push(`One lower: the newest event is older than ${rules.staleAfterDays} days at the cut.`)
  }
  if (level === 'substantial' && evidence.openHighActions > 0) {
    level = 'reasonable'
    steps.push(
      `Not substantial: ${evidence.openHighActions === 1 ? 'a high-priority action is' : `${evidence.openHighActions} high-priority actions are`} open.`,
    )
  }
  return { level, leading: belowFloor[0]?.id ?? worst.measured.id, reason: steps.join(' ') }
}

interface Counted {
  measured: MeasuredFigure
  rated: TestedLevel
  counted: TestedLevel
}

/** The measure that counts worst; of equals, the safety-critical one, then the lower rate. */
function worstOf(tested: readonly MeasuredFigure[], rules: LevelRules): Counted | undefined {
  return tested
    .map((measured) => {
      const rated = rateLevel(measured.figure, rules)
      const spared = rated === 'none' && !measured.safetyCritical
      return { measured, rated, counted: spared ? ('limited' as const) : rated }
    })
    .sort(
      (a, b) =>
        levels.indexOf(b.counted) - levels.indexOf(a.counted) ||
        Number(b.measured.safetyCritical) - Number(a.measured.safetyCritical) ||
        rateOf(a.measured) - rateOf(b.measured),
    )[0]
}

function worstReason({ measured, rated, counted }: Counted, rules: LevelRules): string {
  const kind = measured.safetyCritical ? 'safety-critical measure' : 'measure'
  const found = `The weakest ${kind} is ${measured.id}: ${percentText(measured.figure)}, ${bandWords[rated](rules)}.`
  return rated === counted
    ? found
    : `${found} It is not safety-critical, so it does not pull below limited.`
}

const rateOf = ({ figure }: MeasuredFigure) => figure.pass / figure.denominator

/** Whether the first is better than the second. */
export const isBetter = (one: TestedLevel, other: TestedLevel): boolean =>
  levels.indexOf(one) < levels.indexOf(other)

const oneLower = (level: TestedLevel): TestedLevel =>
  level === 'substantial' ? 'reasonable' : level === 'reasonable' ? 'limited' : 'none'

const daysOld = (at: Instant, cutAt: Instant) => (epochMs(cutAt) - epochMs(at)) / 86_400_000

const listOf = (measures: readonly MeasuredFigure[]) =>
  measures.map((measure) => measure.id).join(', ')
