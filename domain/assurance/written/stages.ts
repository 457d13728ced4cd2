import { formatDate } from '../../shared/calendar.ts'
import type { CivilDate } from '../../shared/time.ts'
import type { ReportState } from '../report-model.ts'

/** What is done with a report that is being written (assurance.md 4). Truth table: docs/states/report-stages.md. */
export const writingSteps = [
  'change',
  'write',
  'make-draft',
  'send-to-check',
  'comment',
  'answer',
  'take-back',
  'make-final',
] as const
export type WritingStep = (typeof writingSteps)[number]

const stagesOf: Record<WritingStep, readonly ReportState[]> = {
  change: ['draft'],
  write: ['draft', 'factual-check'],
  'make-draft': ['draft'],
  'send-to-check': ['draft'],
  comment: ['factual-check'],
  answer: ['factual-check'],
  'take-back': ['factual-check'],
  'make-final': ['factual-check'],
}

const elsewhere: Record<ReportState, string> = {
  draft: 'This report is a draft: send it to the factual check first',
  'factual-check': 'This report is in its factual check: take it back to draft first',
  final: 'This report is final, and nothing in it changes any more. Begin a new one',
}

/** Why a step cannot be taken at this stage; null where it can. */
export const stepFault = (step: WritingStep, stage: ReportState): string | null =>
  stagesOf[step].includes(stage) ? null : elsewhere[stage]

export const begunThemselves = 'Whoever began a report does not make it final. Ask somebody else'

export interface BeforeFinal {
  /** Who began the report, and who signs it as final. */
  begunBy: string
  signedBy: string
  /** Comments without an answer. */
  unanswered: number
  commentsBy: CivilDate | null
  today: CivilDate
}

/** Everything that keeps a report in its factual check from being made final; empty where nothing does. */
export function finalFaults(report: BeforeFinal): string[] {
  const faults: string[] = []
  if (report.unanswered > 0)
    faults.push(
      report.unanswered === 1
        ? 'Answer the comment that has no answer yet'
        : `Answer the ${report.unanswered} comments that have no answer yet`,
    )
  if (report.commentsBy !== null && report.today < report.commentsBy)
    faults.push(
      `Comments are asked for until ${formatDate(report.commentsBy)}. Wait until that day, or take the report back and set an earlier one`,
    )
  if (report.begunBy === report.signedBy) faults.push(begunThemselves)
  return faults
}
