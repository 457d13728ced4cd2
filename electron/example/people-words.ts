/** What the people of the example unit say of each other. */
export const partners = [
  'Sam',
  'Tomasz',
  'Kwame',
  'Iestyn',
  'Jamil',
  'Callum',
  'Oluwadamilare',
  'Marek',
  'Rhys',
  'Devan',
] as const

export const silences = [
  'She would rather not say today',
  'She was too unwell to be asked; her sister does not know',
  'She says that it is nobody’s business',
  'The health visitor has nothing written down',
] as const

export const householdAnswers = [
  'She lives alone with the baby',
  'She lives with her parents and a younger brother',
  'She stays with a friend since the birth',
] as const

export const childrenAnswers = [
  'No other children',
  'One older child, who lives with the grandmother',
] as const

export const meetingWords =
  'Aim of the stay, visits and who decides on treatment were agreed; the social worker writes the plan'
