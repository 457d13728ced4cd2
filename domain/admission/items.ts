import type { Answer } from '../shared/answer.ts'
import { dateOf, laterOf } from '../shared/calendar.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import { isApplicable, isStale } from './clauses.ts'
import type { InformationItems, InformationRule } from './information.ts'
import type { InformationItem, ItemOutcome, ReferralCheck } from './record.ts'
import { byTime, newestResult, socialCareInvolved } from './social-care.ts'

/** An item of information as a decision keeps it. */
export interface ItemFact {
  itemId: string
  outcome: ItemOutcome
  askedOf: string | null
  askedAt: Instant | null
  receivedAt: Instant | null
  describedOn: CivilDate | null
  essentialPart: Answer | null
  recordedAt: Instant
  row: { recordId: string; version: number } | null
}

/** Every item of the set with what is held of it; the CP-IS item is read from the log of checks. */
export function itemFactsOf(
  check: ReferralCheck,
  items: readonly InformationItem[],
  set: InformationItems,
): ItemFact[] {
  const held = new Map(items.map((item) => [item.itemId, item]))
  return set.items.map((rule) =>
    rule.from === 'cpis-log' ? cpisFact(rule, check) : askedFact(rule, held.get(rule.id), check),
  )
}

const nothing = {
  outcome: 'open',
  askedOf: null,
  askedAt: null,
  receivedAt: null,
  describedOn: null,
  essentialPart: null,
  row: null,
} as const

/**
 * Whether "not applicable" is no answer to this item here. What is a must-know because social care is involved
 * is about what social care holds: "they hold none" is a receipt, with how it is known (decision 17).
 */
export const isItemNeeded = (rule: InformationRule, check: ReferralCheck): boolean =>
  isApplicable(rule.notApplicable, check) ||
  (rule.mustKnow === 'where-social-care' && isMustKnow(rule, socialCareInvolved(check)))

function askedFact(
  rule: InformationRule,
  item: InformationItem | undefined,
  check: ReferralCheck,
): ItemFact {
  const isWrong = item?.outcome === 'not-applicable' && isItemNeeded(rule, check)
  if (!item || isWrong)
    return {
      ...nothing,
      itemId: rule.id,
      recordedAt: laterOf(check.facts.recordedAt, check.facts.socialCareSince),
    }
  const isPartWrong =
    item.essentialPart === 'not-applicable' && isApplicable(rule.notApplicable, check)
  const { recordId, version, ...rest } = item
  if (!isPartWrong) return { ...rest, row: { recordId, version } }
  const recordedAt = laterOf(rest.recordedAt, check.facts.recordedAt)
  return { ...rest, essentialPart: 'not-yet-asked', recordedAt, row: { recordId, version } }
}

/** Looked up for every child, or not at all: what the item describes is the oldest of their newest checks. */
function cpisFact(rule: InformationRule, check: ReferralCheck): ItemFact {
  const newest = check.facts.children.map((child) => newestResult(check.cpisChecks, child.key))
  const [oldest] = newest.filter((one) => one !== undefined).sort(byTime)
  if (!oldest || newest.includes(undefined)) {
    return { ...nothing, itemId: rule.id, recordedAt: check.facts.recordedAt }
  }
  return {
    ...nothing,
    itemId: rule.id,
    outcome: 'received',
    receivedAt: oldest.checkedAt,
    describedOn: dateOf(oldest.checkedAt),
    recordedAt: oldest.recordedAt,
    row: { recordId: oldest.recordId, version: oldest.version },
  }
}

/** What is held of an item, as the offer sees it. */
export const itemStandings = [
  'not-applicable',
  'never-asked',
  'not-received',
  'not-known',
  'part-missing',
  'stale',
  'in-date',
] as const
export type ItemStanding = (typeof itemStandings)[number]

/** The ladder from what is held of an item to its standing. Truth table: docs/states/admission.md, 2. */
export function itemStanding(
  rule: InformationRule,
  fact: Pick<ItemFact, 'outcome' | 'askedAt' | 'describedOn' | 'essentialPart'> | undefined,
  at: Instant,
): ItemStanding {
  if (!fact || (fact.outcome === 'open' && fact.askedAt === null)) return 'never-asked'
  if (fact.outcome === 'open') return 'not-received'
  if (fact.outcome === 'not-known') return 'not-known'
  if (fact.outcome === 'not-applicable') return 'not-applicable'
  if (!hasEssentialPart(rule, fact.essentialPart)) return 'part-missing'
  return isStale(rule.staleAfterDays, fact.describedOn, at) ? 'stale' : 'in-date'
}

const hasEssentialPart = (rule: InformationRule, part: Answer | null) =>
  rule.essentialPart === null || part === 'yes' || part === 'not-applicable'

/** Whether an item is a must-know for this referral; where nobody knows of social care, it is (decision 17). */
export const isMustKnow = (rule: InformationRule, socialCare: Answer): boolean =>
  rule.mustKnow === 'always' || (rule.mustKnow === 'where-social-care' && socialCare !== 'no')
