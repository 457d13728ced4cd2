import type { LearningSource } from '#domain/culture/codes.ts'

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
