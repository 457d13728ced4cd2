import type {
  ClauseAnswer,
  CpisCheck,
  CpisResult,
  Decider,
  DecisionOutcome,
  InformationItem,
  ItemOutcome,
  Override,
} from '#domain/admission/record.ts'
import type { Answer } from '#domain/shared/answer.ts'
import type { SourceKind } from '#domain/shared/who-knows-her.ts'
import type { ArrivalSource } from '#domain/stays/arrival-source.ts'
import type { Role } from '#domain/users/roles.ts'
import {
  clauseAnswer,
  clauseOverride,
  cpisCheck,
  informationChase,
  informationItem,
  knownSource,
  referral,
  referralArrival,
  referralChild,
} from '#drizzle/schema/admission.ts'
import { admissionDecision } from '#drizzle/schema/admission-decisions.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

/** The rows of referrals as they stood at a cut. Each read takes the referrals by id. */

const ofReferrals = 't.referral_id in (select value from json_each(@ids))'
const stamped = ['recordId', 'version', 'recordedAt', 'author', 'referralId'] as const
const basisColumns = ['basisKind', 'basisBy', 'basisOn', 'basisDocument'] as const

const referrals = standing(
  referral,
  [
    'recordId',
    'version',
    'recordedAt',
    'author',
    'motherId',
    'referrer',
    'referrerName',
    'referrerRole',
    'referrerOrganisation',
    'callBackNumber',
    'receivedAt',
    'planned',
    'decisionDueAt',
    'referralReason',
    'motherStatus',
    'socialCare',
    'criteriaId',
    'informationSetId',
  ],
  't.record_id in (select value from json_each(@ids))',
  't.received_at, t.record_id',
)
const children = standing(
  referralChild,
  [...stamped, 'personId', 'expectedOn'],
  ofReferrals,
  't.record_id',
)
const sources = standing(
  knownSource,
  [...stamped, 'kind', 'name', 'telephone'],
  ofReferrals,
  't.record_id',
)
const answers = standing(
  clauseAnswer,
  [
    ...stamped,
    'clauseId',
    'answer',
    'describedOn',
    'setByCourt',
    'answeredAt',
    'note',
    ...basisColumns,
  ],
  ofReferrals,
)
const itemColumns = [
  ...stamped,
  'itemId',
  'outcome',
  'askedOf',
  'askedAt',
  'chaseDueAt',
  'receivedAt',
  'describedOn',
  'essentialPart',
  'summary',
  ...basisColumns,
] as const
// An item as a whole has no source; beside it stands one row for each source that was asked.
const items = standing(informationItem, itemColumns, `t.source_id is null and ${ofReferrals}`)
const requests = standing(
  informationItem,
  [...itemColumns, 'sourceId'],
  `t.source_id is not null and ${ofReferrals}`,
  't.asked_at, t.record_id',
)
const chases = standing(
  informationChase,
  ['recordId', 'author', 'informationItemId', 'chasedAt', 'chasedOf', 'nextDueAt'],
  `t.information_item_id in (select i.record_id from information_item i
    where i.referral_id in (select value from json_each(@ids)))`,
  't.chased_at, t.record_id',
)
const checks = standing(
  cpisCheck,
  [...stamped, 'childId', 'result', 'checkedAt', 'reference', 'note', 'endedOn', ...basisColumns],
  ofReferrals,
  't.checked_at, t.record_id',
)
const overrides = standing(
  clauseOverride,
  [
    ...stamped,
    'ruleId',
    'because',
    'dueAt',
    'firstId',
    'firstRole',
    'firstInCharge',
    'overriddenAt',
    'secondId',
    'secondRole',
    'secondInCharge',
    'secondBy',
    'secondTelephone',
    'secondSignedAt',
  ],
  ofReferrals,
  't.overridden_at, t.record_id',
)
const decisions = standing(
  admissionDecision,
  [
    ...stamped,
    'outcome',
    'decidedAt',
    'deciderId',
    'deciderRole',
    'bedId',
    'expectedArrivalAt',
    'reasonCode',
    'note',
    'signposting',
    'signpostingNote',
    'waitingOn',
    'withdrawnBy',
    'referrerToldDueAt',
    'referrerToldAt',
    'referrerToldTo',
    'referrerToldHow',
    'socialCare',
    'childIds',
    'criteriaId',
    'informationSetId',
  ],
  ofReferrals,
  't.decided_at, t.record_id',
)
const arrivals = standing(
  referralArrival,
  [...stamped, 'stayId', 'cameFrom', 'withoutOffer'],
  ofReferrals,
  't.record_id',
)

export type Ids = readonly string[]
const named = (ids: Ids) => ({ ids: JSON.stringify(ids) })

export const referralRows = (db: ReadDb, ids: Ids, seq: number = newest) =>
  referrals.at(db, seq, named(ids)).map((row) => ({ ...row, socialCare: row.socialCare as Answer }))
export type ReferralRow = ReturnType<typeof referralRows>[number]

export const childRows = (db: ReadDb, ids: Ids, seq: number = newest) =>
  children.at(db, seq, named(ids))
export type ChildRow = ReturnType<typeof childRows>[number]

export const sourceRows = (db: ReadDb, ids: Ids, seq: number = newest) =>
  sources.at(db, seq, named(ids)).map((row) => ({ ...row, kind: row.kind as SourceKind }))

export type SourceRow = ReturnType<typeof sourceRows>[number]

export const answerRows = (db: ReadDb, ids: Ids, seq: number = newest) =>
  answers
    .at(db, seq, named(ids))
    .map((row) => ({ ...row, answer: row.answer as Answer }) satisfies ClauseAnswer)
export type AnswerRow = ReturnType<typeof answerRows>[number]

export const itemRows = (db: ReadDb, ids: Ids, seq: number = newest) =>
  items.at(db, seq, named(ids)).map(
    (row) =>
      ({
        ...row,
        outcome: row.outcome as ItemOutcome,
        essentialPart: row.essentialPart as Answer | null,
      }) satisfies InformationItem,
  )
export type ItemRow = ReturnType<typeof itemRows>[number]

/** What each source was asked for, and what came of it. */
export const requestRows = (db: ReadDb, ids: Ids, seq: number = newest) =>
  requests.at(db, seq, named(ids)).map((row) => ({
    ...row,
    sourceId: row.sourceId ?? '',
    outcome: row.outcome as ItemOutcome,
  }))
export type RequestRow = ReturnType<typeof requestRows>[number]

export const chaseRows = (db: ReadDb, ids: Ids, seq: number = newest) =>
  chases.at(db, seq, named(ids))

export const cpisRows = (db: ReadDb, ids: Ids, seq: number = newest) =>
  checks
    .at(db, seq, named(ids))
    .map(
      ({ childId, ...row }) =>
        ({ ...row, childKey: childId, result: row.result as CpisResult }) satisfies CpisCheck,
    )

export type CpisRow = ReturnType<typeof cpisRows>[number]

export const overrideRows = (db: ReadDb, ids: Ids, seq: number = newest) =>
  overrides.at(db, seq, named(ids)).map(asOverride)
export type OverrideRow = ReturnType<typeof overrideRows>[number]

function asOverride(row: ReturnType<typeof overrides.at>[number]) {
  const { firstId, firstRole, firstInCharge, secondId, secondRole, secondInCharge, ...rest } = row
  const first: Decider = {
    staffId: firstId,
    role: firstRole as Role,
    nurseInCharge: firstInCharge,
  }
  const second: Decider | null =
    secondId === null
      ? null
      : { staffId: secondId, role: secondRole as Role, nurseInCharge: secondInCharge === true }
  return {
    ...rest,
    first,
    second,
    secondBy: row.secondBy as Override['secondBy'],
  } satisfies Override
}

const words = (joined: string): string[] => (joined === '' ? [] : joined.split(' '))

export const decisionRows = (db: ReadDb, ids: Ids, seq: number = newest) =>
  decisions
    .at(db, seq, named(ids))
    .map(({ signposting, waitingOn, childIds, outcome, socialCare, ...row }) => ({
      ...row,
      outcome: outcome as DecisionOutcome,
      socialCare: socialCare as Answer,
      signposting: words(signposting),
      waitingOn: words(waitingOn),
      childKeys: words(childIds),
    }))
export type DecisionRow = ReturnType<typeof decisionRows>[number]

export const arrivalRows = (db: ReadDb, ids: Ids, seq: number = newest) =>
  arrivals.at(db, seq, named(ids))

const sourcesOfStays = standing(
  referralArrival,
  ['stayId', 'cameFrom'],
  't.stay_id in (select value from json_each(@ids))',
)

/** Where the mothers of these stays came from, by stay; without a referral nothing is known. */
export const arrivalOfStays = (db: ReadDb, stayIds: Ids): Map<string, ArrivalSource> =>
  new Map(
    sourcesOfStays
      .at(db, newest, named(stayIds))
      .map(({ stayId, cameFrom }) => [stayId, cameFrom as ArrivalSource]),
  )
