import { folded } from '../shared/folded-text.ts'

/**
 * Whether the author of a document, as somebody entered it, is a reader of the ward: who wrote it does not fill a part of
 * those who must read it (docs/decisions/0009-sign-off.md). Titles, case and punctuation hide nobody; where only surname
 * and initial agree, the reader is asked. Truth table: docs/states/history-review.md, 8.
 */
export const likenesses = ['same', 'like', 'no'] as const
export type Likeness = (typeof likenesses)[number]

/** What stands before a name and is none of it. */
const titles = new Set(
  'dr doctor prof professor mr mrs ms miss mx sir dame lady lord rev revd sister'.split(' '),
)

/** The words of a name without titles, accents and marks: "O'Neill" is one word, "J. Reed" two. */
const wordsOf = (text: string): string[] =>
  folded(text.replace(/['’.-]/g, (mark) => (mark === '.' ? ' ' : '')))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !titles.has(word))

/** How like the author, "Dr S. Okafor, consultant and J. Reed", is to somebody of this name. */
export function likeness(author: string, name: string): Likeness {
  const wanted = wordsOf(name)
  const found = author.split(/\band\b|[&;/]/i).map((one) => likenessOfOne(one, wanted))
  return likenesses.find((one) => found.includes(one)) ?? 'no'
}

function likenessOfOne(author: string, wanted: readonly string[]): Likeness {
  const surname = wanted.at(-1)
  const given = wanted[0]
  if (surname === undefined || given === undefined) return 'no'
  const [first = '', second = ''] = author.split(',')
  const words = wordsOf(first)
  // "Okafor, Sam": the surname stands alone before the comma, what follows may be a given name or a post.
  const turned = words.length === 1 && words[0] === surname ? wordsOf(second) : []
  if (turned[0] === given) return 'same'
  const at = words.lastIndexOf(surname)
  if (at < 0) return 'no'
  const [before] = words.slice(0, at)
  if (before === undefined) return wanted.length === 1 ? 'same' : 'like'
  if (before === given) return 'same'
  return before[0] === given[0] ? 'like' : 'no'
}
