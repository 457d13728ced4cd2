import { describe, expect, it } from 'vitest'
import { type Find, findsAfter, mostMore, mostShown } from '#domain/search/found.ts'

const finds: Find[] = Array.from({ length: 10_000 }, (_, n) => ({
  id: `id-${n}`,
  title: `Person ${n}`,
  about: '',
  leadsTo: { page: 'staff', staffId: `id-${n}` },
  people: [],
}))

describe('10,000 finds', () => {
  it('come page by page, each once and none left out', () => {
    const seen = finds.slice(0, mostShown).map(({ id }) => id)
    for (;;) {
      const page = findsAfter(finds, seen.at(-1) ?? '')
      expect(page.length).toBeLessThanOrEqual(mostMore)
      if (page.length === 0) break
      seen.push(...page.map(({ id }) => id))
    }
    expect(seen).toEqual(finds.map(({ id }) => id))
  })

  it('go on from the first where the last one shown is gone', () => {
    expect(findsAfter(finds, 'gone')[0]?.id).toBe('id-0')
  })
})
