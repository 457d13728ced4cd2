/** Who somebody is in this record: a mother on the unit, her baby, or another person in their lives. */
export const personKinds = ['mother', 'baby', 'other'] as const
export type PersonKind = (typeof personKinds)[number]

/**
 * What one person is to another. A father is written down only with the basis of it: paternity is not
 * established until somebody has established it (Finding Seven).
 */
export const relations = [
  'mother',
  'father',
  'father-of-expected',
  'partner-of-mother',
  'child',
  'sibling',
  'grandparent',
  'other-relative',
  'foster-carer',
  'special-guardian',
  'friend',
  'other',
] as const
export type Relation = (typeof relations)[number]

export const relationLabels: Record<Relation, string> = {
  mother: 'Mother',
  father: 'Father',
  'father-of-expected': 'Father of the expected baby',
  'partner-of-mother': 'Partner of the mother',
  child: 'Child',
  sibling: 'Brother or sister',
  grandparent: 'Grandparent',
  'other-relative': 'Other relative',
  'foster-carer': 'Foster carer',
  'special-guardian': 'Special guardian',
  friend: 'Friend',
  other: 'Other',
}

/** To be the father of a baby, born or expected: written down only with the basis of it. */
export const isPaternity = (relation: Relation): boolean =>
  relation === 'father' || relation === 'father-of-expected'

/** Lives in one household with the other; "not known" is an answer. */
export const householdAnswers = ['yes', 'no', 'not-known'] as const
export type HouseholdAnswer = (typeof householdAnswers)[number]

export const householdLabels: Record<HouseholdAnswer, string> = {
  yes: 'Lives in the same household',
  no: 'Lives elsewhere',
  'not-known': 'Not known where they live',
}

/** Holds parental responsibility; "not known" is an answer. */
export const responsibilities = ['yes', 'no', 'not-known'] as const
export type Responsibility = (typeof responsibilities)[number]

export const responsibilityLabels: Record<Responsibility, string> = {
  yes: 'Holds parental responsibility',
  no: 'Does not hold parental responsibility',
  'not-known': 'Parental responsibility not known',
}

/** Whether somebody may be contacted (decision 30). No override is offered. */
export const safeToContact = ['yes', 'only-through', 'do-not-contact', 'not-known'] as const
export type SafeToContact = (typeof safeToContact)[number]

export const safeToContactLabels: Record<SafeToContact, string> = {
  yes: 'Safe to contact',
  'only-through': 'Only through somebody else',
  'do-not-contact': 'Do not contact',
  'not-known': 'Not known whether contact is safe',
}

/** Who outside the unit is told or asked; the columns of the matrix of duties (domain.md 4.6), and a few more. */
export const agencies = [
  'social-worker',
  'emergency-duty-team',
  'host-authority',
  'independent-reviewing-officer',
  'guardian',
  'authority-legal',
  'health-visitor',
  'gp',
  'midwife',
  'designated-nurse',
  'named-nurse',
  'named-doctor',
  'paediatrics',
  'mental-health-team',
  'police',
  'commissioner',
  'court',
  'solicitor',
  'other',
] as const
export type Agency = (typeof agencies)[number]

export const agencyLabels: Record<Agency, string> = {
  'social-worker': 'Social worker or duty team',
  'emergency-duty-team': 'Emergency duty team',
  'host-authority': 'Host local authority',
  'independent-reviewing-officer': 'Independent reviewing officer',
  guardian: "Children's guardian",
  'authority-legal': 'Legal department of the local authority',
  'health-visitor': 'Health visitor',
  gp: 'GP',
  midwife: 'Midwife',
  'designated-nurse': 'Designated or specialist nurse, looked-after children',
  'named-nurse': 'Named nurse for safeguarding',
  'named-doctor': 'Named doctor for safeguarding',
  paediatrics: 'Paediatrics',
  'mental-health-team': 'Mental health team at home',
  police: 'Police',
  commissioner: 'NHS England or commissioner',
  court: 'Court',
  solicitor: 'Solicitor',
  other: 'Other',
}
