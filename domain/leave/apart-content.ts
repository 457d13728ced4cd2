import { z } from 'zod'
import type { RuleSetKind } from '../rule-sets/rule-set.ts'
import { ruleText, sourced } from '../shared/source.ts'
import { ring } from './rule-content.ts'

const carer = z.strictObject({
  /** Members of staff who go along; of staff who have the baby, those. */
  staff: z.int().min(0).max(4),
  ...sourced,
})

const apartSchema = z.strictObject({
  /** By who has the baby. */
  carers: z.strictObject({
    staff: carer,
    responsibility: carer,
    'social-worker': carer,
    another: carer,
  }),
  /** What a holder of parental responsibility is asked before the baby leaves. */
  consent: z.strictObject({ what: ruleText, ...sourced }),
  /** Whom to ring, in their order, about a baby who is out without the mother. The app rings nobody (decision 32). */
  late: ring,
  missing: ring,
})
export type ApartContent = z.infer<typeof apartSchema>

/** A baby out without the mother: who goes along, who agrees, whom to ring. The child's status is the table of leave. */
export const leaveApartRuleSet: RuleSetKind<ApartContent> = {
  kind: 'leave-baby-apart',
  title: 'Leave of a baby without the mother',
  content: apartSchema,
  agreement: 'the trust’s safeguarding lead',
}
