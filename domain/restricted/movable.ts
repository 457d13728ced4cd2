/**
 * What may become a restricted entry although everybody could read it until now (HZ-11): records whose free text
 * may name a third person, or a place that must not be found. What a rule decides by is never moved: a tie, a
 * status, a level, an observation and a plan for leave stay where the next person looks for them.
 */
export interface Movable {
  /**
   * whole = the record leaves its page and counts as withdrawn; words = the record stays with what rules and
   * measures count, and only its free text leaves it.
   */
  way: 'whole' | 'words'
  /** The fields whose text becomes the restricted entry. */
  words: readonly string[]
  /** Something has to stand there instead: the field may not be empty. */
  needsInstead?: true
}

export const movable = {
  chronology_entry: { way: 'whole', words: ['what'] },
  health_contact: {
    way: 'whole',
    words: ['reported', 'observed', 'outcome'],
  },
  contact: {
    way: 'whole',
    words: ['name', 'role', 'telephone', 'email'],
  },
  care_entry: { way: 'words', words: ['note'] },
  clause_answer: { way: 'words', words: ['note'] },
  information_item: {
    way: 'words',
    words: ['summary'],
    needsInstead: true,
  },
  referral: {
    way: 'words',
    words: ['referralReason'],
    needsInstead: true,
  },
} as const satisfies Record<string, Movable>
export type MovableType = keyof typeof movable

export const isMovable = (type: string): type is MovableType => Object.hasOwn(movable, type)

/** What is wrong with what shall stand there instead, and how to mend it; undefined where nothing is. */
export function insteadFault(type: MovableType, instead: string): string | undefined {
  const { way, needsInstead }: Movable = movable[type]
  if (way === 'whole' && instead !== '') return 'Nothing stands in its place. Leave this empty'
  if (needsInstead && instead === '') return 'Enter what everybody may read there instead'
  return undefined
}

interface Moved {
  /** The fields with words in them, in their order. */
  texts: readonly { label: string; text: string }[]
  /** What was written of how it differs from another account, and how that was settled. */
  clashes: readonly { what: string; settlement: string }[]
}

/** The words of a restricted entry that stood elsewhere. One text stands for itself; of several each says what it is. */
export const movedWords = ({ texts, clashes }: Moved): string =>
  [
    ...texts.map(({ label, text }) => (texts.length === 1 ? text : `${label}: ${text}`)),
    ...clashes.map(
      ({ what, settlement }) =>
        `Written of it beside another account: ${what}${settlement ? ` Settled: ${settlement}` : ''}`,
    ),
  ].join('\n')
