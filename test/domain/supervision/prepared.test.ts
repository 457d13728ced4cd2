import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { firstInstantAt } from '#domain/shared/calendar.ts'
import {
  type PreparedInput,
  preparedFaults,
  preparedInputSchema,
  preparingOver,
  takenOver,
} from '#domain/supervision/prepared.ts'
import type { DecisionFact } from '#domain/supervision/record.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { noFactors } from '../../support/supervision.ts'
import { decision, everywhere } from './builders.ts'
import { rules } from './rules-of-the-unit.ts'

const page = readFileSync(new URL('../../../docs/states/supervision.md', import.meta.url), 'utf8')

/** "23 Nov 10:00" of the year 2026. */
const clock = (text: string) => {
  const [day = '', , time = ''] = text.split(' ')
  return firstInstantAt(`2026-11-${day.padStart(2, '0')}`, time)
}

describe('6. an assessment decided before arrival', () => {
  test.each(
    tableUnder(page, '6. An assessment decided before arrival').map(
      (row) => [row.line ?? '?', row] as const,
    ),
  )('%s', (_, row) => {
    const prepared = {
      decidedAt: clock(row.decided ?? ''),
      reviewWithinHours: Number(row['review within']?.split(' ')[0]),
    }
    const taken = takenOver(prepared, clock(row['together from'] ?? ''))
    expect(taken ?? 'not taken over').toEqual(
      row['holds from'] === 'not taken over'
        ? 'not taken over'
        : { startsAt: clock(row['holds from'] ?? ''), reviewDueAt: clock(row['review due'] ?? '') },
    )
  })
})

const now = '2026-11-23T12:00:00.000Z'
const input = (given: Partial<PreparedInput> = {}): PreparedInput =>
  preparedInputSchema.parse({
    childId: crypto.randomUUID(),
    seenVersion: 0,
    decidedAt: '2026-11-23T11:00:00.000Z',
    reviewWithinHours: 24,
    cells: everywhere('SUP-1'),
    rationale: 'Acutely unwell',
    evidence: 'Told by the ward that refers',
    factors: noFactors,
    ...given,
  })
const faults = (
  given: Partial<PreparedInput>,
  limit: string | null = null,
  earlierStays: DecisionFact[] = [],
) =>
  preparedFaults(input(given), {
    ...{ rules, now, earlierStays },
    limit: limit === null ? null : { text: limit, since: '2026-11-20T12:00:00.000Z' },
  }).map(({ field }) => field)

describe('until when it may be decided', () => {
  test.each(
    tableUnder(page, 'Until when it may be decided').map((row) => [row.line ?? '?', row] as const),
  )('%s', (_, row) => {
    const stays = {
      'not yet': null,
      'goes on': { endedAt: null },
      over: { endedAt: clock('23 Nov 10:00') },
    }
    const over = preparingOver({
      outcome: row['last decision'] === 'none' ? null : (row['last decision'] ?? null),
      stay: stays[row.stay as keyof typeof stays],
      hasCome: row['child is here'] === 'yes',
    })
    expect(over === null ? 'yes' : 'no').toBe(row['may be decided'])
  })
})

describe('what is wrong with a prepared assessment', () => {
  test('nothing, where every place has a level and the review keeps the limit of the strictest', () => {
    expect(faults({})).toEqual([])
    expect(faults({ cells: everywhere('SUP-3'), reviewWithinHours: 168 })).toEqual([])
  })

  test.each<[string, Partial<PreparedInput>, string | null, string]>([
    ['a place without a level', { cells: everywhere('SUP-1').slice(1) }, null, 'cells'],
    ['a review later than the level allows', { reviewWithinHours: 25 }, null, 'reviewWithinHours'],
    ['decided in the future', { decidedAt: '2026-11-23T12:03:00.000Z' }, null, 'decidedAt'],
    ['a limit that stands left out', {}, 'Never alone', 'authorityRequirement'],
    [
      'the mother told in the future',
      { motherToldAt: '2026-11-23T13:00:00.000Z' },
      null,
      'motherToldAt',
    ],
    [
      'a limit that stands worded anew',
      { authorityRequirement: 'As agreed' },
      'Never alone',
      'authorityRequirement',
    ],
    [
      'a limit worded anew by an agreement from before it was set',
      {
        ...{ authorityRequirement: 'As agreed', agreedWith: 'A. Bell, team manager' },
        agreedAt: '2026-11-20T11:59:00.000Z',
      },
      'Never alone',
      'authorityRequirement',
    ],
  ])('%s', (_, given, limit, field) => {
    expect(faults(given, limit)).toEqual([field])
  })

  test('a limit that theirs have agreed to change since it was set', () => {
    const agreed = { agreedWith: 'A. Bell, team manager', agreedAt: '2026-11-20T12:00:00.000Z' }
    const authorityRequirement = 'Alone in the grounds'
    expect(faults({ ...agreed, authorityRequirement }, 'Never alone')).toEqual([])
  })

  test('less strict than what was decided last in an earlier stay', () => {
    const earlier = decision({
      startsAt: '2026-10-01T12:00:00.000Z',
      reviewDueAt: '2026-10-02T12:00:00.000Z',
      cells: everywhere('SUP-2'),
    })
    const of = (level: 'SUP-1' | 'SUP-2' | 'SUP-3') =>
      faults({ cells: everywhere(level) }, null, [earlier])
    expect([of('SUP-1'), of('SUP-2'), of('SUP-3')]).toEqual([[], [], ['cells']])
  })

  test('a separation without its legal basis is refused as it is entered', () => {
    const cells = everywhere('SUP-0')
    expect(preparedInputSchema.safeParse({ ...input(), cells }).success).toBe(false)
  })
})
