import type { z } from 'zod'
import { stepFault, type WritingStep } from '#domain/assurance/written/stages.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { factualComment, reportNarrative, writtenReport } from '#drizzle/schema/report-writing.ts'
import { noteOf } from '../../../platform/note-of.ts'
import type { CommandContext } from '../../../platform/serve.ts'
import { finding5Order } from './requirement-order.ts'
import { commentRows, narrativeRows, type WrittenRow, writtenById } from './rows.ts'
import type {
  answerInput,
  BeginInput,
  changeInput,
  commentInput,
  MistakeInput,
  narrativeInput,
} from './schemas.ts'

export const reportNote = noteOf('written_report')
const narrativeNote = noteOf('report_narrative')
const commentNote = noteOf('factual_comment')

export function needStep(step: WritingStep, { stage }: Pick<WrittenRow, 'stage'>): void {
  const fault = stepFault(step, stage)
  if (fault) refuse('held', fault)
}

function contentOf(ctx: CommandContext, plan: BeginInput) {
  if (plan.first > dateOf(ctx.now)) refuseField('first', 'This period has not begun')
  const { requirements, distribution, ...rest } = plan
  return {
    ...rest,
    requirements: finding5Order(requirements).join(' '),
    distribution: distribution.join('\n'),
  }
}

/** Begins a report: of what time, which requirements, for whom, and which of the two kinds. */
export function beginReport(ctx: CommandContext, input: BeginInput) {
  const content = contentOf(ctx, input)
  return ctx.write((tx) => {
    const made = tx.insert(writtenReport, { ...content, stage: 'draft' })
    return {
      value: { id: made.recordId },
      audit: [reportNote('report.begun', made)],
    }
  })
}

export function changeReport(ctx: CommandContext, input: z.output<typeof changeInput>) {
  const { id, version, reason, plan } = input
  needStep('change', writtenById(ctx.db, id))
  const content = contentOf(ctx, plan)
  return ctx.write((tx) => {
    const made = tx.amend(writtenReport, id, version, content, reason)
    return {
      value: { id },
      audit: [reportNote('report.changed', made, reason)],
    }
  })
}

/** Takes out a report that was begun in error; what was made of it stays with the reports. */
export function withdrawReport(ctx: CommandContext, { id, version, reason }: MistakeInput) {
  needStep('change', writtenById(ctx.db, id))
  return ctx.write((tx) => {
    const made = tx.withdraw(writtenReport, id, version, reason)
    return {
      value: { id },
      audit: [reportNote('report.withdrawn', made, reason)],
    }
  })
}

/** What the unit says of a requirement, or of the period as a whole: a new wording leaves the old one readable. */
export function writeNarrative(ctx: CommandContext, input: z.output<typeof narrativeInput>) {
  const { writtenId, requirement, words, version } = input
  const written = writtenById(ctx.db, writtenId)
  needStep('write', written)
  if (requirement !== '' && !written.requirements.includes(requirement))
    refuseField('requirement', 'This report is not of that requirement')
  const before = narrativeRows(ctx.db, writtenId).find((one) => one.requirement === requirement)
  if ((before?.version ?? null) !== version)
    refuse(
      'clash',
      'Somebody else has written here since you opened it. Nothing of yours was saved: compare with what is there now, then save again',
    )
  return ctx.write((tx) => {
    const made = before
      ? tx.amend(reportNarrative, before.recordId, before.version, { words }, 'A new wording')
      : tx.insert(reportNarrative, { writtenId, requirement, words })
    return {
      value: { id: made.recordId, version: made.version },
      audit: [narrativeNote('report.narrative-written', made)],
    }
  })
}

export function addComment(ctx: CommandContext, input: z.output<typeof commentInput>) {
  const written = writtenById(ctx.db, input.writtenId)
  needStep('comment', written)
  if (input.requirement !== '' && !written.requirements.includes(input.requirement))
    refuseField('requirement', 'This report is not of that requirement')
  return ctx.write((tx) => {
    const made = tx.insert(factualComment, input)
    return {
      value: { id: made.recordId },
      audit: [commentNote('report.commented', made)],
    }
  })
}

const commentOf = (ctx: CommandContext, id: string) => {
  const row = ctx.db.row<{ writtenId: string }>(
    'select written_id as writtenId from factual_comment where record_id = @id',
    { id },
  )
  const found = row && commentRows(ctx.db, row.writtenId).find(({ recordId }) => recordId === id)
  return found ?? refuse('not-found', 'This comment is not on record any more')
}

/** The unit's answer to a comment; a better one may follow until the report is final. */
export function answerComment(ctx: CommandContext, input: z.output<typeof answerInput>) {
  const { id, version, outcome, answer } = input
  needStep('answer', writtenById(ctx.db, commentOf(ctx, id).writtenId))
  return ctx.write((tx) => {
    const made = tx.amend(factualComment, id, version, { outcome, answer }, 'Answered')
    return {
      value: { id },
      audit: [commentNote('report.comment-answered', made)],
    }
  })
}
