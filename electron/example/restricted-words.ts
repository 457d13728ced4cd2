import type { KeptFrom } from '#domain/restricted/entry.ts'

interface RestrictedWords {
  keptFrom: KeptFrom[]
  because: string
  what: string
  by: string
}

/** What was written where mother, partner or family must not see it. */
export const restrictedWords: readonly RestrictedWords[] = [
  {
    keptFrom: ['partner'],
    because: 'She is afraid of what he does if he learns that she spoke',
    what: 'He controls her telephone and her money. She asked that nobody rings her at home.',
    by: 'The mother, alone with her named nurse',
  },
  {
    keptFrom: ['mother', 'family'],
    because: 'Her sister asked that her name is not given, and could be cut off',
    what: 'Her sister rang: the mother stopped her medicine before the last admission and told nobody.',
    by: 'Her sister, by telephone',
  },
  {
    keptFrom: ['partner', 'family'],
    because: 'The refuge must not be found',
    what: 'A place in a refuge is held for her and the baby from Monday. The address is with the social worker.',
    by: 'The refuge worker, by telephone',
  },
]

/** Why somebody could not wait. */
export const openingWords = [
  'Her partner stands at the door and asks to take the baby out now',
  'He rings and says that he comes for both of them tonight',
] as const

export const reviewWords =
  'Read with the nurse the next day: he was at the door, and nobody who may read them could be reached'

export const holdWords = {
  because: 'A statutory review has asked for this record to be kept',
  reference: 'Westmarch 2026/14',
} as const
