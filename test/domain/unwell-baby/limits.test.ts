import { describe, expect, test } from 'vitest'
import { ageForRules } from '#domain/unwell-baby/age-for-rules.ts'
import { type TableResults, tablesFor } from '#domain/unwell-baby/bands.ts'
import { signCodes, signs } from '#domain/unwell-baby/signs.ts'
import { meaningOf } from '../../support/truth-words.ts'
import { at, observations } from './builders.ts'
import { linesUnder } from './page.ts'
import { rules } from './rules-of-the-unit.ts'

const births = {
  '2 months': '2026-09-01',
  '3 months': '2026-08-15',
  '4 months': '2026-07-20',
  '6 months': '2026-05-10',
  '7 months': '2026-04-10',
  '11 months': '2025-12-10',
}

const signNamed = (label: string) => {
  const code = signCodes.find((one) => signs[one].label === label)
  if (!code) throw new Error(`No sign "${label}"`)
  return code
}

/** "-" in the column of the fever table: green, or for an old baby not complete; never a colour. */
const colour = ({ fever }: TableResults) => (fever.fired.length === 0 ? '-' : fever.band)
const risk = ({ sepsis }: TableResults) => (sepsis.fired.length === 0 ? '-' : sepsis.band)

function score({ pews }: TableResults, code: string): string {
  if (pews.kind === 'refused') return 'refused'
  const parameter = pews.parameters.find((one) => one.parameter === code)
  return parameter ? String(parameter.score) : 'not scored'
}

describe('1. the limits', () => {
  test.each(linesUnder('unwell-baby', '1. The limits'))('%s', (_, cell) => {
    const code = signNamed(cell('sign'))
    const set = observations({ [code]: Number(cell('value')) })
    const tables = tablesFor(rules, { bornOn: meaningOf(births, cell('age')) }, set)
    expect(colour(tables)).toBe(cell('fever'))
    expect(risk(tables)).toBe(cell('sepsis'))
    expect(score(tables, code)).toBe(cell('PEWS'))
  })

  test('a well baby is green, without a sign of sepsis, and PEWS 0', () => {
    const tables = tablesFor(rules, { bornOn: births['4 months'] }, observations())
    expect(tables.fever).toEqual({ band: 'green', fired: [], missing: [] })
    expect(tables.sepsis).toEqual({ band: 'no-sign', fired: [], missing: [] })
    expect(tables.pews).toMatchObject({ total: 0, complete: true, level: 'none', missing: [] })
  })
})

describe('2. ages', () => {
  const gestations: Record<string, number | null> = {
    term: null,
    '32 weeks': 32 * 7,
    '36 weeks 6 days': 36 * 7 + 6,
    '37 weeks': 37 * 7,
  }
  test.each(linesUnder('unwell-baby', '2. Ages'))('%s', (_, cell) => {
    const birth = {
      bornOn: cell('born'),
      gestationDays: meaningOf(gestations, cell('gestation')),
    }
    const set = observations({ [signNamed(cell('sign'))]: Number(cell('value')) })
    const tables = tablesFor(rules, birth, set)
    expect(colour(tables)).toBe(cell('fever'))
    expect(risk(tables)).toBe(cell('sepsis'))
    const fired = [...tables.fever.fired, ...tables.sepsis.fired]
    const bases = [...new Set(fired.map(({ ageBasis }) => ageBasis))]
    expect(bases.join(', ') || '-').toBe(cell('picked by'))
  })

  test('PEWS is refused from the first birthday, with the reason', () => {
    const { pews } = tablesFor(rules, { bornOn: '2025-11-23' }, observations({ 'heart-rate': 190 }))
    expect(pews).toMatchObject({
      kind: 'refused',
      because:
        'The baby is 12 months old. This chart is for babies from birth to the day before the first birthday. Use the national chart for 1 to 4 years',
    })
    const dayBefore = tablesFor(rules, { bornOn: '2025-11-24' }, observations())
    expect(dayBefore.pews.kind).toBe('scored')
  })

  test('a premature baby of 12 months is refused too: the age counts from birth', () => {
    const birth = { bornOn: '2025-11-23', gestationDays: 30 * 7 }
    expect(tablesFor(rules, birth, observations()).pews.kind).toBe('refused')
  })

  test('what raises the level without a score is answered at any age', () => {
    const set = observations({}, { consciousness: 'pain' })
    const { pews } = tablesFor(rules, { bornOn: '2025-06-01' }, set)
    expect(pews.triggers.map(({ level }) => level)).toEqual(['emergency'])
  })

  test('from 12 months nothing found is never green', () => {
    const tables = tablesFor(rules, { bornOn: '2025-11-23' }, observations())
    expect(tables.fever.band).toBe('not-complete')
    expect(tables.sepsis.band).toBe('not-complete')
    expect(tables.fever.missing.map(({ what }) => what)).toEqual(['age'])
  })

  test('before the due date the corrected age is 0', () => {
    const age = ageForRules({ bornOn: '2026-11-01', gestationDays: 200 }, at('14:00'))
    expect(age.corrected).toEqual({ months: 0, days: 0 })
    expect(age.chronological).toEqual({ months: 0, days: 22 })
  })

  test('a birth that nobody recorded: every age row is read, and nothing is ever green', () => {
    const hot = tablesFor(rules, { bornOn: null }, observations({ temperature: 38 }))
    expect(hot.fever.band).toBe('red')
    expect(hot.sepsis.band).toBe('high')
    expect(hot.pews.kind).toBe('scored')
    expect(tablesFor(rules, { bornOn: null }, observations()).fever.band).toBe('not-complete')
  })

  test('the age is that on the clock in England', () => {
    // 23:30 in London on 22 June is 22:30 UTC; half an hour later the baby is a day older.
    const birth = { bornOn: '2026-05-23' }
    expect(ageForRules(birth, '2026-06-22T22:30:00.000Z').chronological?.months).toBe(0)
    expect(ageForRules(birth, '2026-06-22T23:30:00.000Z').chronological?.months).toBe(1)
  })
})

describe('what is missing', () => {
  const missing = (set: Parameters<typeof tablesFor>[2]) =>
    tablesFor(rules, { bornOn: births['4 months'] }, set)

  test('is listed by each table and never green', () => {
    const tables = missing(observations({ temperature: undefined, 'heart-rate': undefined }))
    expect(tables.fever.band).toBe('not-complete')
    expect(tables.fever.missing.map(({ what }) => what)).toEqual(['temperature', 'heart-rate'])
    expect(tables.sepsis.band).toBe('not-complete')
    expect(tables.pews).toMatchObject({
      complete: false,
      level: 'not-complete',
      missing: ['Heart rate: not recorded'],
    })
  })

  test('a row that fires leads although others are missing', () => {
    const tables = missing(
      observations({ temperature: undefined, 'heart-rate': undefined }, { findings: ['grunting'] }),
    )
    expect(tables.fever.band).toBe('red')
    expect(tables.sepsis.band).toBe('high')
    expect(tables.pews).toMatchObject({ total: 4, complete: false, level: 'low' })
  })

  test('a group that nobody looked at is missing', () => {
    const groups = {
      ...observations().groups,
      colour: { checked: false, because: 'Dark room' } as const,
    }
    const tables = missing(observations({}, { groups }))
    expect(tables.sepsis.missing).toEqual([{ what: 'colour', label: 'Colour and skin' }])
  })

  test('a temperature that was not taken lets the fever table count', () => {
    expect(missing(observations({ temperature: undefined })).feverCounts).toBe(true)
    expect(missing(observations({ temperature: 37.9 })).feverCounts).toBe(false)
    expect(missing(observations({ temperature: 38 })).feverCounts).toBe(true)
  })

  test('oxygen is given, and nobody asked whether it is more than usual: it is taken as more', () => {
    const groups = {
      ...observations().groups,
      breathing: { checked: false, because: 'No time' } as const,
    }
    const tables = missing(observations({ 'oxygen-flow': 1 }, { support: 'nasal-prongs', groups }))
    expect(tables.sepsis.band).toBe('high')
    const asked = missing(observations({ 'oxygen-flow': 1 }, { support: 'nasal-prongs' }))
    expect(asked.sepsis.fired).toEqual([])
  })
})
