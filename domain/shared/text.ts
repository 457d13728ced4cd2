import { z } from 'zod'

/**
 * The rules for text at the boundary (reliability.md 6): one form of each letter (NFC), no hidden control
 * characters, no broken characters, nothing that only looks empty, and a limit that a person can count.
 */

interface TextRule {
  /** What is asked for, as it reads in a message: "Enter a name". */
  what: string
  /** The most characters, counted as a person counts them. */
  limit: number
  /** Several lines and tabs are allowed. */
  lines?: boolean
  /** It has to say something: a full stop or a single letter is no reason. */
  words?: boolean
}

// Emoji and accents take several code units for one character; what takes more than this is refused uncounted.
const unitsPerCharacter = 4

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const controlsOrLines = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/
// They turn the text after them round, so that a name reads as another: no script needs them in a name.
const turners = /[\u202a-\u202e\u2066-\u2069]/
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
const nothingToSee = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{M}\p{Cf}\u2800]/gu

/** Whether a text says anything: it has two letters of any script. A full stop, or one letter, says nothing. */
export const hasWords = (text: string): boolean => /\p{L}.*\p{L}/su.test(text)

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'grapheme' })

/** The number of characters as a person counts them: an emoji with its skin tone is one. */
export function charactersIn(text: string): number {
  let count = 0
  for (const _ of segmenter.segment(text)) count += 1
  return count
}

/** Where in the text `index` is, in the words of a message. */
function positionOf(text: string, index: number): string {
  const before = text.slice(0, index).split('\n')
  const character = [...(before.at(-1) ?? '')].length + 1
  return before.length > 1
    ? `line ${before.length}, character ${character}`
    : `character ${character}`
}

/** Whether a text holds a mark, seen by nobody, that turns the text after it round. */
export const turnsRound = (text: string): boolean => turners.test(text)

/** Whether nothing of a text can be seen. */
export const looksEmpty = (text: string): boolean => text.replace(nothingToSee, '') === ''

const isLineBreak = (unit: string) => /[\t\n\r\u2028\u2029]/.test(unit)

/**
 * What is wrong with a text and how to mend it; undefined where nothing is. `text` is already in NFC with
 * line ends as \n, and trimmed.
 */
function textFault(text: string, rule: TextRule): string | undefined {
  if (text.length > rule.limit * unitsPerCharacter) return tooLong(rule)
  const broken = text.isWellFormed() ? -1 : text.search(loneSurrogate)
  if (broken >= 0)
    return `There is half a character at ${positionOf(text, broken)}. Delete it and type it again`
  const control = text.search(rule.lines ? controls : controlsOrLines)
  if (control >= 0) {
    return isLineBreak(text.charAt(control))
      ? `There is a new line or a tab at ${positionOf(text, control)}. Put it all on one line`
      : `There is a hidden control character at ${positionOf(text, control)}. Delete it and type the text again`
  }
  if (looksEmpty(text)) return `Enter ${rule.what}`
  if (rule.words && !hasWords(text)) return `Enter ${rule.what} in words`
  const turner = rule.lines ? -1 : text.search(turners)
  if (turner >= 0)
    return `There is a hidden mark that turns the text round at ${positionOf(text, turner)}. Delete it and type the text again`
  if (text.length > rule.limit && charactersIn(text) > rule.limit) return tooLong(rule)
  return undefined
}

const tooLong = (rule: TextRule) =>
  `Shorten it to ${rule.limit.toLocaleString('en-GB')} characters or fewer`

/**
 * A schema for a text of one kind. It gives the text in NFC, trimmed, with line ends as \n. What is on one line
 * holds no mark that turns text round; letters written from the right are kept, and so are their own marks.
 * In several lines every mark is kept (see `visibleControls`).
 */
export function textField(rule: TextRule) {
  return z.string({ error: `Enter ${rule.what}` }).transform((typed, context) => {
    const oversize = typed.length > rule.limit * unitsPerCharacter * 2
    const text = oversize ? typed : typed.normalize('NFC').replace(/\r\n?/g, '\n').trim()
    const message = oversize ? tooLong(rule) : textFault(text, rule)
    if (message === undefined) return text
    // The text itself stays out of the issue: issues may be logged, and it may hold a patient's name.
    context.issues.push({ code: 'custom', message, input: undefined })
    return z.NEVER
  })
}

/** A person's name, a sign-in name, a title: 1 to 200 characters on one line. */
export const name = textField({ what: 'a name', limit: 200 })
/** A short answer on one line: 1 to 500 characters. */
export const line = textField({ what: 'an answer', limit: 500 })
/** Free text with lines and tabs: 1 to 100,000 characters. */
export const note = textField({ what: 'some text', limit: 100_000, lines: true })
/** Why something was done: a `line` that has words in it. */
export const reason = textField({ what: 'a reason', limit: 500, words: true })
/** Why something was done, at length: a `note` that has words in it. */
export const reasonNote = textField({ what: 'a reason', limit: 100_000, lines: true, words: true })

/** The same text, where it may be left empty: blank becomes undefined, and is never stored as ''. */
export const optionalText = (field: z.ZodType<string, string>) =>
  z
    .string()
    .nullish()
    .transform((typed) => (typed?.trim() ? typed : undefined))
    .pipe(field.optional())

const directionMarks: Record<string, string> = {
  '\u061c': 'ALM',
  '\u200e': 'LRM',
  '\u200f': 'RLM',
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
}

/**
 * The text with each invisible direction mark shown as a word in brackets, so that none can turn a name or
 * a file name round unseen. The result holds no direction mark.
 */
export function visibleControls(text: string): string {
  return text.replace(
    /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (mark) => `\u27e6${directionMarks[mark]}\u27e7`,
  )
}

/** The same words within a sentence: "Reported by the mother" becomes "reported by the mother". */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
