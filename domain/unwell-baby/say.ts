/** What the words to say can be filled with from the record. */
export const sayKeys = [
  'unit',
  'address',
  'telephone',
  'caller',
  'baby',
  'age',
  'correctedAge',
  'concern',
  'recognised',
  'bands',
  'observations',
  'notMeasured',
  'background',
  'responsibility',
] as const
export type SayKey = (typeof sayKeys)[number]

/** What the record holds for each; undefined or empty where it holds nothing. */
export type SayFacts = Partial<Record<SayKey, string>>

const notRecorded = 'not recorded'

/**
 * The words to say on the telephone, one line each, filled from the record. What the record does not hold
 * reads "not recorded": it is never left out in silence. A line about the corrected age goes where the baby
 * has none.
 */
export function wordsToSay(lines: readonly string[], facts: SayFacts): string[] {
  return lines
    .filter((line) => !line.includes('{correctedAge}') || Boolean(facts.correctedAge?.trim()))
    .map((line) =>
      line.replace(/\{([^}]*)\}/g, (_, key: string) => {
        const known = sayKeys.find((one) => one === key)
        return (known && facts[known]?.trim()) || notRecorded
      }),
    )
}
