/** What a word of a truth table stands for; throws on a word that the test does not know. */
export function meaningOf<T>(words: Record<string, T>, cell: string | undefined): T {
  if (cell === undefined || !Object.hasOwn(words, cell)) {
    throw new Error(`No meaning for "${cell}" in the truth table`)
  }
  return words[cell] as T
}
