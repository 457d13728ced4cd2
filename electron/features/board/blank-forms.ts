import { createHash } from 'node:crypto'
import { admissionCriteria } from '#domain/admission/criteria.ts'
import { informationItems } from '#domain/admission/information.ts'
import { blankForms } from '#domain/board/blank-forms.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { bedTitle } from '#domain/stays/bed-title.ts'
import { makePdf } from '../../platform/pdf/make-pdf.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { letterheadOf } from '../letters/letterhead.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { theUnit } from '../stays/queries.ts'
import { onTheUnit } from './queries.ts'

/** The blank forms as a PDF. They name nobody; that they were printed is in the audit. */
export async function blankFormsFile(ctx: ReadContext) {
  const { db, now } = ctx
  const criteria = ruleInForce(db, admissionCriteria, now)
  const information = ruleInForce(db, informationItems, now)
  const today = dateOf(now)
  const document = blankForms({
    head: letterheadOf(db),
    beds: onTheUnit(db, now)
      .beds.filter(({ closed }) => !closed)
      .map(({ name }) => bedTitle(name)),
    clauses: criteria.content.clauses,
    items: information.content.items,
    rules: [criteria, information]
      .map(({ title, revision }) => `${title}, revision ${revision}`)
      .join('; '),
    today,
  })
  const bytes = await makePdf(document)
  ctx.house.writeAs(ctx.actor, ctx.unitId, { quiet: true })(() => ({
    value: null,
    audit: [
      {
        action: 'board.forms-printed',
        entity: 'unit',
        entityId: theUnit(db).id,
        afterHash: createHash('sha256').update(bytes).digest('hex'),
      },
    ],
  }))
  return { name: `forms-computer-down-${today}.pdf`, bytes: Uint8Array.from(bytes) }
}
