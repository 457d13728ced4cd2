/**
 * The characters that the shipped fonts hold: Latin with Welsh and Polish, Greek, Cyrillic, Arabic and Urdu,
 * Tamil, and the signs that texts use. A character without a glyph would break the promise of an accessible
 * file, so it is printed as a replacement sign that the reader can see.
 */
const ranges: readonly [first: number, last: number][] = [
  [0x0009, 0x000a],
  [0x0020, 0x007e],
  [0x00a0, 0x024f],
  [0x0300, 0x0304],
  [0x0306, 0x030c],
  [0x0327, 0x0328],
  [0x0386, 0x0386],
  [0x0388, 0x038a],
  [0x038c, 0x038c],
  [0x038e, 0x03a1],
  [0x03a3, 0x03ce],
  [0x0400, 0x045f],
  [0x0490, 0x0491],
  [0x0600, 0x0604],
  [0x060c, 0x061b],
  [0x061e, 0x06ff],
  [0x0b82, 0x0b83],
  [0x0b85, 0x0b8a],
  [0x0b8e, 0x0b90],
  [0x0b92, 0x0b95],
  [0x0b99, 0x0b9a],
  [0x0b9c, 0x0b9c],
  [0x0b9e, 0x0b9f],
  [0x0ba3, 0x0ba4],
  [0x0ba8, 0x0baa],
  [0x0bae, 0x0bb9],
  [0x0bbe, 0x0bc2],
  [0x0bc6, 0x0bc8],
  [0x0bca, 0x0bcd],
  [0x0bd0, 0x0bd0],
  [0x0bd7, 0x0bd7],
  [0x0be6, 0x0bfa],
  [0x1e00, 0x1eff],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x2030, 0x2030],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x2044, 0x2044],
  [0x20ac, 0x20ac],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x2212, 0x2212],
  [0x2260, 0x2260],
]

const isPrintable = (character: string) => {
  const code = character.codePointAt(0) ?? 0
  return ranges.some(([first, last]) => code >= first && code <= last)
}

/** Stands for a character that no shipped font holds. */
export const replacement = '?'

/** Signs that no shipped font holds and that can be written out. */
const writtenOut: Readonly<Record<string, string>> = {
  '\u2264': '<=',
  '\u2265': '>=',
  '\u2190': '<-',
  '\u2192': '->',
}

// Most texts, and all drawings, hold nothing else.
const plain = /^[ -~\n\u2013\u00a0]*$/
const hidden = /\p{Default_Ignorable_Code_Point}/gu
const segmenter = new Intl.Segmenter('en-GB', { granularity: 'grapheme' })

/**
 * The text as it can be printed: one replacement sign for each character, as a reader counts them, that no
 * font holds. Marks for direction and joining go: the layout does their work.
 */
export function printableText(text: string): string {
  if (plain.test(text)) return text
  let printed = ''
  for (const { segment } of segmenter.segment(text.normalize('NFC'))) {
    const visible = segment.replace(hidden, '')
    printed += [...visible].every(isPrintable) ? visible : (writtenOut[visible] ?? replacement)
  }
  return printed
}

/** The same value with every text in it printable. */
export function printableValue<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'string' ? printableText(part) : part,
    ),
  )
}
