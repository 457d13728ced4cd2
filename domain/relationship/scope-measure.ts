import type { Measure, Member } from '../assurance/measure.ts'
import { fail, incomplete, notEligible, pass, type Verdict } from '../assurance/verdict.ts'
import { dueOf } from '../shared/limits.ts'
import type { Cut, Instant } from '../shared/time.ts'
import { stretchEnd } from './due.ts'
import type { PairFact, RelationshipFacts, SharingFact } from './facts.ts'
import { baselineAssessed, refTo, rulesAt, weeklyAssessed } from './measures.ts'

/** Measure 5d-6: the professionals round a family know what the unit assesses (Finding Five d). Truth table: docs/states/relationship.md. */

/** Whose contacts are social workers. */
export const socialWorkAgencies: readonly string[] = [
  'social-worker',
  'emergency-duty-team',
  'host-authority',
]

/** Who works with a family and has to have it: the social worker where there is one, else anybody. */
const mayBe = (agencies: readonly string[]) =>
  agencies.some((agency) => socialWorkAgencies.includes(agency))
    ? ({ recipient }: SharingFact) => recipient === 'social-worker'
    : ({ recipient }: SharingFact) => recipient !== 'mother'

interface Own {
  agencies: readonly string[]
  sharings: readonly SharingFact[]
  acknowledged: ReadonlyMap<string, Instant | null>
}

function sentAndAcknowledged(pair: PairFact, own: Own, sendBy: Instant, cut: Cut): Verdict {
  if (own.agencies.length === 0)
    return notEligible('No professional outside who works with them is on record')
  const sent = own.sharings
    .filter((one) => one.acknowledgeDueAt !== null && mayBe(own.agencies)(one))
    .sort((a, b) => (a.sharedAt < b.sharedAt ? -1 : 1))
  const inTime = sent.filter(({ sharedAt }) => sharedAt <= sendBy)
  if (inTime.length === 0) {
    if (sent.length > 0) return fail('Sent after the limit')
    if (pair.endedAt !== null && pair.endedAt < sendBy)
      return notEligible('Mother and baby had left before the limit')
    return cut.at <= sendBy
      ? notEligible('Not yet due: the limit has not run out')
      : fail('The scope statement was not sent within the limit')
  }
  const answers = inTime.map((one) => acknowledgedInTime(one, own, cut))
  return (
    answers.find((one) => one.class === 'pass') ??
    answers.find((one) => one.class === 'incomplete') ??
    answers.find((one) => one.class === 'not-eligible') ??
    fail('Sent in time, and not acknowledged within its limit')
  )
}

function acknowledgedInTime(sharing: SharingFact, { acknowledged }: Own, cut: Cut): Verdict {
  const dueAt = sharing.acknowledgeDueAt ?? sharing.sharedAt
  const at = acknowledged.get(sharing.recordId)
  if (at === null) return incomplete('When it was acknowledged is not known')
  if (at !== undefined)
    return at <= dueAt
      ? pass('Sent in time, and acknowledged by a named person')
      : fail('Acknowledged after the limit')
  return cut.at <= dueAt
    ? notEligible('Not yet due: sent, and the limit to acknowledge has not run out')
    : fail('Not acknowledged within the limit')
}

export const scopeSent: Measure<RelationshipFacts> = {
  id: '5d-6',
  version: 1,
  requirement: '5d',
  minimumN: 5,
  unit: 'count',
  title: 'Professionals have the scope statement, and have acknowledged it',
  population: 'Mothers and babies with professionals outside, by the end of the limit for sending',
  placedBy: 'The end of the limit for sending: two working days after day 7',
  rule: 'The unit’s scope statement was sent in time, to the social worker where there is one, and a named person acknowledged it within its limit',
  source: 'Child Z, Finding Five d; the limits are defaults that the unit approves',
  safetyCritical: false,
  members(facts, period, cut) {
    const sharings = Map.groupBy(facts.sharings, ({ pairId }) => pairId)
    const acknowledged = new Map(
      facts.acknowledgements.map((one) => [one.subjectId, one.acknowledgedAt]),
    )
    const acknowledgementOf = Map.groupBy(facts.acknowledgements, ({ subjectId }) => subjectId)
    return facts.pairs.flatMap((pair): Member[] => {
      const rules = rulesAt(facts, pair.startedAt)
      if (!rules) return []
      const sendBy = dueOf(rules.sendWithin.limit, stretchEnd(rules, pair.startedAt, 1)).at
      if (sendBy < period.from || sendBy >= period.to) return []
      const network = facts.network.filter(
        ({ personId }) => personId === pair.motherId || personId === pair.babyId,
      )
      const own = sharings.get(pair.recordId) ?? []
      const agencies = network.map(({ agency }) => agency)
      return [
        {
          ...sentAndAcknowledged(pair, { agencies, sharings: own, acknowledged }, sendBy, cut),
          key: pair.recordId,
          at: sendBy,
          quantity: 1,
          records: [
            refTo('pair', pair),
            ...network.map((one) => refTo('contact', one)),
            ...own.map((one) => refTo('relationship_sharing', one)),
            ...own
              .flatMap(({ recordId }) => acknowledgementOf.get(recordId) ?? [])
              .map((one) => refTo('relationship_acknowledgement', one)),
          ],
        },
      ]
    })
  },
}

/** The measures of the assessment of relationship and parenting. */
export const relationshipMeasures: readonly Measure<RelationshipFacts>[] = [
  baselineAssessed,
  weeklyAssessed,
  scopeSent,
]
