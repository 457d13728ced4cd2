import { z } from 'zod'
import type { FieldMessage } from '../shared/failure.ts'
import { isBetter, type Level, levels } from './levels.ts'

/**
 * A level set by a person beside the computed one (domain.md 7.2; assurance.md 3). The report prints both,
 * with the reason: a serious event or a partner's voice lowers; raising takes a second signature.
 */
export const judgementSchema = z.strictObject({
  level: z.enum(levels),
  reason: z.string(),
  /** The role of who judged, and of who signed with them; never a name. */
  byRole: z.string(),
  secondRole: z.string().nullable(),
})
export type Judgement = z.infer<typeof judgementSchema>

/** Whether the second signature is needed: for everything but a step down from a tested level. */
export function needsSecondSignature(computed: Level, judged: Level): boolean {
  if (computed === judged || judged === 'not-tested') return false
  return computed === 'not-tested' || isBetter(judged, computed)
}

/**
 * The judgement as it stands beside a level that was computed at another cut: a level that was lowered by one
 * person, and would now be a raise, stands no more.
 */
export const standingJudgement = (
  computed: Level,
  judgement: Judgement | undefined,
): Judgement | null =>
  judgement && judgementFaults(computed, judgement).length === 0 ? judgement : null

/** What holds a judgement back, by field; empty where it may stand. */
export function judgementFaults(computed: Level, judgement: Judgement): FieldMessage[] {
  const faults: FieldMessage[] = []
  if (judgement.reason.trim() === '')
    faults.push({ field: 'reason', message: 'Enter why the level differs from the computed one' })
  if (needsSecondSignature(computed, judgement.level) && judgement.secondRole === null)
    faults.push({
      field: 'secondRole',
      message: 'Raising a level needs a second signature: ask a second authorised person to sign',
    })
  return faults
}
