import type { MemberClass } from './measure.ts'
import type { Direction, ReportState } from './report-model.ts'

/** The words of the report, the same on screen and in every format. */

/** Marks the restricted output (decision 36; domain.md 7.6). */
export const restrictedClassification = 'OFFICIAL-SENSITIVE'

export const classLabels: Record<MemberClass, string> = {
  pass: 'Pass',
  fail: 'Fail',
  incomplete: 'Incomplete',
  'not-eligible': 'Not eligible',
}

export const directionLabels: Record<Direction, string> = {
  better: 'Better',
  same: 'Same',
  worse: 'Worse',
  'not-comparable': 'Cannot be compared',
  first: 'First report',
}

export const stateLabels: Record<ReportState, string> = {
  draft: 'Draft',
  'factual-check': 'Factual check',
  final: 'Final',
}

/** Stands for a measure whose records the app does not keep yet. */
export const noRecordsYet = 'No records of this kind are kept yet, so it is not tested.'
