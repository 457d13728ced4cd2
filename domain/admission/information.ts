import { z } from 'zod'
import type { RuleSetKind } from '../rule-sets/rule-set.ts'
import { limitSchema } from '../shared/limits.ts'
import { ruleText, sourced } from '../shared/source.ts'
import { type KnownSource, sourceKinds } from '../shared/who-knows-her.ts'
import { notApplicableRules } from './criteria.ts'

/** The information needed on mother and baby as data (domain.md 1.3; must-know defaults of decision 17). */

const itemSchema = z.strictObject({
  id: z.string().regex(/^ADM-R-\d{2}$/, 'Use the form ADM-R-01'),
  title: ruleText,
  /** What to ask for, in full. */
  asks: ruleText,
  /** Who may be able to say. */
  sources: z.array(z.enum(sourceKinds)).min(1),
  /** Older than this it is stale; null for what does not go out of date. */
  staleAfterDays: z.int().min(0).nullable(),
  /** Without it no offer; or only where children's social care is involved. */
  mustKnow: z.enum(['always', 'where-social-care', 'no']),
  /** The part that is a must-know, where it is not the whole. */
  essentialPart: ruleText.nullable(),
  /** Whether the item, and its essential part, may be not applicable. */
  notApplicable: z.enum(notApplicableRules),
  /** Asked of somebody, or read from the log of CP-IS checks. */
  from: z.enum(['asked', 'cpis-log']),
  ...sourced,
})
export type InformationRule = z.infer<typeof itemSchema>

const limit = z.strictObject({ limit: limitSchema, ...sourced })

export const informationItemsSchema = z
  .strictObject({
    items: z.array(itemSchema).min(1),
    /** When somebody who was asked is chased. */
    chaseUnplanned: limit,
    chasePlanned: limit,
  })
  .superRefine((set, context) => {
    const ids = set.items.map((item) => item.id)
    if (new Set(ids).size < ids.length)
      context.addIssue({ code: 'custom', message: 'An id is there twice' })
  })
export type InformationItems = z.infer<typeof informationItemsSchema>

/** One question to one source; `source` is null where nobody who could say is known yet. */
export interface InformationRequest {
  itemId: string
  source: KnownSource | null
}

/**
 * The requests that follow from who is known to know her: each item asked of every source of its kinds. An
 * item that nobody known could answer stays in the list, without a source: it is a gap, not done.
 */
export function requestsFor(
  set: InformationItems,
  known: readonly KnownSource[],
): InformationRequest[] {
  return set.items
    .filter((item) => item.from === 'asked')
    .flatMap((item): InformationRequest[] => {
      const sources = known.filter((one) => item.sources.includes(one.kind))
      return sources.length > 0
        ? sources.map((source) => ({ itemId: item.id, source }))
        : [{ itemId: item.id, source: null }]
    })
}

export const informationItems: RuleSetKind<InformationItems> = {
  kind: 'information-items',
  title: 'Information needed on mother and baby',
  content: informationItemsSchema,
}
