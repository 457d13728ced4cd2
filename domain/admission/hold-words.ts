import type { Answer } from '../shared/answer.ts'
import { formatDate } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'
import { ageOfInformation, type ClauseFact, type ClauseStanding } from './clauses.ts'
import type { Clause } from './criteria.ts'
import type { BareHold, Hold } from './hold.ts'
import type { InformationRule } from './information.ts'
import type { ItemFact, ItemStanding } from './items.ts'

/** Why an offer is held and what would release it, in the words that a ward manager reads. */

const overrideHint = 'an override by two authorised people'

/** Only a present stop and a court's limit are beyond override (decision 17); a stop is so whatever its answer. */
const isOverridable = (clause: Clause, fact: ClauseFact | undefined) =>
  clause.kind !== 'stop' && !fact?.setByCourt

const kindOf = (clause: Clause): Hold['kind'] =>
  clause.kind === 'process' ? 'inclusion' : clause.kind

/** The hold of one clause, or undefined where it does not hold. */
export function clauseHold(
  clause: Clause,
  standing: ClauseStanding,
  fact: ClauseFact | undefined,
): BareHold | undefined {
  if (standing === 'met' || standing === 'not-applicable') return undefined
  const overridable = isOverridable(clause, fact)
  const missing = standing !== 'not-met'
  const why = clauseReason(clause, standing, fact)
  return {
    ruleId: clause.id,
    overrideAgainst: [clause.id],
    kind: kindOf(clause),
    reason: `${clause.title}: ${why}`,
    toldAs: `${clause.title}: ${standing === 'not-yet-asked' ? 'not answered yet' : why}`,
    ...released(clauseRelease(clause, standing, fact), overridable, missing),
    missing,
    overridable,
    since: fact?.recordedAt ?? '',
  }
}

const presentWords: Record<Clause['kind'], string> = {
  inclusion: 'not met',
  process: 'not met',
  exclusion: 'present',
  defer: 'present, so not now',
  stop: 'present, and nobody may override it',
}

function clauseReason(
  clause: Clause,
  standing: ClauseStanding,
  fact: ClauseFact | undefined,
): string {
  switch (standing) {
    case 'not-yet-asked':
      return 'nobody has asked yet'
    case 'not-known':
      return clause.answered === 'asked' ? 'asked, and not known' : 'cannot be worked out'
    case 'stale':
      return fact?.describedOn
        ? `the answer describes ${formatDate(fact.describedOn)}, longer ago than ${clause.staleAfterDays} days`
        : 'the answer has no date'
    default:
      return fact?.setByCourt ? 'set by a court' : presentWords[clause.kind]
  }
}

function clauseRelease(
  clause: Clause,
  standing: ClauseStanding,
  fact: ClauseFact | undefined,
): string {
  if (standing === 'stale') return 'A newer answer'
  if (standing !== 'not-met') {
    return clause.answered === 'computed'
      ? computedNeeds[clause.computation ?? 'referrer-accepted']
      : `An answer to: ${clause.question}`
  }
  if (fact?.setByCourt) return 'A change by the court'
  if (clause.kind === 'stop') return 'A change of the order or plan'
  return clause.kind === 'defer' ? 'The risk has passed' : `Other facts: ${clause.evidence}`
}

const mothersBirth = "The mother's date of birth"
const datesOfBaby = "The baby's date of birth, or the expected date of delivery"
const computedNeeds: Record<NonNullable<Clause['computation']>, string> = {
  'in-the-age-window': datesOfBaby,
  'time-for-a-stay': datesOfBaby,
  'outside-the-age-window': datesOfBaby,
  'old-enough': mothersBirth,
  'too-young': mothersBirth,
  'referrer-accepted': 'The type of the referrer',
}

const released = (answer: string, overridable: boolean, missing: boolean) => ({
  answer,
  release: overridable
    ? `${answer}${answer.endsWith('?') ? ' Or' : ', or'} ${overrideHint}${missing ? ' with a deadline' : ''}`
    : answer,
})

interface GroupMember {
  clause: Clause
  standing: ClauseStanding
  fact: ClauseFact | undefined
}

/** The hold of a group of which no clause is met. */
export function groupHold(
  group: { id: string; title: string },
  members: readonly GroupMember[],
): BareHold {
  const open = members.filter(
    ({ standing }) => standing !== 'not-met' && standing !== 'not-applicable',
  )
  const overridable = members.every(({ clause, fact }) => isOverridable(clause, fact))
  const titles = (list: readonly GroupMember[]) => list.map(({ clause }) => clause.title).join('; ')
  const reason =
    open.length > 0
      ? `${group.title}: none is met, and not all are answered`
      : `${group.title}: none is met`
  return {
    ruleId: group.id,
    overrideAgainst: [group.id, ...members.map(({ clause }) => clause.id)],
    kind: 'inclusion',
    reason,
    toldAs: reason,
    ...released(
      `Yes to at least one of: ${titles(open.length > 0 ? open : members)}`,
      overridable,
      open.length > 0,
    ),
    missing: open.length > 0,
    overridable,
    since:
      members
        .map(({ fact }) => fact?.recordedAt ?? '')
        .sort()
        .at(-1) ?? '',
  }
}

/** The hold of one must-know item, or undefined where it does not hold. */
export function itemHold(
  rule: InformationRule,
  standing: ItemStanding,
  fact: ItemFact | undefined,
  socialCare: Answer,
  at: Instant,
): BareHold | undefined {
  if (standing === 'in-date' || standing === 'not-applicable') return undefined
  return {
    ruleId: rule.id,
    overrideAgainst: [rule.id],
    kind: 'information',
    reason: `${rule.title}: ${itemReason(rule, standing, fact, at)}`,
    toldAs: `${rule.title}: ${toldOutside[standing] ?? itemReason(rule, standing, fact, at)}`,
    ...released(itemRelease(rule, standing, socialCare), true, true),
    missing: true,
    overridable: true,
    since: fact?.recordedAt ?? '',
  }
}

function itemReason(
  rule: InformationRule,
  standing: ItemStanding,
  fact: ItemFact | undefined,
  at: Instant,
): string {
  const asked = fact?.askedOf ? `asked of ${fact.askedOf}` : 'asked'
  switch (standing) {
    case 'never-asked':
      return rule.from === 'cpis-log'
        ? 'not looked up for every child'
        : 'nobody has been asked yet'
    case 'not-received':
      return `${asked}, not received`
    case 'not-known':
      return `${asked}, and not known`
    case 'part-missing':
      return `received without ${rule.essentialPart}`
    default: {
      const age = ageOfInformation(fact?.describedOn ?? null, at)
      return age === null
        ? 'received without the date that it describes'
        : `${age} days old, the limit is ${rule.staleAfterDays}`
    }
  }
}

const toldOutside: Partial<Record<ItemStanding, string>> = {
  'never-asked': 'not there yet',
  'not-received': 'asked for, not received',
  'not-known': 'asked for, and not known',
}

function itemRelease(rule: InformationRule, standing: ItemStanding, socialCare: Answer): string {
  if (rule.from === 'cpis-log') return 'A look-up for every child'
  const wanted = standing === 'stale' ? `Newer: ${rule.asks}` : rule.asks
  return rule.mustKnow === 'where-social-care' && socialCare !== 'yes'
    ? `${wanted} (or the word of the authority that social care is not involved)`
    : wanted
}
