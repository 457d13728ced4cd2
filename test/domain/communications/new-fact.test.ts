import { describe, expect, test } from 'vitest'
import { isNewAfter, type TieSays, tellsNewFact } from '#domain/communications/new-fact.ts'
import { linesUnder } from './page.ts'

/** "father yes do-not-contact": relation, responsibility, whether contact is safe. */
function tieOf(words: string): TieSays | undefined {
  if (words === 'nothing') return undefined
  const withdrawn = words === 'withdrawn'
  const [relation, responsibility, safe] = withdrawn ? ['father', 'yes', 'yes'] : words.split(' ')
  return {
    personId: 'person-1',
    toPersonId: 'baby-1',
    relation: relation as TieSays['relation'],
    parentalResponsibility: responsibility as TieSays['parentalResponsibility'],
    safeToContact: safe as TieSays['safeToContact'],
    contactThrough: null,
    withdrawn,
  }
}

describe('a new fact about partner, paternity or visitor', () => {
  test.each(linesUnder('10. A new fact'))('line %s', (_, cell) => {
    const now = tieOf(cell('now'))
    if (!now) throw new Error('A line needs what the tie says now')
    expect(tellsNewFact(tieOf(cell('before')), now)).toBe(cell('new fact') === 'yes')
  })

  test('what is recorded in the first 24 hours is of the admission', () => {
    const arrived = '2026-11-23T09:00:00.000Z'
    expect(isNewAfter(arrived, '2026-11-24T09:00:00.000Z')).toBe(false)
    expect(isNewAfter(arrived, '2026-11-24T09:00:00.001Z')).toBe(true)
  })
})
