import type { DisagreementTopic, LearningSource } from '#domain/culture/codes.ts'

/** Invented learning, without anybody's name. */
export const learningWords: readonly {
  source: LearningSource
  learnt: string
  change: string
  made: string
  how: string
}[] = [
  {
    source: 'drill',
    learnt: 'In the drill nobody knew at once which line of on-call paediatrics to ring at night.',
    change: 'The number hangs beside both telephones, and each handover reads it out.',
    made: 'Cards are up, and the sheet for the handover has a line for it.',
    how: 'Asked six members of staff over three shifts.',
  },
  {
    source: 'session',
    learnt: 'We describe what a mother feels at length, and what the baby did in half a line.',
    change: 'The handover begins with the baby: seen, fed, slept, handled.',
    made: 'The order of the handover was turned round.',
    how: 'Listened to eight handovers, two of them at night.',
  },
  {
    source: 'episode',
    learnt: 'The health visitor heard of a visit to hospital two days later, from the mother.',
    change: 'Whoever goes with the baby rings the health visitor before coming back.',
    made: 'It is a line of the sheet that goes with the baby.',
    how: 'Looked through the last ten journeys.',
  },
  {
    source: 'audit',
    learnt: 'What a relative told us stands in the notes as if we had seen it.',
    change: 'Every entry says who told us.',
    made: 'Talked through at two team meetings, with examples.',
    how: 'Read twenty entries of the last month.',
  },
  {
    source: 'session',
    learnt: 'We wait too long before we say to a social worker that we disagree.',
    change: 'A disagreement is put on the log on the day it is felt.',
    made: 'The log is looked at in each week’s team meeting.',
    how: 'Compared the log with the minutes of six meetings.',
  },
]

/** What partners were asked about. */
export const feedbackOccasions = [
  'A stay with a child protection plan',
  'A discharge planned together',
  'A core group on the ward',
  'A stay under an interim care order',
] as const

/** Invented disagreements, without anybody's name. */
export const disagreementWords: readonly {
  agency: 'social-worker' | 'host-authority'
  about: DisagreementTopic
  ours: string
  theirs: string
}[] = [
  {
    agency: 'social-worker',
    about: 'threshold',
    ours: 'What was seen on the ward reaches the threshold for a strategy discussion.',
    theirs: 'It can wait for the next core group.',
  },
  {
    agency: 'social-worker',
    about: 'information',
    ours: 'The unit needs the parenting assessment before supervision can be lowered.',
    theirs: 'It is not signed off, and cannot be shared yet.',
  },
  {
    agency: 'host-authority',
    about: 'placement',
    ours: 'Going home next week is too early for the baby.',
    theirs: 'The placement is funded until Friday.',
  },
  {
    agency: 'social-worker',
    about: 'attendance',
    ours: 'The unit was not invited to the review and could not report.',
    theirs: 'The invitation went to the community team.',
  },
]
