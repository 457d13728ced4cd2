import { describe, expect, test } from 'vitest'
import { tablesFor } from '#domain/unwell-baby/bands.ts'
import type { ObservationSet } from '#domain/unwell-baby/observation.ts'
import { type PewsLevel, pewsContentSchema } from '#domain/unwell-baby/pews-content.ts'
import { meaningOf } from '../../support/truth-words.ts'
import { observations } from './builders.ts'
import { linesUnder } from './page.ts'
import { rules } from './rules-of-the-unit.ts'

const values = {
  'breathing rate': 'respiratory-rate',
  'heart rate': 'heart-rate',
  'blood pressure': 'systolic-pressure',
  saturation: 'oxygen-saturation',
  temperature: 'temperature',
} as const

const pressureSkipped = (
  because: 'not-attempted' | 'unsuccessful' | 'unsuccessful-with-concern',
) => {
  const set = observations({ 'systolic-pressure': undefined })
  return {
    ...set,
    readings: { ...set.readings, 'systolic-pressure': { kind: 'not-measured', because } as const },
  }
}

const given = (words: string): ObservationSet => {
  const [device, amount] = words.split(', ')
  const support = device?.replace(' ', '-') as 'nasal-prongs' | 'head-box'
  const number = Number(amount?.split(' ')[0])
  const sign = amount?.endsWith('litres') ? 'oxygen-flow' : 'oxygen-percent'
  return observations({ [sign]: number }, { support })
}

const whole: Record<string, ObservationSet> = {
  'everything well': observations(),
  'no heart rate': observations({ 'heart-rate': undefined }),
  'no heart rate, breathing rate 50': observations({
    'heart-rate': undefined,
    'respiratory-rate': 50,
  }),
  'no saturation': observations({ 'oxygen-saturation': undefined }),
  'no capillary refill': observations({ 'capillary-refill': undefined }),
  'support not recorded': observations({}, { support: null }),
  'breathing not looked at': observations(
    {},
    { groups: { ...observations().groups, breathing: { checked: false, because: 'No time' } } },
  ),
  'blood pressure not attempted': pressureSkipped('not-attempted'),
  'blood pressure unsuccessful': pressureSkipped('unsuccessful'),
  'blood pressure unsuccessful, with concern': pressureSkipped('unsuccessful-with-concern'),
  'nasal prongs, amount not recorded': observations({}, { support: 'nasal-prongs' }),
  'high-flow': observations({}, { support: 'high-flow' }),
  bipap: observations({}, { support: 'bipap' }),
  cpap: observations({}, { support: 'cpap' }),
  'responds to voice': observations({}, { consciousness: 'voice' }),
  'responds to pain': observations({}, { consciousness: 'pain' }),
  'does not respond': observations({}, { consciousness: 'unresponsive' }),
  asleep: observations({}, { consciousness: 'asleep', babyState: 'asleep' }),
}

function recorded(words: string): ObservationSet {
  const known = whole[words]
  if (known) return known
  const concern = /^(staff|carer) concern (\w+)$/.exec(words)
  if (concern) {
    const level = concern[2] as PewsLevel
    return observations(
      {},
      concern[1] === 'staff' ? { staffConcern: level } : { carerConcern: level },
    )
  }
  if (/^(nasal prongs|head box), [\d.]+ /.test(words)) return given(words)
  const changed = words.split(', ').map((part) => {
    const at = part.lastIndexOf(' ')
    return [meaningOf(values, part.slice(0, at)), Number(part.slice(at + 1))]
  })
  return observations(Object.fromEntries(changed))
}

const pewsOf = (set: ObservationSet) => {
  const { pews } = tablesFor(rules, { bornOn: '2026-07-20' }, set)
  if (pews.kind === 'refused') throw new Error('PEWS is for this age')
  return pews
}

describe('5. totals, what is missing, levels without a score', () => {
  test.each(linesUnder('unwell-baby', '5. PEWS'))('%s', (_, cell) => {
    const result = pewsOf(recorded(cell('recorded, the rest well')))
    expect(String(result.total)).toBe(cell('total'))
    expect(result.level).toBe(cell('level'))
    expect(result.complete ? 'yes' : 'no').toBe(cell('complete'))
    expect(result.complete).toBe(result.parameters.every(({ score }) => score !== null))
  })

  test('a blood pressure that was not taken is listed with the score of the chart', () => {
    expect(pewsOf(pressureSkipped('not-attempted')).missing).toEqual([
      'Systolic blood pressure: not taken, the chart scores 0',
    ])
  })

  test('temperature asks whether this is sepsis and gives no level', () => {
    const result = pewsOf(observations({ temperature: 39.5 }))
    expect(result.thinkSepsis).toEqual(['Temperature 38 °C or more (Temperature 39.5 °C)'])
    expect(result.level).toBe('none')
  })

  test('every parameter names its source', () => {
    for (const parameter of pewsOf(observations()).parameters) {
      expect(parameter.source).toContain('NHS England national PEWS')
      expect(parameter.mark).toBe('published')
    }
  })
})

describe('the content', () => {
  test('bands that leave a gap or overlap are refused', () => {
    const [first, ...rest] = rules.pews.parameters
    if (!first) throw new Error('no parameter')
    const withBands = (bands: unknown) => ({
      ...rules.pews,
      parameters: [{ ...first, bands }, ...rest],
    })
    expect(pewsContentSchema.safeParse(withBands(first.bands)).success).toBe(true)
    expect(pewsContentSchema.safeParse(withBands(first.bands.slice(0, -1))).success).toBe(false)
    expect(pewsContentSchema.safeParse(withBands([...first.bands].reverse())).success).toBe(false)
  })
})
