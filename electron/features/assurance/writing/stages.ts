import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { ReportState } from '#domain/assurance/report-model.ts'
import { begunThemselves, finalFaults } from '#domain/assurance/written/stages.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { roleLabels } from '#domain/users/roles.ts'
import { frozenFile, writtenReport } from '#drizzle/schema/report-writing.ts'
import { making, type Steps } from '../../../platform/making.ts'
import type { CommandContext, SignedContext } from '../../../platform/serve.ts'
import type { AuditNote, WriteTx } from '../../../platform/unit-of-work.ts'
import { type FormatName, formatNames } from '../formats/formats.ts'
import { makeFileInThread } from '../formats/make-in-thread.ts'
import { prepareReport } from '../service.ts'
import { begunBy, commentRows, type WrittenRow, writtenById } from './rows.ts'
import type { MistakeInput, sendInput, stepInput } from './schemas.ts'
import { needStep, reportNote } from './service.ts'
import { writtenFor } from './written.ts'

const ordered = (
  ctx: CommandContext,
  written: WrittenRow,
  state: ReportState,
  steps: Pick<Steps, 'signal'>,
) =>
  prepareReport(
    ctx,
    {
      first: written.first,
      last: written.last,
      disclosure: written.disclosure,
      distribution: written.distribution,
      requirements: written.requirements,
      written: (cut) => writtenFor(ctx.db, written, cut, written.disclosure),
      state,
      approvedBy: state === 'final' ? roleLabels[ctx.actor.role] : null,
    },
    steps,
  )

/** Makes the draft as things stand now: what is looked at is the file itself. */
export async function makeDraft(ctx: CommandContext, { id, version }: z.output<typeof stepInput>) {
  const written = writtenById(ctx.db, id)
  needStep('make-draft', written)
  const prepared = await making(ctx, 'The draft', (steps) => ordered(ctx, written, 'draft', steps))
  return ctx.write((tx) => step(tx, prepared.keep(tx), { id, version }, {}, 'A draft was made'))
}

/** Sends the report to the factual check, with the day until which comments are asked for. */
export async function sendToCheck(ctx: CommandContext, input: z.output<typeof sendInput>) {
  const { id, version, commentsBy } = input
  const written = writtenById(ctx.db, id)
  needStep('send-to-check', written)
  if (commentsBy < dateOf(ctx.now))
    refuseField('commentsBy', 'This day has passed. Enter until when comments are asked for')
  const prepared = await making(ctx, 'The report', (steps) =>
    ordered(ctx, written, 'factual-check', steps),
  )
  return ctx.write((tx) =>
    step(
      tx,
      prepared.keep(tx),
      { id, version },
      { stage: 'factual-check', commentsBy },
      'Sent to the factual check',
    ),
  )
}

/** Takes the report back from its factual check to draft; the comments made so far stay. */
export function takeBackToDraft(ctx: CommandContext, { id, version, reason }: MistakeInput) {
  needStep('take-back', writtenById(ctx.db, id))
  return ctx.write((tx) => {
    const made = tx.amend(writtenReport, id, version, { stage: 'draft', commentsBy: null }, reason)
    return {
      value: { id },
      audit: [reportNote('report.taken-back', made, reason)],
    }
  })
}

/** Everything that keeps the report from being made final by this person now. */
export function beforeFinal(
  ctx: Pick<CommandContext, 'db' | 'now' | 'actor'>,
  written: WrittenRow,
) {
  return finalFaults({
    begunBy: begunBy(ctx.db, written.recordId),
    signedBy: ctx.actor.staffId,
    unanswered: commentRows(ctx.db, written.recordId).filter(({ outcome }) => outcome === null)
      .length,
    commentsBy: written.commentsBy,
    today: dateOf(ctx.now),
  })
}

/**
 * Makes the report final as things stand now: from here on nothing in it changes, and the hash of each of its
 * files is kept, so that each can be made again later and held against it.
 */
export async function makeFinal(ctx: SignedContext, { id, version }: z.output<typeof stepInput>) {
  const written = writtenById(ctx.db, id)
  needStep('make-final', written)
  ctx.notBy([begunBy(ctx.db, id)], { message: begunThemselves })
  const faults = beforeFinal(ctx, written)
  if (faults.length > 0) refuse('held', faults.join('. '))
  const { prepared, files } = await making(ctx, 'The final report', async (steps) => {
    const built = await ordered(ctx, written, 'final', steps)
    return { prepared: built, files: await hashesOf(built.model, steps) }
  })
  return ctx.write((tx) => {
    const made = prepared.keep(tx)
    for (const file of files)
      tx.append(frozenFile, { recordId: made.reportId, version: made.version, ...file })
    return step(tx, made, { id, version }, { stage: 'final' }, 'Made final')
  })
}

/** Every file of a report, made from its model, by its hash. */
export async function hashesOf(model: Uint8Array, { signal, said }: Steps) {
  const files: { format: FormatName; bytes: number; sha256: string }[] = []
  for (const format of formatNames) {
    said({ done: files.length, of: formatNames.length })
    const { bytes } = await makeFileInThread(format, model.slice(), signal)
    files.push({ format, bytes: bytes.length, sha256: hashOf(bytes) })
  }
  said({ done: files.length, of: formatNames.length })
  return files
}

export const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

const actions: Record<string, string> = {
  'A draft was made': 'report.draft-made',
  'Sent to the factual check': 'report.sent-to-check',
  'Made final': 'report.made-final',
}

function step(
  tx: WriteTx,
  made: { reportId: string; audit: AuditNote },
  { id, version }: { id: string; version: number },
  changes: { stage?: ReportState; commentsBy?: string },
  reason: keyof typeof actions,
): { value: { id: string; reportId: string }; audit: [AuditNote, AuditNote] } {
  const { reportId } = made
  const written = tx.amend(writtenReport, id, version, { ...changes, madeId: reportId }, reason)
  return {
    value: { id, reportId },
    audit: [made.audit, reportNote(actions[reason] ?? '', written)],
  }
}
