/** The lists of the assessment of the relationship and of parenting (domain.md 4.2), in the order of the form. */

export const purposes = ['clinical', 'for-authority', 'court-directed'] as const
export type Purpose = (typeof purposes)[number]

export const purposeLabels: Record<Purpose, string> = {
  clinical: 'Clinical: to support mother and baby on the unit',
  'for-authority': 'Asked for by a local authority',
  'court-directed': 'Directed by a court (section 38(6), Children Act 1989)',
}

/** Where and at what they were watched. */
export const settings = [
  'feeding',
  'bathing',
  'changing',
  'play',
  'settling',
  'night',
  'nursery',
  'bedroom',
  'group',
  'outing',
  'family-visit',
  'video',
] as const
export type Setting = (typeof settings)[number]

export const settingLabels: Record<Setting, string> = {
  feeding: 'Feeding',
  bathing: 'Bathing',
  changing: 'Changing and dressing',
  play: 'Play and talk',
  settling: 'Settling to sleep, and comforting',
  night: 'At night',
  nursery: 'In the nursery',
  bedroom: 'In her bedroom',
  group: 'In a group',
  outing: 'Outside the unit',
  'family-visit': 'On a visit of family or partner',
  video: 'On a video that was rated',
}

/** Against the assessment before. */
export const changes = ['better', 'same', 'worse', 'mixed', 'cannot-say'] as const
export type ChangeSince = (typeof changes)[number]

export const changeLabels: Record<ChangeSince | 'first', string> = {
  better: 'Better',
  same: 'The same',
  worse: 'Worse',
  mixed: 'Better in some things, worse in others',
  'cannot-say': 'Cannot be said',
  first: 'First assessment',
}

export const trainedAnswers = ['yes', 'no', 'not-known'] as const
export type Trained = (typeof trainedAnswers)[number]

export const trainedLabels: Record<Trained, string> = {
  yes: 'Trained in it',
  no: 'Not trained in it',
  'not-known': 'Not known',
}

/** Who gets an assessment. */
export const recipients = ['mother', 'social-worker', 'professional'] as const
export type Recipient = (typeof recipients)[number]

export const recipientLabels: Record<Recipient, string> = {
  mother: 'The mother',
  'social-worker': 'Social worker',
  professional: 'Another professional',
}
