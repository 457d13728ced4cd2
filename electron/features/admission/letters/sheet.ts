import { admissionCriteria } from '#domain/admission/criteria.ts'
import { informationItems } from '#domain/admission/information.ts'
import { referrerSheet } from '#domain/admission/letters/referrer-sheet.ts'
import { ruleSetState, ruleSetStateLabels } from '#domain/rule-sets/rule-set.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import type { ReadContext } from '../../../platform/serve.ts'
import { type LetterFile, type LetterFormat, letterFile } from '../../letters/letter-file.ts'
import { letterheadOf } from '../../letters/letterhead.ts'
import { ruleInForce } from '../../rule-sets/in-force.ts'

/** Written information for referrers from the criteria in force: what the unit is, and what it is not. */
export async function referrerSheetFile(
  ctx: ReadContext,
  { format }: { format: LetterFormat },
): Promise<LetterFile> {
  const criteria = ruleInForce(ctx.db, admissionCriteria, ctx.now)
  const information = ruleInForce(ctx.db, informationItems, ctx.now)
  const today = dateOf(ctx.now)
  const standing = [criteria, information]
    .map((set) => `${set.title}, revision ${set.revision}: ${stateOf(set, today)}`)
    .join('; ')
  const document = referrerSheet({
    head: letterheadOf(ctx.db),
    date: today,
    criteria: criteria.content,
    information: information.content,
    standing,
  })
  return letterFile(ctx, format, {
    document,
    stem: 'information-for-referrers',
    action: 'admission.referrer-sheet',
    entity: 'rule_set',
    entityId: criteria.recordId,
    patients: [],
  })
}

const stateOf = (set: Parameters<typeof ruleSetState>[0], today: string) => {
  const label = ruleSetStateLabels[ruleSetState(set, today)]
  return label.charAt(0).toLowerCase() + label.slice(1)
}
