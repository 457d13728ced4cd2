import type { Measure, Member, RecordRef } from '../assurance/measure.ts'
import { fail, incomplete, notEligible, pass, type Verdict } from '../assurance/verdict.ts'
import { inForceAt } from '../rule-sets/rule-set.ts'
import { dueOf } from '../shared/limits.ts'
import type { Cut, Instant, Period } from '../shared/time.ts'
import { stretchEnd, stretchOf } from './due.ts'
import type { AssessmentFact, PairFact, RelationshipFacts } from './facts.ts'
import { type RelationshipRules, relationshipRuleSet } from './rule-content.ts'

/** Measures 5d-1 and 5d-2 (assurance.md 2; decision 34: the denominator is the pair). Truth table: docs/states/relationship.md. */

export const rulesAt = (
  facts: Pick<RelationshipFacts, 'ruleSets'>,
  at: Instant,
): RelationshipRules | undefined => inForceAt(facts.ruleSets, relationshipRuleSet.kind, at)?.content

export const refTo = (
  type: string,
  { recordId, version }: { recordId: string; version: number },
): RecordRef => ({ type, recordId, version })

/**
 * Whether one stretch, which ends at `dueAt`, has its assessment: rated in it, and entered while it was fresh.
 * `inIt` are those that were rated in it.
 */
function stretchVerdict(
  pair: PairFact,
  own: readonly AssessmentFact[],
  inIt: readonly AssessmentFact[],
  dueAt: Instant,
  rules: RelationshipRules,
  cut: Cut,
): Verdict {
  const whole = inIt.filter(({ raters }) => raters > 0)
  const fresh = whole.filter(
    ({ ratedAt, enteredAt }) =>
      ratedAt !== null && enteredAt <= dueOf(rules.enterWithin.limit, ratedAt).at,
  )
  if (fresh.length > 0) return pass('Assessed in time')
  if (whole.length > 0)
    return fail('Dated in time, but entered too long after to count as an assessment of then')
  if (inIt.length > 0) return incomplete('The assessment does not say who rated it')
  if (pair.endedAt !== null && pair.endedAt < dueAt)
    return notEligible('Mother and baby were not together here to the end of these days')
  if (own.some(({ ratedAt }) => ratedAt === null))
    return incomplete('An assessment does not say when it was rated')
  return cut.at < dueAt
    ? notEligible('Not yet due: the limit has not run out')
    : fail('Not assessed within the limit')
}

function stretchMembers(
  facts: RelationshipFacts,
  period: Period,
  cut: Cut,
  counts: (n: number) => boolean,
): Member[] {
  const byPair = Map.groupBy(facts.assessments, ({ pairId }) => pairId)
  return facts.pairs.flatMap((pair) => {
    const rules = rulesAt(facts, pair.startedAt)
    if (!rules) return []
    const own = byPair.get(pair.recordId) ?? []
    const byStretch = Map.groupBy(own, ({ ratedAt }) =>
      ratedAt === null ? null : stretchOf(rules, pair.startedAt, ratedAt),
    )
    const refs = [refTo('pair', pair), ...own.map((one) => refTo('relationship_assessment', one))]
    // One before: the end of a stretch is the instant at which the next begins, and the period's own first instant is in it.
    const first = Math.max(1, stretchOf(rules, pair.startedAt, period.from) - 1)
    const members: Member[] = []
    let begins = first === 1 ? null : stretchEnd(rules, pair.startedAt, first - 1)
    for (let n = first; ; n += 1) {
      const at = stretchEnd(rules, pair.startedAt, n)
      if (at >= period.to) break
      // A stretch that began after they had left is none of theirs.
      if (begins !== null && pair.endedAt !== null && pair.endedAt <= begins) break
      begins = at
      if (at < period.from || !counts(n)) continue
      members.push({
        ...stretchVerdict(pair, own, byStretch.get(n) ?? [], at, rules, cut),
        key: `${pair.recordId}:${n}`,
        at,
        quantity: 1,
        records: [...refs],
      })
    }
    return members
  })
}

const source = 'Child Z, Finding Five d; the rhythm is a default that the unit approves'

export const baselineAssessed: Measure<RelationshipFacts> = {
  id: '5d-1',
  version: 1,
  requirement: '5d',
  minimumN: 5,
  unit: 'count',
  title: 'Relationship and parenting are assessed by day 7',
  population: 'Mothers and babies whose seventh day together here ends in the period',
  placedBy: 'The end of day 7',
  rule: 'An assessment with named raters was rated by the end of day 7, and entered within the unit’s limit for that',
  source,
  safetyCritical: false,
  members: (facts, period, cut) => stretchMembers(facts, period, cut, (n) => n === 1),
}

export const weeklyAssessed: Measure<RelationshipFacts> = {
  id: '5d-2',
  version: 1,
  requirement: '5d',
  minimumN: 5,
  unit: 'count',
  title: 'Relationship and parenting are assessed in each further week',
  population:
    'Whole weeks of a mother and baby together here, after the first, that end in the period',
  placedBy: 'The end of the week',
  rule: 'An assessment with named raters was rated in the week, and entered within the unit’s limit for that',
  source,
  safetyCritical: false,
  members: (facts, period, cut) => stretchMembers(facts, period, cut, (n) => n > 1),
}
