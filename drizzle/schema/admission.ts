import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { basisColumns, isDate, isInstant, refersTo, versioned, versionKeys } from './columns.ts'

/**
 * A referral as it was taken (product.md 2, 5a). It stays on the criteria and the information set that it
 * was started under, whatever the unit approves meanwhile.
 */
export const referral = sqliteTable(
  'referral',
  {
    ...versioned(),
    motherId: refersTo('mother_id').notNull(),
    /** The referrer's type, by its code in the criteria. */
    referrer: text('referrer').notNull(),
    referrerName: text('referrer_name').notNull(),
    referrerRole: text('referrer_role').notNull(),
    referrerOrganisation: text('referrer_organisation').notNull(),
    callBackNumber: text('call_back_number').notNull(),
    receivedAt: text('received_at').notNull(),
    /** Empty only in what was imported without it. */
    planned: integer('planned', { mode: 'boolean' }),
    /** When the decision has to be made, fixed when the referral came (architecture.md, law 5). */
    decisionDueAt: text('decision_due_at'),
    referralReason: text('referral_reason').notNull(),
    /** The mother's Mental Health Act status as it was told. */
    motherStatus: text('mother_status').notNull(),
    /** Whether children's social care is involved: yes, no, not-known, not-applicable or not-yet-asked. */
    socialCare: text('social_care').notNull(),
    criteriaId: refersTo('criteria_id').notNull(),
    informationSetId: refersTo('information_set_id').notNull(),
  },
  (t) => [
    ...versionKeys('referral', t),
    isInstant('referral_received', t.receivedAt),
    isInstant('referral_decision_due', t.decisionDueAt),
    index('referral_time').on(t.receivedAt),
    index('referral_mother').on(t.motherId),
  ],
)

/** A baby to be admitted with her, or one not yet born: then without a person, with an expected date. */
export const referralChild = sqliteTable(
  'referral_child',
  {
    ...versioned(),
    referralId: refersTo('referral_id').notNull(),
    personId: refersTo('person_id'),
    expectedOn: text('expected_on'),
  },
  (t) => [
    ...versionKeys('referral_child', t),
    isDate('referral_child_expected', t.expectedOn),
    index('referral_child_referral').on(t.referralId),
  ],
)

/** A service or person known to know her: requests and expected documents follow from it (domain.md 1.3). */
export const knownSource = sqliteTable(
  'known_source',
  {
    ...versioned(),
    referralId: refersTo('referral_id').notNull(),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    telephone: text('telephone'),
  },
  (t) => [...versionKeys('known_source', t), index('known_source_referral').on(t.referralId)],
)

/** The answer to one clause, with its basis and the date that the information describes (decision 17). */
export const clauseAnswer = sqliteTable(
  'clause_answer',
  {
    ...versioned(),
    referralId: refersTo('referral_id').notNull(),
    clauseId: text('clause_id').notNull(),
    /** yes, no, not-known, not-applicable or not-yet-asked */
    answer: text('answer').notNull(),
    describedOn: text('described_on'),
    /** A court or an order sets it: nobody may override it. */
    setByCourt: integer('set_by_court', { mode: 'boolean' }).notNull().default(false),
    answeredAt: text('answered_at').notNull(),
    note: text('note').notNull().default(''),
    ...basisColumns(),
    /** Empty for not-yet-asked alone. */
    basisKind: text('basis_kind'),
  },
  (t) => [
    ...versionKeys('clause_answer', t),
    check('clause_answer_basis', sql`${t.answer} = 'not-yet-asked' or ${t.basisKind} is not null`),
    isDate('clause_answer_described', t.describedOn),
    isInstant('clause_answer_answered', t.answeredAt),
    index('clause_answer_referral').on(t.referralId, t.clauseId),
  ],
)

/** An item of information: asked of somebody, received with the date that it describes, or not known. */
export const informationItem = sqliteTable(
  'information_item',
  {
    ...versioned(),
    referralId: refersTo('referral_id').notNull(),
    itemId: text('item_id').notNull(),
    sourceId: refersTo('source_id'),
    /** open, received, not-known or not-applicable */
    outcome: text('outcome').notNull(),
    askedOf: text('asked_of'),
    askedAt: text('asked_at'),
    chaseDueAt: text('chase_due_at'),
    receivedAt: text('received_at'),
    describedOn: text('described_on'),
    /** Whether the part that is a must-know is in it; empty where the item has none. */
    essentialPart: text('essential_part'),
    summary: text('summary').notNull().default(''),
    ...basisColumns(),
    /** Empty only while nothing came of asking. */
    basisKind: text('basis_kind'),
  },
  (t) => [
    ...versionKeys('information_item', t),
    check('information_item_basis', sql`${t.outcome} = 'open' or ${t.basisKind} is not null`),
    isInstant('information_item_asked', t.askedAt),
    isInstant('information_item_chase', t.chaseDueAt),
    isInstant('information_item_received', t.receivedAt),
    isDate('information_item_described', t.describedOn),
    index('information_item_referral').on(t.referralId, t.itemId),
  ],
)

/** Somebody who was asked for an item was asked again. */
export const informationChase = sqliteTable(
  'information_chase',
  {
    ...versioned(),
    informationItemId: refersTo('information_item_id').notNull(),
    chasedAt: text('chased_at').notNull(),
    chasedOf: text('chased_of').notNull(),
    nextDueAt: text('next_due_at').notNull(),
  },
  (t) => [
    ...versionKeys('information_chase', t),
    isInstant('information_chase_at', t.chasedAt),
    isInstant('information_chase_next', t.nextDueAt),
    index('information_chase_item').on(t.informationItemId),
  ],
)

/** A look-up in the child protection information service, made in another system (ADM-R-17). */
export const cpisCheck = sqliteTable(
  'cpis_check',
  {
    ...versioned(),
    referralId: refersTo('referral_id').notNull(),
    /** The referral's child whose flag was looked up. */
    childId: refersTo('child_id').notNull(),
    result: text('result').notNull(),
    /** Empty only in what was imported without it. */
    checkedAt: text('checked_at'),
    reference: text('reference'),
    note: text('note').notNull().default(''),
    /** The day on which the authority lifted the flag, with how that is known; empty while it stands. */
    endedOn: text('ended_on'),
    ...basisColumns(),
    /** Of the end alone. */
    basisKind: text('basis_kind'),
  },
  (t) => [
    ...versionKeys('cpis_check', t),
    isInstant('cpis_check_at', t.checkedAt),
    isDate('cpis_check_ended', t.endedOn),
    index('cpis_check_referral').on(t.referralId),
  ],
)

/**
 * An override of one clause, group or item by two people (decisions 17 and 18): a record against it, never
 * an answer. The second signs with their own password, or later where they agreed by telephone.
 */
export const clauseOverride = sqliteTable(
  'clause_override',
  {
    ...versioned(),
    referralId: refersTo('referral_id').notNull(),
    ruleId: text('rule_id').notNull(),
    because: text('because').notNull(),
    /** When what is missing must be there. */
    dueAt: text('due_at'),
    firstId: refersTo('first_id').notNull(),
    firstRole: text('first_role').notNull(),
    firstInCharge: integer('first_in_charge', { mode: 'boolean' }).notNull(),
    overriddenAt: text('overridden_at').notNull(),
    secondId: refersTo('second_id'),
    secondRole: text('second_role'),
    secondInCharge: integer('second_in_charge', { mode: 'boolean' }),
    /** password or telephone */
    secondBy: text('second_by'),
    secondTelephone: text('second_telephone'),
    secondSignedAt: text('second_signed_at'),
  },
  (t) => [
    ...versionKeys('clause_override', t),
    isInstant('clause_override_due', t.dueAt),
    isInstant('clause_override_at', t.overriddenAt),
    isInstant('clause_override_signed', t.secondSignedAt),
    index('clause_override_referral').on(t.referralId),
  ],
)

/** The arrival that a referral led to (RCPsych standards, sixth edition, 1.1.3: the source of all admissions). */
export const referralArrival = sqliteTable(
  'referral_arrival',
  {
    ...versioned(),
    referralId: refersTo('referral_id').notNull(),
    stayId: refersTo('stay_id').notNull(),
    cameFrom: text('came_from').notNull(),
    /** Why she came in although what the offer rested on had grown old; empty where nothing had. */
    outOfDateBecause: text('out_of_date_because'),
    /** She came in while no offer stood: the referral ends with the stay, and no check covers it. */
    withoutOffer: integer('without_offer', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [
    ...versionKeys('referral_arrival', t),
    index('referral_arrival_referral').on(t.referralId),
    index('referral_arrival_stay').on(t.stayId),
  ],
)
