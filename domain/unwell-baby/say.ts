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
 * What is about the caller's own place, or about some babies alone: where the record holds nothing, nobody is
 * helped by hearing "not recorded". The screen asks for an address and a telephone number of its own accord.
 */
const leftOut = ['address', 'telephone', 'correctedAge'] as const satisfies readonly SayKey[]

/**
 * The words to say on the telephone, one line each, filled from the record. What the record does not hold of
 * the baby reads "not recorded": it is never left out in silence. What it does not hold of `leftOut` goes, with
 * the part of the sentence that speaks of it.
 */
export function wordsToSay(lines: readonly string[], facts: SayFacts): string[] {
  const gone = leftOut.filter((key) => !facts[key]?.trim())
  return lines
    .map((line) => gone.reduce(without, line))
    .filter((line) => line !== '')
    .map((line) =>
      line.replace(/\{([^}]*)\}/g, (_, key: string) => {
        const known = sayKeys.find((one) => one === key)
        return (known && facts[known]?.trim()) || notRecorded
      }),
    )
}

/** The line without ", telephone {telephone}", and without a sentence that speaks of the missing thing alone. */
const without = (line: string, key: SayKey): string =>
  line
    .replace(new RegExp(`,[^,.{}]*\\{${key}\\}`, 'g'), '')
    .split(/(?<=[.?!])\s+/)
    .filter((sentence) => !sentence.includes(`{${key}}`))
    .join(' ')
