/**
 * Text for comparing and finding, never for showing: without case, accents, invisible marks or styles of
 * quote, since the store's own comparison treats e and é, or ' and ’, as different (reliability.md 6).
 */

// Accents that belong to no one script, and the vowel points of Hebrew and Arabic. Vowel signs of Tamil and
// its like stay: without them different names would be one.
const accents = /\p{Script=Inherited}|(?=[\u0591-\u05c7\u0610-\u06ed])\p{Mn}/gu
const invisible = /\p{Default_Ignorable_Code_Point}/gu
const quotes = /[\u2018\u2019\u201b\u02bc\u02b9\u2032\u0060\u00b4]/g
const dashes = /[\u2010-\u2015\u2212]/g

/** Letters that do not come apart into a plain letter and an accent. */
const plainLetters: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ς: 'σ',
}

/**
 * The text as it is searched and compared. Folding it again changes nothing: the capital ẞ becomes SS only by
 * way of the small one, so that letters are made small before they are made large.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(invisible, '')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(accents, '')
    .replace(/[łøđðþæœıς]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(quotes, "'")
    .replace(dashes, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
}

/**
 * Whether a word mixes letters of two alphabets that look alike, as in Аnna with a Cyrillic А: it would
 * not be found by its Latin twin, so the person who typed it is asked.
 */
export function mixesAlphabets(text: string): boolean {
  return text.split(/[\s\p{P}]+/u).some((word) => {
    const alphabets = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u]
    return alphabets.filter((alphabet) => alphabet.test(word)).length > 1
  })
}
