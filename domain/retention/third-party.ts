import { folded } from '../shared/folded-text.ts'

/**
 * What in a copy for a subject access request may belong to somebody else, and has to be looked at by a person
 * before it goes out. Source: UK GDPR article 15(4) and DPA 2018, schedule 2 part 3 and schedule 3 (serious harm);
 * hazard HZ-11. The app marks and never decides.
 */
export interface MarkedText {
  /** The kind of record: its table. */
  type: string
  basisKind: string | null
  /** The record itself says that somebody told it: who reported it there, or that the mother did. */
  wasReported: boolean
  /** It hangs on a record of somebody else: of a baby's copy, what was said of the mother on the referral. */
  isOfOthers: boolean
  /** Everything that the copy would say of it. */
  text: string
}

/** Kinds of record that are about somebody else, or whose words are somebody else's. */
const aboutOthers = new Set([
  'tie',
  'contact',
  'known_source',
  'clash_settlement',
  'history_clash',
  'disagreement',
  'disagreement_step',
  'spot_check',
])

/** What another agency or a court wrote: whether it may go on is asked of them. */
const fromOthers = new Set(['history_document', 'received_document'])

export const thirdPartyReasons = {
  'about-others': 'It is about somebody else',
  'from-others': 'It came from another agency or a court',
  told: 'Somebody else said it',
  named: 'It names somebody else',
} as const
export type ThirdPartyReason = keyof typeof thirdPartyReasons

/** Why a person has to look at an entry first; empty where nothing was found. `names` are those of everybody else in the family. */
export function thirdPartyReasonsOf(
  { type, basisKind, text, wasReported, isOfOthers }: MarkedText,
  names: readonly string[],
): ThirdPartyReason[] {
  const isNamed = names.some((name) => isNamedIn(name, text))
  return [
    ...(isOfOthers || aboutOthers.has(type) ? (['about-others'] as const) : []),
    ...(fromOthers.has(type) ? (['from-others'] as const) : []),
    ...(wasReported || basisKind === 'told' ? (['told'] as const) : []),
    ...(isNamed ? (['named'] as const) : []),
  ]
}

const partsOf = (text: string) => text.split(/[^\p{L}\p{N}\p{M}]+/u).filter((part) => part !== '')

/** A name of one or two letters is one only with its capital: every text has an "al" or an "ed" somewhere. */
function isNamedIn(name: string, text: string): boolean {
  const words = partsOf(text)
  const foldedWords = new Set(words.map(folded))
  const shortWords = new Set(words.filter((word) => /^\p{Lu}/u.test(word)).map(folded))
  return partsOf(name)
    .map(folded)
    .some((part) => (part.length > 2 ? foldedWords : shortWords).has(part))
}
