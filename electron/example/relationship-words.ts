/** What staff of the example write of mother and baby, by how well it goes. Invented. */
export interface RelationshipWords {
  observed: string
  interpretation: string
  strengths: string
  concerns: string
}

/** From the hardest week to the best. */
export const relationshipWords: readonly RelationshipWords[] = [
  {
    observed:
      'She held the baby facing away in most feeds. She spoke to her when a nurse asked her to, in two of five feeds. She did not get up for her on three nights; staff did.',
    interpretation:
      'She is too low to answer the baby for more than a minute or two. The baby has begun to look at staff first.',
    strengths: 'Wants to be in the room when the baby is fed. Asks how the night was.',
    concerns: 'Slow to answer crying. Drowsy after the evening dose.',
  },
  {
    observed:
      'She looked at the baby and named what she was doing in about half of the care that was watched. She bathed her with a nurse beside her on Tuesday and Friday.',
    interpretation:
      'Warmer when she is not hurried. She follows what she is shown and does not yet start by herself.',
    strengths: 'Gentle hands. Notices hunger early.',
    concerns: 'Stops speaking when several people are in the room.',
  },
  {
    observed:
      'She settled the baby by herself on four evenings, singing. She waited for the baby’s turn in play and laughed with her. Nights were shared with staff.',
    interpretation: 'They have found a rhythm by day. At night she still leans on staff.',
    strengths: 'Reads tiredness. Repairs a misunderstanding by herself.',
    concerns: 'None by day. Nights have not been hers alone yet.',
  },
  {
    observed:
      'She did all the care for a week, nights included, and asked for help once, in time. The baby turned to her when frightened by a noise.',
    interpretation: 'As on a good day in any family. What it will be at home nobody has seen.',
    strengths: 'Plans the day round the baby. Tells staff when she is unsure.',
    concerns: 'None seen here.',
  },
]

/** What has to change, as staff of the example write it. Invented. */
export const stepWords = [
  'That she wakes for the baby at night. By a lower evening dose and, for two weeks, a nurse who wakes her rather than takes the baby',
  'That she asks for help before she walks away. By the skills group twice a week and a plan for the worst hour, agreed with her social worker',
  'That she reads what the baby wants. By video feedback each Thursday',
] as const

export const illnessWords = [
  'Less sedated since the dose was lowered',
  'Voices on two days; she handed the baby to staff when they came',
  'Slept badly all week',
] as const
