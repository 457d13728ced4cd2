/** What the unit says in its report; no patient is named in it. */
export const narrativeWords: readonly { requirement: string; words: string }[] = [
  {
    requirement: '',
    words:
      'In this quarter two of three bays were rebuilt, and a quarter of the shifts was covered by bank nurses. Supervision was decided before each arrival; renewing it in time was harder at weekends.',
  },
  {
    requirement: '5d',
    words:
      'What ran out ran out between Friday evening and Monday morning. From the next quarter the nurse in charge of Saturday has the list of reviews that fall into the weekend.',
  },
  {
    requirement: '5e',
    words:
      'Help was reached by telephone in each episode. The times that are missing are those of the first observations at night, which were written on paper and entered the next day without a time.',
  },
]

/** Why people set a level beside the computed one. */
export const reasonsForLevels = {
  lowered:
    'One event of the quarter is being looked into by the provider. Until that is over nobody should rest on the figure',
  raised:
    'What is counted as late was read in time and signed on paper in the week of the rebuilding; both of us have seen the sheets',
  commissioner: 'The lapses at weekends touch the safety of babies, however short they were',
} as const

/** What the factual check brought, and what the unit answered. */
export const factualComments: readonly {
  requirement: string
  words: string
  outcome: 'changed' | 'not-changed'
  answer: string
}[] = [
  {
    requirement: '5d',
    words: 'The text speaks of weekends. The figures show a lapse on a bank holiday too',
    outcome: 'not-changed',
    answer: 'The bank holiday was a Monday after such a weekend, and the lapse began on the Friday',
  },
  {
    requirement: '5e',
    words: 'Please say since when paper is used at night',
    outcome: 'not-changed',
    answer: 'It was two nights while the computer of the office was replaced; no longer',
  },
]
