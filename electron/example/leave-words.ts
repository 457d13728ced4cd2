import type { Place } from '#domain/supervision/codes.ts'

/** Where mothers go on leave, and what for. */
export const leavePurposes: readonly (readonly [Place, string])[] = [
  ['grounds', 'A walk with the pram'],
  ['grounds', 'Fresh air after lunch'],
  ['community-staff', 'To register the birth'],
  ['community-staff', 'Baby clinic for weight and immunisation'],
  ['community-staff', 'Shopping for the baby'],
  ['home', 'To get the cot ready with her mother'],
]

/** Conditions of leave under section 17, Mental Health Act, as clinicians write them. */
export const leaveConditions: readonly string[] = [
  'With a member of staff; back for the evening medicine',
  'Telephone stays on; back at once if she feels worse',
  'Not to the town centre',
]

/** How mother and baby were on return. */
export const returnWords: readonly (readonly [mother: string, baby: string])[] = [
  ['Cheerful; told of the walk', 'Looked at when changed: no mark, fed well'],
  [
    'Tired; wanted to lie down',
    'Asleep in the pram, pink and warm; looked at when changed: no mark',
  ],
  ['Tearful after the visit; sat with staff', 'Hungry, settled after a feed; no mark'],
]
