/** What becomes of a new account's first password (docs/states/accounts.md). */
export type Opening = 'open' | 'refused' | 'waits'

/**
 * A first password is typed by its owner, and a second person who is in another hand than the opener signs that
 * they saw it (decision 4: two people are two slots; decision 11). Where nobody could be that second person the
 * account is opened all the same, or a unit whose people have left could never grow again: it then waits for the
 * word of another manager, and until then it and its opener are one hand.
 */
export function openingWith({ second, others }: { second: boolean; others: number }): Opening {
  if (second) return 'open'
  return others > 0 ? 'refused' : 'waits'
}
