import { describe, expect, it } from 'vitest'
import { figureOf } from '#domain/assurance/measure.ts'
import type { GroupLine } from '#domain/training/by-group.ts'
import { complianceChart, groupsIn, quarterEnds } from '#domain/training/over-time.ts'

const member = (key: string, isIn: boolean) => ({
  key,
  at: '2026-01-01T00:00:00.000Z',
  class: isIn ? ('pass' as const) : ('fail' as const),
  reason: '',
  quantity: 1,
  records: [],
})
const line = (group: string, isIn: boolean[], isTotal = false): GroupLine => {
  const figure = figureOf(isIn.map((one, index) => member(`${group} ${index}`, one)))
  return {
    group,
    isTotal,
    n: isIn.length,
    level: figure,
    multiAgency: figure,
    careProceedings: figure,
    lifeSupport: figure,
  }
}

describe('compliance over time', () => {
  it.each([
    ['2026-11-23', 3, ['2026-03-31', '2026-06-30', '2026-09-30', '2026-11-23']],
    ['2026-01-01', 2, ['2025-09-30', '2025-12-31', '2026-01-01']],
    ['2024-03-31', 1, ['2023-12-31', '2024-03-31']],
  ])('on %s, the quarters before it', (today, count, days) => {
    expect(quarterEnds(today, count)).toEqual(days)
  })

  const points = [
    { on: '2026-09-30', groups: [line('Midwife', [true]), line('Everybody', [true], true)] },
    {
      on: '2026-11-23',
      groups: [line('Consultant', [true, false]), line('Everybody', [true, false], true)],
    },
  ]

  it('shows every group that ever was, the totals last', () => {
    expect(groupsIn(points)).toEqual(['Consultant', 'Midwife', 'Everybody'])
  })

  it('draws each share with its n, and where nobody was in post no point', () => {
    const { table, alt } = complianceChart(points, 'Consultant', 'level')
    expect(table.rows).toEqual([
      ['30 Sep 2026', 'due for nobody', '0'],
      ['23 Nov 2026', '50 %', '2'],
    ])
    expect(alt).toContain('Required level in date, Consultant, on: 30 Sep 2026')
  })
})
