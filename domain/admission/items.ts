import type { Answer } from '../shared/answer.ts'
import { dateOf, laterOf } from '../shared/calendar.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import { isApplicable, isStale } from './clauses.ts'
import type { InformationItems, InformationRule } from './information.ts'
import type { CpisCheck, InformationItem, ItemOutcome, ReferralCheck } from './record.ts'

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

function askedFact(
  rule: InformationRule,
  item: InformationItem | undefined,
  check: ReferralCheck,
): ItemFact {
  const isWrong = item?.outcome === 'not-applicable' && isApplicable(rule.notApplicable, check)
  if (!item || isWrong) return { ...nothing, itemId: rule.id, recordedAt: check.facts.recordedAt }
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

type Result = CpisCheck & { checkedAt: Instant }

const isResult = (check: CpisCheck): check is Result =>
  check.result !== 'not-available' && check.checkedAt !== null

const byTime = (a: Result, b: Result) => (a.checkedAt < b.checkedAt ? -1 : 1)

/** The newest look-up for a child that gave a result. */
export const newestResult = (checks: readonly CpisCheck[], childKey: string): Result | undefined =>
  checks
    .filter(isResult)
    .filter((one) => one.childKey === childKey)
    .sort(byTime)
    .at(-1)

/**
 * Whether children's social care is involved: as it was told, and yes wherever a look-up shows a flag,
 * whatever was told (Child Z, Finding Two: partial information).
 */
export function socialCareInvolved(check: ReferralCheck): Answer {
  const flagged = check.facts.children.some((child) => {
    const found = newestResult(check.cpisChecks, child.key)
    return found !== undefined && found.result !== 'no-flag'
  })
  return flagged ? 'yes' : check.facts.socialCare
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
