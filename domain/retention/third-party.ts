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

export const thirdPartyReasons = {
  'about-others': 'It is about somebody else',
  told: 'Somebody else said it',
  named: 'It names somebody else',
} as const
export type ThirdPartyReason = keyof typeof thirdPartyReasons

/** Why a person has to look at an entry first; empty where nothing was found. `names` are those of everybody else in the family. */
export function thirdPartyReasonsOf(
  { type, basisKind, text }: MarkedText,
  names: readonly string[],
): ThirdPartyReason[] {
  const words = ` ${folded(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  const isNamed = names.some((name) =>
    folded(name)
      .split(/[^\p{L}\p{N}]+/u)
      .some((part) => part.length > 2 && words.includes(` ${part} `)),
  )
  return [
    ...(aboutOthers.has(type) ? (['about-others'] as const) : []),
    ...(basisKind === 'told' ? (['told'] as const) : []),
    ...(isNamed ? (['named'] as const) : []),
  ]
}
