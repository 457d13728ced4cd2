import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import {
  basisColumns,
  endColumns,
  isDate,
  isInstant,
  isInteger,
  isNhsNumber,
  refersTo,
  versioned,
  versionKeys,
} from './columns.ts'

/** A mother, a baby, or another person in their lives. */
export const person = sqliteTable(
  'person',
  {
    ...versioned(),
    /** mother, baby or other */
    kind: text('kind').notNull(),
    givenName: text('given_name').notNull(),
    familyName: text('family_name').notNull(),
    /** Both names without case, accents or marks, for search. */
    searchName: text('search_name').notNull(),
    nhsNumber: text('nhs_number'),
    /** Why there is no NHS number; empty where there is one. */
    nhsNumberAbsent: text('nhs_number_absent'),
    bornOn: text('born_on'),
    /** How the date of birth was estimated, by whom; empty where the date itself is known. */
    bornOnEstimate: text('born_on_estimate'),
    bornAt: text('born_at'),
    /** Weeks and days at birth, in whole days; a baby's corrected age comes from it. */
    gestationDays: integer('gestation_days'),
    /** Expected date of delivery, for an unborn baby's mother. */
    expectedOn: text('expected_on'),
    ...basisColumns(),
    /** How name, birth and number are known (Finding Seven); empty only in what was recorded before it was asked. */
    basisKind: text('basis_kind'),
  },
  (t) => [
    ...versionKeys('person', t),
    isNhsNumber('person_nhs_number_digits', t.nhsNumber),
    isDate('person_born_on_date', t.bornOn),
    isInstant('person_born_at_instant', t.bornAt),
    isDate('person_expected_date', t.expectedOn),
    isInteger('person_gestation_int', t.gestationDays),
    index('person_nhs_number').on(t.nhsNumber),
    index('person_search').on(t.searchName),
  ],
)

/** What one person is to another, with its basis and whether contact is safe (Finding Seven, decision 30). */
export const tie = sqliteTable(
  'tie',
  {
    ...versioned(),
    personId: refersTo('person_id').notNull(),
    toPersonId: refersTo('to_person_id').notNull(),
    /** What the first person is to the second: mother, father, partner, sibling... */
    relation: text('relation').notNull(),
    /** yes, no or not-known: holds parental responsibility for the second. */
    parentalResponsibility: text('parental_responsibility').notNull(),
    safeToContact: text('safe_to_contact').notNull(),
    contactThrough: text('contact_through'),
    /** yes, no or not-known: lives in one household with the second. */
    livesWith: text('lives_with').notNull().default('not-known'),
    ...basisColumns(),
  },
  (t) => [
    ...versionKeys('tie', t),
    index('tie_person').on(t.personId),
    index('tie_to').on(t.toPersonId),
  ],
)

/** A professional or a duty team of an agency, for a person or for the whole unit. */
export const contact = sqliteTable(
  'contact',
  {
    ...versioned(),
    /** The person it is a contact for; empty = a contact of the unit itself. */
    personId: refersTo('person_id'),
    agency: text('agency').notNull(),
    role: text('role').notNull(),
    name: text('name').notNull(),
    telephone: text('telephone'),
    email: text('email'),
    safeToContact: text('safe_to_contact').notNull(),
    contactThrough: text('contact_through'),
    ...basisColumns(),
  },
  (t) => [...versionKeys('contact', t), index('contact_person').on(t.personId)],
)

/** A child's legal status as a dated fact with the document behind it (domain.md 4.4). Several may be true at once. */
export const childLegalStatus = sqliteTable(
  'child_legal_status',
  {
    ...versioned(),
    personId: refersTo('person_id').notNull(),
    code: text('code').notNull(),
    startsAt: text('starts_at').notNull(),
    endsAt: text('ends_at'),
    authority: text('authority'),
    /** The document behind it in the register, where it is there. */
    documentId: refersTo('document_id'),
    /** The status recorded before the birth that this one goes on from; empty where it was recorded for the baby. */
    carriedFrom: refersTo('carried_from'),
    ...basisColumns(),
    ...endColumns(),
  },
  (t) => [
    ...versionKeys('child_legal_status', t),
    isInstant('child_legal_status_starts', t.startsAt),
    isInstant('child_legal_status_ends', t.endsAt),
    isInstant('child_legal_status_ended', t.endedAt),
    index('child_legal_status_person').on(t.personId, t.startsAt),
  ],
)

/** The mother's Mental Health Act status as a dated fact (codes of domain.md 6.5). */
export const mentalHealthActStatus = sqliteTable(
  'mental_health_act_status',
  {
    ...versioned(),
    personId: refersTo('person_id').notNull(),
    code: text('code').notNull(),
    startsAt: text('starts_at').notNull(),
    endsAt: text('ends_at'),
    /** The referral that told of it, where it was carried over from there on arrival. */
    carriedFrom: refersTo('carried_from'),
    ...basisColumns(),
    ...endColumns(),
  },
  (t) => [
    ...versionKeys('mental_health_act_status', t),
    isInstant('mental_health_act_status_starts', t.startsAt),
    isInstant('mental_health_act_status_ends', t.endsAt),
    isInstant('mental_health_act_status_ended', t.endedAt),
    index('mental_health_act_status_person').on(t.personId, t.startsAt),
  ],
)
