import type { z } from 'zod'
import { refuse } from '#domain/shared/failure.ts'
import { paperFaults } from '#domain/unwell-baby/paper.ts'
import { paperForm } from '#drizzle/schema/unwell-baby-pathway.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { episodeNote } from './acting.ts'
import { episodeCase } from './case.ts'
import { papersOf } from './paper-view.ts'
import { entryOf } from './raise-service.ts'
import type { paperFormInput, withdrawPaperInput } from './schemas.ts'

/**
 * Says that a part of the episode was written by hand while the computer was down. What happened in that time
 * and was entered after it carries the mark from then on; no time and no clock is changed by it.
 */
export function recordPaper(
  ctx: CommandContext,
  { episodeId, ...form }: z.output<typeof paperFormInput>,
): { paperId: string } {
  const found = episodeCase(ctx.db, episodeId)
  const faults = paperFaults(found.facts, form, ctx.now)
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  return ctx.write((tx) => {
    const made = tx.insert(paperForm, { episodeId, ...form })
    const { writtenFrom, writtenUntil } = form
    return {
      value: { paperId: made.recordId },
      audit: [
        episodeNote(found, 'paper', 'paper_form', made, { payload: { writtenFrom, writtenUntil } }),
      ],
    }
  })
}

/** Takes back that a part was written on paper: it was said by mistake. */
export function withdrawPaper(
  ctx: CommandContext,
  { episodeId, paperId, version, reason }: z.output<typeof withdrawPaperInput>,
): { version: number } {
  const found = episodeCase(ctx.db, episodeId)
  entryOf(papersOf(ctx.db, episodeId), paperId, 'paperId')
  return ctx.write((tx) => {
    const made = tx.withdraw(paperForm, paperId, version, reason)
    return {
      value: { version: made.version },
      audit: [episodeNote(found, 'paper-withdrawn', 'paper_form', made, { reason })],
    }
  })
}
