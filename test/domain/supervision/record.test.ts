import { describe, expect, test } from 'vitest'
import {
  type DecisionSetting,
  decisionFaults,
  entryLag,
  latestReview,
} from '#domain/supervision/faults.ts'
import {
  confirmationInputSchema,
  decisionInputSchema,
  legalBasisText,
} from '#domain/supervision/record.ts'
import { everywhere } from './builders.ts'
import { rules } from './rules-of-the-unit.ts'

const now = '2026-11-23T12:00:00.000Z'
const typed = {
  pairId: '01990000-0000-7000-8000-000000000001',
  startsAt: now,
  reviewDueAt: '2026-11-24T12:00:00.000Z',
  cells: everywhere('SUP-1'),
  rationale: 'Unwell, impulsive',
  evidence: 'Observed on two shifts',
}
const fieldsOf = (given: object) =>
  decisionInputSchema
    .safeParse({ ...typed, ...given })
    .error?.issues.map(({ path }) => path.join('.'))

describe('a supervision decision as it is entered', () => {
  test('is accepted, its blanks left out', () => {
    const parsed = decisionInputSchema.parse({
      ...typed,
      agreedWith: ' ',
      authorityRequirement: null,
    })
    expect(parsed.agreedWith).toBeUndefined()
    expect(parsed.authorityRequirement).toBeUndefined()
  })

  test.each<[string, object, string]>([
    ['no place at all', { cells: [] }, 'cells'],
    ['a place twice', { cells: [...everywhere('SUP-1'), everywhere('SUP-3')[0]] }, 'cells'],
    [
      'an unknown level',
      { cells: [{ place: 'home', activity: 'all', level: 'SUP-9' }] },
      'cells.0.level',
    ],
    [
      'an unknown place',
      { cells: [{ place: 'moon', activity: 'all', level: 'SUP-1' }] },
      'cells.0.place',
    ],
    ['a review before the start', { reviewDueAt: '2026-11-23T11:59:00.000Z' }, 'reviewDueAt'],
    ['a review at the start', { reviewDueAt: now }, 'reviewDueAt'],
    ['no reason', { rationale: '  ' }, 'rationale'],
    ['NUL in the evidence', { evidence: 'a\u0000b' }, 'evidence'],
    ['separation without its basis', { cells: everywhere('SUP-0') }, 'legalBasis'],
    ['agreed without when', { agreedWith: 'A. Bell, social worker' }, 'agreedAt'],
    ['agreed without who', { agreedAt: now }, 'agreedWith'],
    ['an id of another kind', { pairId: '7' }, 'pairId'],
    ['a local time', { startsAt: '2026-11-23 12:00' }, 'startsAt'],
  ])('%s is refused at its field', (_, given, field) => {
    expect(fieldsOf(given)).toContain(field)
  })

  test('separation names its legal basis and the document', () => {
    const legalBasis = { kind: 'order' as const, document: 'Order of 20 Nov 2026' }
    const parsed = decisionInputSchema.parse({ ...typed, cells: everywhere('SUP-0'), legalBasis })
    expect(parsed.legalBasis && legalBasisText(parsed.legalBasis)).toBe(
      'Order of a court: Order of 20 Nov 2026',
    )
  })

  test('a raise that is not confirmed needs a reason', () => {
    const decisionId = typed.pairId
    expect(confirmationInputSchema.safeParse({ decisionId, confirmed: true }).success).toBe(true)
    expect(confirmationInputSchema.safeParse({ decisionId, confirmed: false }).success).toBe(false)
    expect(
      confirmationInputSchema.safeParse({ decisionId, confirmed: false, note: 'Misread' }).success,
    ).toBe(true)
  })
})

describe('a decision against the rules and the stay', () => {
  const setting: DecisionSetting = {
    rules,
    pair: { startedAt: '2026-11-20T12:00:00.000Z', endedAt: null },
    isFirst: true,
    limit: null,
    now,
  }
  const faults = (given: object, of: Partial<DecisionSetting> = {}) =>
    decisionFaults(decisionInputSchema.parse({ ...typed, ...given }), { ...setting, ...of }).map(
      ({ field, message }) => `${field}: ${message}`,
    )

  test('nothing is wrong with a good one', () => expect(faults({})).toEqual([]))

  test('the strictest level sets the latest review', () => {
    const mixed = [...everywhere('SUP-4').slice(1), ...everywhere('SUP-2').slice(0, 1)]
    expect(latestReview(rules, now, mixed)).toBe('2026-11-26T12:00:00.000Z')
    expect(latestReview(rules, now, everywhere('not-allowed'))).toBe('2026-11-30T12:00:00.000Z')
    expect(faults({ reviewDueAt: '2026-11-24T12:01:00.000Z' })).toEqual([
      'reviewDueAt: At these levels the review is due by 24 Nov 2026, 12:00 at the latest',
    ])
  })

  test('hours of a review are elapsed hours over the night the clocks go back', () => {
    expect(latestReview(rules, '2026-10-24T11:00:00.000Z', everywhere('SUP-1'))).toBe(
      '2026-10-25T11:00:00.000Z',
    )
  })

  test.each<[string, object, Partial<DecisionSetting>, string]>([
    [
      'long before the stay',
      { startsAt: '2026-11-13T12:00:00.000Z', reviewDueAt: '2026-11-14T12:00:00.000Z' },
      {},
      'startsAt: This is more than a week before',
    ],
    [
      'after they left',
      {},
      { pair: { startedAt: '2026-11-20T12:00:00.000Z', endedAt: '2026-11-23T11:00:00.000Z' } },
      'startsAt: Mother and baby left on 23 Nov 2026, 11:00',
    ],
    [
      'far ahead',
      { startsAt: '2026-12-01T12:00:00.000Z', reviewDueAt: '2026-12-02T12:00:00.000Z' },
      {},
      'startsAt: This time is still to come',
    ],
    [
      'places left out of the first',
      { cells: everywhere('SUP-1').slice(0, 7) },
      {},
      'cells: Choose a level, or not allowed, for: hospital with the baby',
    ],
    [
      'a limit of a court left out',
      {},
      { limit: { text: 'No time alone', since: '2026-11-20T12:00:00.000Z' } },
      'authorityRequirement: A limit of a court',
    ],
    [
      'agreed in the future',
      { agreedWith: 'A. Bell', agreedAt: '2026-11-23T13:00:00.000Z' },
      {},
      'agreedAt: This time is still to come',
    ],
  ])('%s is refused', (_, given, of, message) => {
    expect(faults(given, of).join('\n')).toContain(message)
  })

  test('made before they arrive is what is wanted', () => {
    expect(
      faults({ startsAt: '2026-11-20T09:00:00.000Z', reviewDueAt: '2026-11-21T09:00:00.000Z' }),
    ).toEqual([])
  })

  test('entered late is accepted and shows by how much', () => {
    expect(entryLag('2026-11-23T09:00:00.000Z', now)).toBe(180)
    expect(entryLag('2026-11-23T13:00:00.000Z', now)).toBe(0)
  })
})
