import type { PseudonymKind } from './allowed-columns/allowed-column.ts'
import { dash } from './figure-text.ts'
import type { MemberClass } from './measure.ts'
import type { Direction, Disclosure, ReportState, RequirementModel } from './report-model.ts'

/** The words of the report, the same on screen and in every format. */

/** Marks each output (decision 36; domain.md 7.6). */
export const classifications: Record<Disclosure, string> = {
  restricted: 'OFFICIAL-SENSITIVE',
  shareable: 'OFFICIAL',
}

export const disclosureLabels: Record<Disclosure, string> = {
  restricted: 'Restricted',
  shareable: 'Shareable',
}

export const classLabels: Record<MemberClass, string> = {
  pass: 'Pass',
  fail: 'Fail',
  incomplete: 'Incomplete',
  'not-eligible': 'Not eligible',
}

const directionLabels: Record<Direction, string> = {
  better: 'Better',
  same: 'Same',
  worse: 'Worse',
  'not-comparable': 'Cannot be compared',
  first: 'First report',
}

/** The trend in a word; a dash where neither period was tested, for nothing is not the same as nothing. */
export const trendWord = ({
  trend,
  computedLevel,
}: Pick<RequirementModel, 'trend' | 'computedLevel'>): string =>
  trend.earlier?.level === 'not-tested' && computedLevel === 'not-tested'
    ? dash
    : directionLabels[trend.direction]

export const stateLabels: Record<ReportState, string> = {
  draft: 'Draft',
  'factual-check': 'Factual check',
  final: 'Final',
}

/** Stands for a measure whose records the app does not keep yet. */
export const noRecordsYet = 'No records of this kind are kept yet, so it is not tested.'

const pseudonymKinds: Readonly<Record<string, PseudonymKind>> = {
  stay: 'stay',
  staff: 'staff',
  episode: 'episode',
}

/** What the pseudonym of a record of this type stands for. */
export const pseudonymKindOf = ({ type }: { type: string }): PseudonymKind =>
  pseudonymKinds[type] ?? 'record'
