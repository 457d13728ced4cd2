import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { folded, mixesAlphabets } from '#domain/shared/folded-text.ts'
import {
  charactersIn,
  line,
  name,
  note,
  optionalText,
  reason,
  reasonNote,
  visibleControls,
} from '#domain/shared/text.ts'

const messageOf = (schema: typeof name, typed: unknown) =>
  schema.safeParse(typed).error?.issues[0]?.message

describe('text at the boundary', () => {
  test.each(['Zoé', 'Siân', "O'Neill", 'O’Neill', 'Ng', 'Null', 'Test', 'None', 'True', '--'])(
    'the name %s is a name like any other',
    (typed) => expect(name.parse(typed)).toBe(typed.normalize('NFC')),
  )

  test('a name typed in either form of é is stored in one form', () => {
    expect(name.parse('Zoe\u0301')).toBe('Zo\u00e9')
  })

  test('blanks around it go, and line ends become one kind', () => {
    expect(note.parse('  one\r\ntwo\rthree \n')).toBe('one\ntwo\nthree')
  })

  test.each([
    ['nothing', ''],
    ['spaces', '  \u00a0\u3000 '],
    ['zero-width characters', '\u200b\u200d\u2060\ufeff'],
    ['combining marks', '\u0301\u0308'],
    ['a direction mark', '\u202e'],
    ['a blank Braille pattern and a Hangul filler', '\u2800\u3164'],
  ])('%s alone is not a name', (_, typed) => {
    expect(messageOf(name, typed)).toBe('Enter a name')
  })

  test.each([
    ['NUL', 'ab\u0000cd', 'character 3'],
    ['ESC', '\u001b[31mred', 'character 1'],
    ['backspace', 'Jo\u0008', 'character 3'],
    ['a C1 control', '\u{1f476}\u0085x', 'character 2'],
    ['NUL on the second line', 'first\nse\u0000cond', 'line 2, character 3'],
  ])('%s is refused with its position', (_, typed, position) => {
    expect(messageOf(note, typed)).toBe(
      `There is a hidden control character at ${position}. Delete it and type the text again`,
    )
  })

  test.each(['a\ud800b', 'a\udc00b'])(
    'half a character is refused, never stored as a question mark',
    (typed) => {
      expect(messageOf(note, typed)).toContain('half a character at character 2')
    },
  )

  test('one line means one line; a note has lines and tabs', () => {
    expect(messageOf(name, 'Ann\nBell')).toBe(
      'There is a new line or a tab at character 4. Put it all on one line',
    )
    expect(messageOf(line, 'a\u2028b')).toContain('one line')
    expect(note.parse('a\tb\nc')).toBe('a\tb\nc')
  })

  test.each(['👩🏽‍🍼', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', '🇬🇧', 'ශ්‍රී', 'சித்ரா', 'محمد'])(
    '%s comes back byte for byte',
    (typed) => {
      expect(name.parse(typed)).toBe(typed)
    },
  )

  test('characters are counted as a person counts them', () => {
    expect(charactersIn('👩🏽‍🍼🇬🇧e\u0301')).toBe(3)
    expect(name.parse('🇬🇧'.repeat(200))).toHaveLength(800)
    expect(messageOf(name, '🇬🇧'.repeat(201))).toBe('Shorten it to 200 characters or fewer')
    expect(messageOf(name, 'a'.repeat(201))).toBe('Shorten it to 200 characters or fewer')
    expect(note.parse('a'.repeat(100_000))).toHaveLength(100_000)
    expect(messageOf(note, 'a'.repeat(100_001))).toBe('Shorten it to 100,000 characters or fewer')
  })

  test('a megabyte is refused at once, and so is one letter under a thousand accents', () => {
    const start = performance.now()
    expect(messageOf(name, 'a'.repeat(1_000_000))).toContain('Shorten')
    expect(messageOf(note, '👶'.repeat(5_000_000))).toContain('Shorten')
    expect(performance.now() - start).toBeLessThan(500)
    expect(messageOf(name, `e${'\u0316'.repeat(1000)}`)).toContain('Shorten')
  })

  test.each([undefined, null, 5, {}, ['a']])('%s is not text', (typed) => {
    expect(messageOf(name, typed)).toBe('Enter a name')
  })

  test('what is refused is not repeated in the error', () => {
    expect(JSON.stringify(name.safeParse('Secret\u0000Name').error?.issues)).not.toContain('Secret')
  })

  test('a text that may be empty is undefined when blank', () => {
    const optional = optionalText(line)
    expect(optional.parse('  ')).toBeUndefined()
    expect(optional.parse(undefined)).toBeUndefined()
    expect(optional.parse(null)).toBeUndefined()
    expect(optional.parse(' a ')).toBe('a')
    expect(optional.safeParse('a\u0000').success).toBe(false)
  })

  test('whatever is accepted is well formed, in NFC, trimmed, and accepted again unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const parsed = note.safeParse(typed)
        if (!parsed.success) return
        expect(parsed.data.isWellFormed()).toBe(true)
        expect(parsed.data.normalize('NFC')).toBe(parsed.data)
        expect(note.parse(parsed.data)).toBe(parsed.data)
      }),
    )
  })
})

describe('direction marks', () => {
  test.each([
    '\u202a',
    '\u202b',
    '\u202c',
    '\u202d',
    '\u202e',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
  ])('that turn text round are refused in a name, with their position', (mark) => {
    for (const field of [name, line])
      expect(messageOf(field, `Ann${mark} Bell`)).toBe(
        'There is a hidden mark that turns the text round at character 4. Delete it and type the text again',
      )
  })

  test.each(['שרה כהן', 'محمد علي', 'אבי\u200f (Avi)', 'اردو\u061c 3'])(
    'of letters written from the right are kept: %s',
    (typed) => expect(name.parse(typed)).toBe(typed),
  )

  test('are kept in a note and shown as words', () => {
    const typed = 'invoice\u202efdp.exe'
    expect(note.parse(typed)).toBe(typed)
    expect(visibleControls(typed)).toBe('invoice⟦RLO⟧fdp.exe')
    expect(visibleControls('a\u2067b\u2069\u200e')).toBe('a⟦RLI⟧b⟦PDI⟧⟦LRM⟧')
  })
})

describe('text for finding', () => {
  test.each([
    ['Zoé', 'zoe'],
    ['SIÂN', 'sian'],
    ['Seán', 'sean'],
    ['Łukasz Żółć', 'lukasz zolc'],
    ['Ŵyn ŷ', 'wyn y'],
    ['O’Neill', "o'neill"],
    ['Straße', 'strasse'],
    ['Bjørn  Æsa', 'bjorn aesa'],
    ['Ann\u200b\u00a0Bell', 'ann bell'],
    ['Smith\u2011Jones', 'smith-jones'],
    ['مُحَمَّد', 'محمد'],
  ])('%s is found as %s', (typed, found) => expect(folded(typed)).toBe(found))

  test('Tamil vowels still tell names apart', () => {
    expect(folded('கா')).not.toBe(folded('கி'))
  })

  test('folding twice is folding once, and case never matters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        expect(folded(folded(typed))).toBe(folded(typed))
      }),
    )
    expect(folded('ΟΔΥΣΣΕΥΣ')).toBe(folded('οδυσσευς'))
    expect(['GROẞ', 'Groß', 'gross'].map(folded)).toEqual(['gross', 'gross', 'gross'])
  })

  test('a Cyrillic letter in a Latin name is noticed', () => {
    expect(mixesAlphabets('\u0410nna Bell')).toBe(true)
    expect(mixesAlphabets('Anna Белл')).toBe(false)
    expect(mixesAlphabets('Zoé O’Neill')).toBe(false)
  })
})

describe('a reason says something', () => {
  test.each(['.', '-', 'x', ' y ', '12', '?!', '1 a', '2a'])('not “%s”', (typed) => {
    expect(reason.safeParse(typed).success).toBe(false)
    expect(reasonNote.safeParse(typed).success).toBe(false)
  })
  test.each(['no', 'A b', 'Öl', '没有', '3 m late'])('but “%s”', (typed) => {
    expect(reason.safeParse(typed).success).toBe(true)
    expect(reasonNote.safeParse(`${typed}\n`).success).toBe(true)
  })
})
