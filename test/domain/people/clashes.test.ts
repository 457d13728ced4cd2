import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bothSay } from '#domain/people/clash-words.ts'
import {
  asSettled,
  clashesOf,
  type Settlement,
  settlementFault,
  settlementOf,
} from '#domain/people/clashes.ts'
import { contactRoute } from '#domain/people/contact-route.ts'
import {
  householdAnswers,
  relations,
  responsibilities,
  safeToContact,
} from '#domain/people/record.ts'
import type { TieStatement } from '#domain/people/ties.ts'
import { bases } from '#domain/shared/provenance.ts'
import { aTie, linesUnder } from './builders.ts'

const words: Record<string, Partial<TieStatement>> = {
  'father, told': { relation: 'father' },
  'father, document': { relation: 'father', basisKind: 'document' },
  'father, asked and not established': { relation: 'father', basisKind: 'not-established' },
  'partner of the mother, told': { relation: 'partner-of-mother' },
  'mother, document': { relation: 'mother', basisKind: 'document' },
  'mother, told': { relation: 'mother' },
  'sibling, told': { relation: 'sibling' },
  'grandparent, told': { relation: 'grandparent' },
  'special guardian, document': { relation: 'special-guardian', basisKind: 'document' },
  'responsibility yes': { parentalResponsibility: 'yes' },
  'responsibility no': { parentalResponsibility: 'no' },
  'responsibility not known': { parentalResponsibility: 'not-known' },
  'lives with her': { livesWith: 'yes' },
  'lives elsewhere': { livesWith: 'no' },
  'do not contact': { safeToContact: 'do-not-contact' },
  'contact yes': { safeToContact: 'yes' },
  'contact not known': { safeToContact: 'not-known' },
  'only through somebody': { safeToContact: 'only-through', contactThrough: 'Her sister' },
  'relation other': { relation: 'other' },
  'relation sibling': { relation: 'sibling' },
}
const meant = (text: string | undefined) => words[text ?? ''] ?? expect.fail(`"${text}" is no word`)

const settled = (first: TieStatement, other: TieStatement, topic: string): Settlement => ({
  recordId: 'settlement',
  firstId: first.recordId,
  firstVersion: first.version,
  otherId: other.recordId,
  otherVersion: other.version,
  topic: topic as Settlement['topic'],
  holds: 'first',
})

describe('two statements', () => {
  test.each(linesUnder('1. Where two statements differ'))('line %s', (_, row) => {
    const first = aTie({ recordId: 'a', ...meant(row['one says']) })
    const other = aTie({
      recordId: 'b',
      personId: row.people === 'two' ? 'somebody else' : 'somebody',
      ...meant(row['the other says']),
    })
    const [clash, ...more] = clashesOf([other, first])
    expect(more).toEqual([])
    expect(clash?.topic ?? '-').toBe(row['differ on'])
    if (!clash) return
    expect([clash.first.recordId, clash.other.recordId]).toEqual(['a', 'b'])
    const lost = row['lost to the first'] ?? ''
    if (lost.startsWith('refused')) {
      expect(settlementFault(clash, 'first')).toMatch(/more careful/)
      expect(settlementFault(clash, 'other')).toBeUndefined()
      return
    }
    expect(settlementFault(clash, 'first')).toBeUndefined()
    const [, found] = asSettled([first, other], [settled(first, other, clash.topic)])
    expect(found).toMatchObject({
      recordId: 'b',
      ...(lost === 'responsibility yes' ? { parentalResponsibility: 'yes' } : meant(lost)),
    })
  })

  test('a statement that was changed since is looked at again', () => {
    const first = aTie({ recordId: 'a', livesWith: 'yes' })
    const other = aTie({ recordId: 'b', livesWith: 'no' })
    const settlement = settled(first, other, 'household')
    const changed = { ...other, version: 2 }
    const [before] = clashesOf([first, other])
    const [after] = clashesOf([first, changed])
    expect(before && settlementOf(before, [settlement])).toBe(settlement)
    expect(after && settlementOf(after, [settlement])).toBeUndefined()
    expect(asSettled([first, changed], [settlement])).toEqual([first, changed])
  })

  test('say in words what each of them says', () => {
    const [clash] = clashesOf([
      aTie({ recordId: 'a', personId: 'sam', relation: 'father' }),
      aTie({ recordId: 'b', personId: 'ali', relation: 'father', basisKind: 'document' }),
    ])
    expect(clash && bothSay(clash, (id) => id.toUpperCase())).toEqual({
      first: 'SAM: Said to be the father',
      other: 'ALI: Father',
    })
  })
})

const someTies = fc
  .array(
    fc.record({
      personId: fc.constantFrom('p', 'q'),
      relation: fc.constantFrom(...relations),
      parentalResponsibility: fc.constantFrom(...responsibilities),
      safeToContact: fc.constantFrom(...safeToContact),
      livesWith: fc.constantFrom(...householdAnswers),
      basisKind: fc.constantFrom(...bases),
    }),
    { maxLength: 5 },
  )
  .map((some) => some.map((one, index) => aTie({ ...one, recordId: `t${index}` })))

test('settling loses no statement, and never loosens contact', () => {
  const careful = ['do-not-contact', 'not-known', 'only-through', 'yes']
  fc.assert(
    fc.property(someTies, fc.boolean(), (ties, takeFirst) => {
      const settlements = clashesOf(ties).flatMap((clash): Settlement[] => {
        const holds = takeFirst ? 'first' : 'other'
        if (settlementFault(clash, holds) !== undefined) return []
        return [{ ...settled(clash.first, clash.other, clash.topic), holds }]
      })
      const after = asSettled(ties, settlements)
      expect(after.map(({ recordId }) => recordId)).toEqual(ties.map(({ recordId }) => recordId))
      for (const [index, tie] of after.entries())
        expect(careful.indexOf(tie.safeToContact)).toBeLessThanOrEqual(
          careful.indexOf(ties[index]?.safeToContact ?? ''),
        )
    }),
  )
})

test.each(linesUnder('6. How somebody may be told'))('contact, line %s', (_, row) => {
  const through = row.through === '-' ? null : (row.through ?? null)
  const route = contactRoute(row['safe to contact'] as 'yes', through)
  expect(route.kind === 'through' ? `through ${route.whom}` : route.kind).toBe(row.route)
})
