import { inForceAt, type RuleSet } from '../rule-sets/rule-set.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import type {
  AttendanceAnswer,
  CheckOutcome,
  ReportAnswer,
  SessionKind,
  StepOutcome,
} from './codes.ts'
import { type CultureRules, cultureRuleSet } from './rule-content.ts'

/** The rows that the measures of culture read, as they stood at the cut (decision 1). */

interface Versioned {
  recordId: string
  version: number
}

export interface StaffFact extends Versioned {
  profession: string
  employment: string
  startedOn: CivilDate
  leftOn: CivilDate | null
}

export interface SessionFact extends Versioned {
  kind: SessionKind
  heldOn: CivilDate
  /** The ids of those who came. */
  attended: readonly string[]
}

export interface LearningFact extends Versioned {
  checkDueOn: CivilDate
  madeOn: CivilDate | null
}

export interface CheckFact extends Versioned {
  subjectId: string
  checkedOn: CivilDate
  outcome: CheckOutcome
}

export interface MeetingFact extends Versioned {
  heldAt: Instant
  invited: 'yes' | 'no'
  cancelled: boolean
  recordDueAt: Instant
  attended: AttendanceAnswer | null
  reportDueAt: Instant | null
  report: ReportAnswer | null
  reportSentAt: Instant | null
}

export interface FeedbackFact extends Versioned {
  dueAt: Instant
  returnedOn: CivilDate | null
}

export interface DisagreementFact extends Versioned {
  openedAt: Instant
}

export interface StepFact extends Versioned {
  subjectId: string
  dueAt: Instant
  outcome: StepOutcome | null
  endedAt: Instant | null
}

export interface SpotCheckFact extends Versioned {
  askedAt: Instant
  dueAt: Instant
  answeredAt: Instant | null
  /** How many questions were put, how many have an answer, and how many of those are right. */
  asked: number
  answered: number
  right: number
}

export interface CultureFacts {
  staff: readonly StaffFact[]
  sessions: readonly SessionFact[]
  learning: readonly LearningFact[]
  checks: readonly CheckFact[]
  meetings: readonly MeetingFact[]
  feedback: readonly FeedbackFact[]
  disagreements: readonly DisagreementFact[]
  steps: readonly StepFact[]
  spotChecks: readonly SpotCheckFact[]
  ruleSets: readonly RuleSet<CultureRules>[]
}

/** The rules in force at an instant. */
export const cultureRulesAt = (
  facts: Pick<CultureFacts, 'ruleSets'>,
  at: Instant,
): CultureRules | undefined => inForceAt(facts.ruleSets, cultureRuleSet.kind, at)?.content
