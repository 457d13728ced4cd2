import { describe, expect, test } from 'vitest'
import type { Birth } from '#domain/unwell-baby/age-for-rules.ts'
import { findingsOfConcern, findingsOfSet, tablesFor } from '#domain/unwell-baby/bands.ts'
import {
  type FindingCode,
  findingCodes,
  findingGroups,
  findingsIn,
} from '#domain/unwell-baby/findings.ts'
import { meaningOf } from '../../support/truth-words.ts'
import { at, concern, observations } from './builders.ts'
import { linesUnder } from './page.ts'
import { rules } from './rules-of-the-unit.ts'

const fourMonths = { bornOn: '2026-07-20' }

const signOf = (birth: Birth, finding: FindingCode, observedAt = at('14:05')) => {
  const set = observations({}, { findings: [finding], observedAt })
  const [first] = findingsOfSet(rules, birth, set).filter(({ ruleId }) => ruleId.startsWith('RED-'))
  return first?.band ?? '-'
}

describe('3. findings', () => {
  const lines = linesUnder('unwell-baby', '3. Findings')

  test('the table speaks of every finding that can be recorded', () => {
    expect(lines.map(([, cell]) => cell('finding'))).toEqual([...findingCodes])
    expect(findingGroups.flatMap(findingsIn)).toEqual([...findingCodes])
  })

  test.each(lines)('%s', (_, cell) => {
    const finding = cell('finding') as FindingCode
    const { fever, sepsis, pews } = tablesFor(
      rules,
      fourMonths,
      observations({}, { findings: [finding] }),
    )
    expect(fever.fired[0]?.band ?? '-').toBe(cell('fever'))
    expect(sepsis.fired[0]?.band ?? '-').toBe(cell('sepsis'))
    if (pews.kind === 'refused') throw new Error('PEWS is for this age')
    const distress = pews.parameters.find((one) => one.parameter === 'respiratory-distress')
    const raised = pews.triggers[0]?.level
    const score = distress?.score ? `distress ${distress.score}` : '-'
    expect(raised ?? score).toBe(cell('PEWS'))
    expect(signOf(fourMonths, finding)).toBe(cell('sign'))
  })

  test('impaired immunity makes a moderate risk a high one, and is nothing by itself', () => {
    const set = observations({ 'heart-rate': 155 }, { findings: ['impaired-immunity'] })
    expect(tablesFor(rules, fourMonths, set).sepsis.band).toBe('high')
    const alone = observations({}, { findings: ['impaired-immunity'] })
    expect(tablesFor(rules, fourMonths, alone).sepsis.band).toBe('no-sign')
  })
})

describe('3b. with the concern itself', () => {
  test.each(linesUnder('unwell-baby', '3b. With the concern'))('%s', (_, cell) => {
    const [signs = '', age] = cell('noticed with the concern').split(', at ')
    const birth = age ? { bornOn: '2025-10-20' } : fourMonths
    const findings = signs.split(' and ') as FindingCode[]
    const [first] = findingsOfConcern(rules, birth, concern({ findings }))
    expect(first?.band).toBe(cell('band'))
  })
})

describe('3d. consciousness', () => {
  test.each(linesUnder('unwell-baby', '3d. Consciousness'))('%s', (_, cell) => {
    const consciousness = cell('consciousness') as 'alert' | 'pain'
    const set = observations({}, { consciousness })
    const { fever, sepsis, pews } = tablesFor(rules, fourMonths, set)
    expect(fever.fired[0]?.band ?? '-').toBe(cell('fever'))
    expect(sepsis.fired[0]?.band ?? '-').toBe(cell('sepsis'))
    expect(pews).toMatchObject({ level: cell('PEWS') })
    expect(findingsOfSet(rules, fourMonths, set)[0]?.band).toBe(cell('strictest band'))
  })
})

describe('4. signs that depend on age in days or hours', () => {
  const corrected = { bornOn: '2026-08-23', gestationDays: 280 - 72 }
  const births: Record<string, Birth> = {
    '27 days': { bornOn: '2026-10-27' },
    '28 days': { bornOn: '2026-10-26' },
    '2 months': { bornOn: '2026-08-24' },
    '3 months': { bornOn: '2026-08-23' },
    '23 hours': { bornOn: '2026-11-22', bornAt: '2026-11-22T14:06:00.000Z' },
    '24 hours': { bornOn: '2026-11-22', bornAt: '2026-11-22T14:05:00.000Z' },
    '1 day, hour of birth not known': { bornOn: '2026-11-22' },
    '2 days, hour of birth not known': { bornOn: '2026-11-21' },
    '3 months, corrected 20 days': corrected,
  }
  test.each(linesUnder('unwell-baby', '4. Signs'))('%s', (_, cell) => {
    const birth = meaningOf(births, cell('age'))
    expect(signOf(birth, cell('finding') as FindingCode)).toBe(cell('sign'))
  })
})
