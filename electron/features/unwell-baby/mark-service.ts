import type { z } from 'zod'
import { refuseField } from '#domain/shared/failure.ts'
import { standingSets } from '#domain/unwell-baby/pathway.ts'
import { injuryMark } from '#drizzle/schema/unwell-baby-injury.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { episodeNote, record } from './acting.ts'
import { type EpisodeCase, episodeCase } from './case.ts'
import { entryOf } from './raise-service.ts'
import type { addMarkInput, withdrawMarkInput } from './schemas.ts'

/**
 * A further mark on the body map of an episode. Refuses one that the concern says nothing of: what the routes
 * read is the concern, and an injury has one of its own.
 */
export function addMark(
  ctx: CommandContext,
  { episodeId, mark }: z.output<typeof addMarkInput>,
): { markId: string } {
  const found = episodeCase(ctx.db, episodeId)
  if (!isNoticed(found, mark.finding))
    refuseField(
      'mark.markKind',
      'The concern says nothing of a bruise, injury or mark. Say more of the concern first: then it goes to paediatrics and the referral',
    )
  if (mark.seenAt > ctx.now)
    refuseField('mark.seenAt', 'This is in the future. Enter when the mark was seen')
  return record(ctx, episodeId, (tx) => {
    const made = tx.insert(injuryMark, { episodeId, ...mark })
    return {
      value: { markId: made.recordId },
      audit: [episodeNote(found, 'mark', 'injury_mark', made)],
    }
  })
}

/** Marks a mark as entered in error, with the reason. It stays readable, and what it led to stays. */
export function withdrawMark(
  ctx: CommandContext,
  { episodeId, markId, version, reason }: z.output<typeof withdrawMarkInput>,
): { version: number } {
  const found = episodeCase(ctx.db, episodeId)
  entryOf(found.marks, markId, 'markId')
  return record(ctx, episodeId, (tx) => {
    const made = tx.withdraw(injuryMark, markId, version, reason)
    return {
      value: { version: made.version },
      audit: [episodeNote(found, 'withdraw-mark', 'injury_mark', made, { reason })],
    }
  })
}

const injuries: readonly string[] = ['bruise-or-injury', 'head-injury']

/** Whether the concern or a set of observations names what is drawn: an injury needs an injury. */
function isNoticed({ facts }: EpisodeCase, finding: string): boolean {
  const noticed = [
    ...facts.concern.flatMap(({ findings }) => findings),
    ...standingSets(facts).flatMap(({ findings }) => findings),
  ]
  const enough = finding === 'unsure-mark' ? [...injuries, 'unsure-mark'] : injuries
  return noticed.some((one) => enough.includes(one))
}
