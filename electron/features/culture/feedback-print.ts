import { createHash } from 'node:crypto'
import { feedbackForm } from '#domain/culture/feedback-form.ts'
import { cultureRuleSet } from '#domain/culture/rule-content.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { limitText } from '#domain/shared/limits.ts'
import { makePdf } from '../../platform/pdf/make-pdf.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { theUnit } from '../stays/queries.ts'

/** The form for partners on paper. It names nobody; that it was printed is in the audit. */
export async function printFeedbackForm(ctx: ReadContext) {
  const rules = ruleInForce(ctx.db, cultureRuleSet, ctx.now)
  const today = dateOf(ctx.now)
  const document = feedbackForm({
    unit: theUnit(ctx.db).name,
    rules: rules.content,
    returnWithin: limitText(rules.content.feedbackReturnedWithin.limit),
    today,
  })
  const bytes = await makePdf(document)
  ctx.house.writeAs(ctx.actor, ctx.unitId, { quiet: true })(() => ({
    value: null,
    audit: [
      {
        action: 'partnership.form-printed',
        entity: 'rule_set',
        entityId: rules.recordId,
        afterHash: createHash('sha256').update(bytes).digest('hex'),
      },
    ],
  }))
  return { name: `partner-feedback-${today}.pdf`, bytes: Uint8Array.from(bytes) }
}
