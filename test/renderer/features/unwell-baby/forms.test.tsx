import { describe, expect, it } from 'vitest'
import { concernOf } from '../../../../renderer/features/unwell-baby/concern-input.ts'
import { callOf } from '../../../../renderer/features/unwell-baby/help-typed.ts'
import { observationOf } from '../../../../renderer/features/unwell-baby/observation-typed.ts'
import { typedNumber } from '../../../../renderer/features/unwell-baby/reading-field.tsx'
import { runsOf } from '../../../../renderer/features/unwell-baby/sign-chart.tsx'
import { unscoredBands } from '../../../../renderer/features/unwell-baby/unscored.ts'

const at = '2026-11-23T09:05:42.000Z'

describe('a concern raised with one press', () => {
  it('is staff’s worry, seen by whoever is signed in, at the minute of the press', () => {
    expect(concernOf({}, 'me', at, 'Jo Example')).toEqual({
      recognisedAt: '2026-11-23T09:05:00.000Z',
      whose: 'staff',
      words: '',
      basis: { kind: 'observed' },
      findings: [],
      mobility: 'not-known',
    })
  })

  it('is the carer’s worry, told by the mother by name, from the other button', () => {
    const { whose, basis } = concernOf({}, 'mother', at, 'Jo Example')
    expect(whose).toBe('carer')
    expect(basis).toEqual({ kind: 'told', by: 'The mother, Jo Example' })
  })

  it('keeps what somebody said of whose worry it is', () => {
    const basis = { kind: 'told', by: 'The grandmother' } as const
    expect(concernOf({ whose: 'carer', basis }, 'me', at, 'Jo Example')).toMatchObject({
      whose: 'carer',
      basis,
    })
  })
})

describe('an observation set', () => {
  const least = { observedAt: at, babyState: 'settled' } as const

  it('takes nothing for normal that nobody recorded', () => {
    const set = observationOf({ ...least, feverReport: 'not-asked', carerView: 'not-asked' })
    expect(set).toMatchObject({ readings: {}, groups: {}, findings: [], support: null })
  })

  it('sends a value, or why there is none, and never both', () => {
    const { readings } = observationOf({
      ...least,
      feverReport: 'not-asked',
      carerView: 'not-asked',
      readings: {
        'heart-rate': { value: 165, because: 'unsuccessful' },
        temperature: { because: 'other', note: 'Asleep at last' },
      },
    })
    expect(readings).toEqual({
      'heart-rate': { kind: 'value', value: 165, confirmed: false },
      temperature: { kind: 'not-measured', because: 'other', note: 'Asleep at last' },
    })
  })

  it('counts findings of a group alone where something was found in it', () => {
    const set = observationOf({
      ...least,
      feverReport: 'not-asked',
      carerView: 'not-asked',
      groups: { behaviour: { checked: 'nothing' }, colour: { checked: 'found' } },
      found: { behaviour: ['no-smile'], colour: ['mottled'] },
    })
    expect(set.findings).toEqual(['mottled'])
    expect(set.groups).toEqual({ behaviour: { checked: true }, colour: { checked: true } })
  })
})

it('reads a number as a ward writes it, and nothing else', () => {
  expect(['38.2', ' 38,2 ', '165', '1e3', '-1', 'high', ''].map(typedNumber)).toEqual([
    38.2,
    38.2,
    165,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

it('takes a call for reached only where somebody was spoken to', () => {
  const rung = { whom: 'gp', calledAt: at, calledBy: 'A nurse' } as const
  expect(callOf({ ...rung, reached: 'no' })).toEqual({ kind: 'rang', call: rung })
  const spoken = { reachedAt: at, reachedName: 'Dr Example' }
  expect(callOf({ ...rung, reached: 'yes', spoken }).kind).toBe('reached')
})

it('joins only points that follow each other without a gap', () => {
  expect(runsOf([1, 2, undefined, 3, undefined, undefined, 4, 5])).toEqual([[1, 2], [3], [4, 5]])
})

it('shades what the chart scores nothing, and nothing more', () => {
  const mark = { source: 'PEWS', mark: 'published' } as const
  const bands = unscoredBands({
    parameters: [
      {
        sign: 'respiratory-rate',
        bands: [{ below: 30, score: 1 }, { below: 50, score: 0 }, { score: 1 }],
        ...mark,
      },
      {
        sign: 'oxygen-saturation',
        bands: [{ atMost: 91, score: 4 }, { below: 95, score: 1 }, { score: 0 }],
        ...mark,
      },
    ],
  })
  expect(bands).toEqual({ 'respiratory-rate': [30, 50], 'oxygen-saturation': [95, 100] })
})
