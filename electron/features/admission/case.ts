import { type AdmissionCriteria, admissionCriteria } from '#domain/admission/criteria.ts'
import { type InformationItems, informationItems } from '#domain/admission/information.ts'
import type { ReferralFile } from '#domain/admission/record.ts'
import type { AdmissionRules } from '#domain/admission/rules.ts'
import type { RuleSet } from '#domain/rule-sets/rule-set.ts'
import { lastDecision } from '#domain/shared/decision-order.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { stay } from '#drizzle/schema/stays.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { AuditNote, ReadDb } from '../../platform/unit-of-work.ts'
import { ruleSetsOf } from '../rule-sets/in-force.ts'
import { knownFacts } from './known-facts.ts'
import { firstActs, knownSinceOffers } from './known-since.ts'
import {
  type AnswerRow,
  answerRows,
  arrivalRows,
  type ChildRow,
  type CpisRow,
  childRows,
  cpisRows,
  type DecisionRow,
  decisionRows,
  type Ids,
  type ItemRow,
  itemRows,
  type OverrideRow,
  overrideRows,
  type ReferralRow,
  type RequestRow,
  referralRows,
  requestRows,
  type SourceRow,
  sourceRows,
} from './queries.ts'

/** A referral with everything that the rules need of it, and the versions of the rules that it was started under. */
export interface ReferralCase extends ReferralFile {
  referral: ReferralRow
  children: readonly ChildRow[]
  answers: readonly AnswerRow[]
  items: readonly ItemRow[]
  sources: readonly SourceRow[]
  /** The items as each source was asked for them. */
  requests: readonly RequestRow[]
  cpisChecks: readonly CpisRow[]
  overrides: readonly OverrideRow[]
  decisions: readonly (DecisionRow & { decidedAt: Instant })[]
  arrival: { recordId: string; stayId: string; cameFrom: string } | null
  /** When the stay that it led to ended. */
  leftAt: Instant | null
  rules: AdmissionRules
  criteriaSet: RuleSet<AdmissionCriteria>
  informationSet: RuleSet<InformationItems>
}

const stays = standing(
  stay,
  ['recordId', 'arrivedAt', 'endedAt'],
  't.record_id in (select value from json_each(@ids))',
)

/** The referrals of these ids as they stand, by the time at which they were received. */
export function referralCases(db: ReadDb, ids: Ids): ReferralCase[] {
  const rows = referralRows(db, ids)
  const children = childRows(db, ids)
  const facts = knownFacts(db, rows, children)
  const own = {
    children: groups(children),
    answers: groups(answerRows(db, ids)),
    items: groups(itemRows(db, ids)),
    sources: groups(sourceRows(db, ids)),
    requests: groups(requestRows(db, ids)),
    checks: groups(cpisRows(db, ids)),
    overrides: groups(overrideRows(db, ids)),
    decisions: groups(
      decisionRows(db, ids).map((one) => ({ ...one, decidedAt: one.decidedAt ?? one.recordedAt })),
    ),
  }
  const arrivals = arrivalRows(db, ids)
  const stayOf = new Map(
    stays
      .at(db, newest, { ids: JSON.stringify(arrivals.map((one) => one.stayId)) })
      .map((one) => [one.recordId, one]),
  )
  const acts = firstActs(db, ids)
  // What an arrival has ended, or another decision, is opened by nothing any more.
  const mayReopen = (id: string) =>
    lastDecision(own.decisions.get(id) ?? [])?.outcome === 'offered' &&
    !arrivals.some((one) => one.referralId === id)
  const criteria = byId(ruleSetsOf(db, admissionCriteria))
  const information = byId(ruleSetsOf(db, informationItems))
  return rows.flatMap((referral): ReferralCase[] => {
    const id = referral.recordId
    const criteriaSet = criteria.get(referral.criteriaId)
    const informationSet = information.get(referral.informationSetId)
    const known = facts.get(id)
    if (!criteriaSet || !informationSet || !known) throw new Error('A referral without its rules')
    const arrival = arrivals.find((one) => one.referralId === id)
    return [
      {
        referral,
        receivedAt: referral.receivedAt,
        planned: referral.planned ?? false,
        facts: known,
        children: own.children.get(id) ?? [],
        answers: own.answers.get(id) ?? [],
        items: own.items.get(id) ?? [],
        sources: own.sources.get(id) ?? [],
        requests: (own.requests.get(id) ?? []).filter(isOf(own.sources.get(id) ?? [])),
        cpisChecks: own.checks.get(id) ?? [],
        overrides: own.overrides.get(id) ?? [],
        decisions: own.decisions.get(id) ?? [],
        arrival: arrival ?? null,
        arrivedAt: (arrival && stayOf.get(arrival.stayId)?.arrivedAt) ?? null,
        leftAt: (arrival && stayOf.get(arrival.stayId)?.endedAt) ?? null,
        cameWithoutOffer: arrival?.withoutOffer ?? false,
        knownSinceOffers: mayReopen(id) ? knownSinceOffers(db, id, 'the last decision') : [],
        firstActAt: acts.get(id) ?? null,
        rules: { criteria: criteriaSet.content, information: informationSet.content },
        criteriaSet,
        informationSet,
      },
    ]
  })
}

/** One referral; refuses where there is none. */
export function referralCase(db: ReadDb, id: string, field = 'referralId'): ReferralCase {
  return (
    referralCases(db, [id])[0] ??
    refuse('not-found', 'This referral is not on record', [
      { field, message: 'Choose a referral that is on record' },
    ])
  )
}

/** The people whom a referral tells of: the mother, and the babies who are born. */
export const peopleOf = ({ referral, children }: Pick<ReferralCase, 'referral' | 'children'>) => [
  referral.motherId,
  ...children.flatMap((one) => one.personId ?? []),
]

/** The note of a write about a referral, with the people whom it concerns. */
export const referralNote = (
  file: Pick<ReferralCase, 'referral' | 'children'>,
  note: Omit<AuditNote, 'patients'>,
): AuditNote => ({ ...note, patients: peopleOf(file) })

const groups = <Row extends { referralId: string }>(rows: readonly Row[]) =>
  Map.groupBy(rows, (row) => row.referralId)
const byId = <Row extends { recordId: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.recordId, row]))

/** What a source was asked that was entered in error is asked of nobody, and chased no more. */
const isOf = (sources: readonly SourceRow[]) => {
  const ids = new Set(sources.map(({ recordId }) => recordId))
  return ({ sourceId }: RequestRow) => ids.has(sourceId)
}
