import { describe, expect, test } from 'vitest'
import { ageBasis, ageForRules, type Birth } from '#domain/unwell-baby/age-for-rules.ts'
import { warningsFor } from '#domain/unwell-baby/warnings.ts'
import { at } from './builders.ts'
import { rules } from './rules-of-the-unit.ts'

const now = at('14:02')
const births: [string, Birth][] = [
  ['of a few hours', { bornOn: '2026-11-23', bornAt: at('03:00') }],
  ['of one day, hour not known', { bornOn: '2026-11-22' }],
  ['of 27 days', { bornOn: '2026-10-27' }],
  ['of three months, corrected 20 days', { bornOn: '2026-08-23', gestationDays: 280 - 72 }],
  ['of four months', { bornOn: '2026-07-20' }],
  ['of thirteen months', { bornOn: '2025-10-20' }],
  ['whose birth is not recorded', { bornOn: null }],
]

describe('what is asked when a concern is raised', () => {
  test.each(births)(
    'holds every sign for 999 or the emergency department: a baby %s',
    (_, birth) => {
      const age = ageForRules(birth, now)
      const asked = warningsFor(birth, now)
      for (const { id, band, when, age: rowAge } of rules.routes.signs) {
        const atOnce = band === 'life-threatening' || band === 'emergency-sign'
        if (!atOnce || when.kind !== 'finding' || ageBasis(rowAge, age) === null) continue
        expect(
          asked.some((code) => when.anyOf.includes(code)),
          id,
        ).toBe(true)
      }
    },
  )

  test('begins with the signs of a newborn, and has none of them later', () => {
    const newborn = ['looks-unwell', 'will-not-feed', 'jaundice']
    expect(warningsFor({ bornOn: '2026-10-27' }, now).slice(0, 3)).toEqual(newborn)
    expect(warningsFor({ bornOn: null }, now).slice(0, 3)).toEqual(newborn)
    for (const code of newborn)
      expect(warningsFor({ bornOn: '2026-07-20' }, now)).not.toContain(code)
  })

  test('what is noticed a day before is asked although the baby is older by now', () => {
    expect(warningsFor({ bornOn: '2026-10-25' }, now)).toContain('will-not-feed')
  })
})
