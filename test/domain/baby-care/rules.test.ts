import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dryWorry } from '#domain/baby-care/dry.ts'
import { amountOf, type CareEntry, entryFaults, entryText } from '#domain/baby-care/entry.ts'
import { careInBrief } from '#domain/baby-care/in-brief.ts'
import { careKinds, storedAmount, wayRule, waysOf } from '#domain/baby-care/kinds.ts'
import { totalsOf } from '#domain/baby-care/totals.ts'
import { changeText, joinedWithinDays, weightPoints } from '#domain/baby-care/weights.ts'
import { worriesOf } from '#domain/baby-care/worries.ts'
import { addDays, addMinutes } from '#domain/shared/calendar.ts'
import { linesUnder } from '../unwell-baby/page.ts'

const at = '2026-11-23T09:00:00.000Z'
const entry = (more: Partial<CareEntry> = {}): CareEntry => ({
  kind: 'feed',
  way: 'bottle-formula',
  happenedAt: at,
  source: 'staff',
  amount: 90,
  confirmed: false,
  medicine: null,
  dose: null,
  note: '',
  ...more,
})
const newborn = { bornOn: '2026-11-10', weights: [] }

const ways = careKinds.flatMap((kind) => waysOf(kind).map(([way]) => [kind, way] as const))

describe('every way of every kind', () => {
  test.each(ways)(
    '%s, %s: its own limits are taken, and one step beyond is refused',
    (kind, way) => {
      const rule = wayRule(kind, way)?.amount
      const least = (amount: number | null) =>
        entryFaults(
          entry({
            kind,
            way,
            amount,
            confirmed: true,
            medicine: 'A',
            dose: 'B',
            note: 'Blanket off',
          }),
        )
      if (!rule) return expect(least(null)).toEqual([])
      const step = 10 ** -rule.decimals
      for (const amount of rule.possible) expect(least(amount)).toEqual([])
      expect(least(rule.possible[0] - step)[0]?.field).toBe('amount')
      expect(least(rule.possible[1] + step)[0]?.field).toBe('amount')
    },
  )

  test('what is stored is whole, and comes back as it was typed', () => {
    for (const [kind, way] of ways) {
      const rule = wayRule(kind, way)?.amount
      if (!rule) continue
      const [low, high] = rule.possible.map((limit) => limit * 10 ** rule.decimals)
      fc.assert(
        fc.property(fc.integer({ min: low ?? 0, max: high ?? 0 }), (steps) => {
          const typed = steps / 10 ** rule.decimals
          expect(storedAmount(rule, typed)).toBe(steps)
          expect(amountOf(kind, way, steps)).toBe(typed)
        }),
      )
    }
  })
})

test.each(linesUnder('baby-care', '1. When the log offers'))('line %s', (_, column) => {
  const [kind, way] = column('entry').split(' ') as [CareEntry['kind'], string]
  const value = Number(column('value'))
  const before = Number(column('weight before'))
  const bornDaysAgo = Number(column('age in days'))
  const worries = worriesOf(
    entry({ kind, way, amount: Number.isNaN(value) ? null : value, confirmed: true }),
    {
      bornOn: addDays(at, -bornDaysAgo).slice(0, 10),
      weights: Number.isNaN(before) ? [] : [{ happenedAt: addDays(at, -3), amount: before }],
    },
  )
  expect(worries.length > 0 ? 'yes' : 'no').toBe(column('offers'))
})

test.each(linesUnder('baby-care', '1b. No wet nappy'))('line %s', (_, column) => {
  const hoursAgo = (hours: number) => addMinutes(at, -hours * 60)
  const written = column('written down, hours before now')
  const entries =
    written === 'nothing'
      ? []
      : written.split(', ').map((one) => {
          const [what = '', hours = ''] = one.split(' ')
          const happenedAt = hoursAgo(Number(hours))
          return what === 'feed'
            ? entry({ happenedAt })
            : entry({ kind: 'nappy', way: what, amount: null, happenedAt })
        })
  const came = hoursAgo(Number(column('the baby came, hours before now')))
  const offered = dryWorry(entries, came, at)
  expect(offered ? 'yes' : 'no').toBe(column('offers'))
  expect(offered?.source ?? 'NICE NG143').toContain('NICE NG143')
})

test('a weight is held against the heaviest before it, never against one after', () => {
  const weights = [
    { happenedAt: addDays(at, -9), amount: 3600 },
    { happenedAt: addDays(at, -3), amount: 3300 },
    { happenedAt: addDays(at, 1), amount: 9000 },
  ]
  const lost = entry({ kind: 'weight', way: 'weighed', amount: 3200 })
  expect(worriesOf(lost, { ...newborn, weights })[0]?.text).toContain('11 % less than 3,600 g')
})

test('an age that nobody knows offers nothing by age', () => {
  const refused = entry({ way: 'refused', amount: null })
  expect(worriesOf(refused, { bornOn: null, weights: [] })).toEqual([])
})

test('words say what was measured and what was not', () => {
  expect(entryText(entry())).toBe('Bottle, formula, 90 ml')
  expect(entryText(entry({ way: 'breast', amount: null }))).toBe('Breast')
  expect(entryText(entry({ kind: 'weight', way: 'weighed', amount: 4210 }))).toBe('4,210 g')
  expect(
    entryText(
      entry({
        kind: 'medicine',
        way: 'given',
        amount: null,
        medicine: 'Vitamin D',
        dose: '5 drops',
      }),
    ),
  ).toBe('Vitamin D, 5 drops')
})

test('a feed whose time nobody took is counted and not added', () => {
  const breast = (amount: number | null) => entry({ way: 'breast', amount })
  const [feeds] = totalsOf([breast(20), breast(null), breast(5)])
  expect(feeds?.text).toBe('3: breast 3, 25 minutes and 1 not measured. Last 09:00')
})

describe('the chart of weights', () => {
  const weighed = (days: number, grams: number | null) => ({
    happenedAt: addDays('2026-09-01T09:00:00.000Z', days),
    amount: grams,
    source: 'staff' as const,
  })
  const born = { bornOn: '2026-08-20', gestationDays: 238 }

  test('joins what is near and nothing across a gap', () => {
    const points = weightPoints(
      [weighed(joinedWithinDays * 2 + 1, 4000), weighed(0, 3000), weighed(joinedWithinDays, 3500)],
      born,
    )
    expect(points.map(({ grams, joined }) => [grams, joined])).toEqual([
      [3000, false],
      [3500, true],
      [4000, false],
    ])
  })

  test('has the corrected age only of a baby who was born early', () => {
    expect(weightPoints([weighed(0, 3000)], born)[0]?.correctedAge).not.toBe('')
    expect(weightPoints([weighed(0, 3000)], { ...born, gestationDays: 280 })[0]?.correctedAge).toBe(
      '',
    )
    expect(weightPoints([weighed(0, 3000)], { bornOn: null, gestationDays: null })[0]?.age).toBe('')
  })

  test('says the last change in words', () => {
    expect(changeText(weightPoints([weighed(0, 3000)], born))).toBe('')
    expect(changeText(weightPoints([weighed(0, 3000), weighed(1, 2950)], born))).toBe(
      '50 g less than the day before',
    )
  })
})

describe('the log in brief, for whoever takes the baby over', () => {
  const now = '2026-11-24T03:00:00.000Z'
  const brief = (entries: CareEntry[], weights: CareEntry[] = []) =>
    careInBrief(entries, weights, now)

  test('says what nobody wrote down', () => {
    expect(brief([])).toEqual([
      'No feed written down in the last 24 hours',
      'No wet nappy written down in the last 24 hours',
      'No medicine written down in the last 24 hours',
      'No weight written down',
    ])
  })

  test('keeps apart who saw it, counts what was refused, and leaves out the day before', () => {
    const lines = brief(
      [
        entry({ happenedAt: '2026-11-23T02:59:00.000Z', amount: 300 }),
        entry({ happenedAt: '2026-11-23T20:00:00.000Z', source: 'mother' }),
        entry({ happenedAt: '2026-11-24T01:00:00.000Z', way: 'refused', amount: null }),
        entry({ happenedAt: '2026-11-24T02:00:00.000Z', kind: 'nappy', way: 'dry', amount: null }),
      ],
      [
        entry({
          kind: 'weight',
          way: 'weighed',
          amount: 4_210,
          happenedAt: '2026-11-20T09:00:00.000Z',
        }),
        entry({
          kind: 'weight',
          way: 'weighed',
          amount: 9_000,
          happenedAt: '2026-11-25T09:00:00.000Z',
        }),
      ],
    )
    expect(lines[0]).toBe(
      'Last feed 20:00, bottle, formula, 90 ml (reported by the mother); 1 in the last 24 hours; 1 offered and not taken',
    )
    expect(lines[1]).toBe('No wet nappy written down in the last 24 hours')
    expect(lines.at(-1)).toBe('Last weight 4,210 g, 20 Nov 2026, 09:00 (seen by staff)')
  })
})
