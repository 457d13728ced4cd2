import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bodyRegions,
  drawnViews,
  isRegionOf,
  placeAt,
  placeOfRegion,
  regionLabel,
} from '#domain/unwell-baby/body-map.ts'
import {
  findingOfKind,
  markKindLabels,
  markKinds,
  markText,
} from '#domain/unwell-baby/body-map-marks.ts'
import { bodyMapSvg } from '#domain/unwell-baby/body-map-svg.ts'
import { injuryMarkSchema } from '#domain/unwell-baby/record-input.ts'

describe('the places of the body map', () => {
  test('each has its own name and code', () => {
    expect(new Set(bodyRegions.map(({ code }) => code)).size).toBe(bodyRegions.length)
    expect(new Set(bodyRegions.map(({ label }) => label)).size).toBe(bodyRegions.length)
  })

  test.each(bodyRegions.map(({ code }) => code))(
    '%s chosen from the list is the place that a press on it finds',
    (code) => {
      const place = placeOfRegion(code)
      if (!place) throw new Error('No place')
      expect(placeAt(place.view, place.x, place.y)).toEqual(place)
    },
  )

  test('in the view from the front the baby’s left is on the right of the page; from the back on the left', () => {
    expect(placeOfRegion('left-cheek')?.x).toBeGreaterThan(500)
    expect(placeOfRegion('right-cheek')?.x).toBeLessThan(500)
    expect(placeOfRegion('left-buttock')?.x).toBeLessThan(500)
    expect(placeOfRegion('right-buttock')?.x).toBeGreaterThan(500)
  })

  test('any press is some place of its own view', () => {
    const permille = fc.integer({ min: 0, max: 1000 })
    fc.assert(
      fc.property(fc.constantFrom(...drawnViews), permille, permille, (view, x, y) => {
        const place = placeAt(view, x, y)
        expect(place).toMatchObject({ view, x, y })
        expect(isRegionOf(view, place.region)).toBe(true)
      }),
    )
  })

  test('a name that is none is no place', () => {
    expect(placeOfRegion('tail')).toBeUndefined()
    expect(isRegionOf('front', 'tail')).toBe(false)
    expect(regionLabel('tail')).toBe('tail')
  })
})

describe('a mark', () => {
  const typed = {
    markKind: 'bruise',
    view: 'front',
    x: 613,
    y: 195,
    region: 'left-cheek',
    sizeMm: 12,
    colour: 'Blue and yellow',
    description: 'Round, skin whole',
    seenAt: '2026-11-23T14:02:00.000Z',
    seenBy: 'S. Okafor',
    explanation: '',
    explainedBy: '',
    heldBy: 'Mother',
  }
  const faults = (more: object) =>
    injuryMarkSchema
      .safeParse({ ...typed, ...more })
      .error?.issues.map(({ path }) => path.join('.'))

  test('is read as an injury, or as one of which nobody is sure', () => {
    expect(injuryMarkSchema.parse(typed)).toMatchObject({ finding: 'bruise-or-injury' })
    for (const kind of markKinds) {
      expect(markKindLabels[kind]).not.toBe('')
      expect(findingOfKind(kind)).toBe(kind === 'unsure' ? 'unsure-mark' : 'bruise-or-injury')
    }
  })

  test.each<[string, object, string]>([
    ['a place of the other view', { region: 'left-buttock' }, 'region'],
    ['a place that is none', { region: 'tail' }, 'region'],
    ['no kind', { markKind: undefined }, 'markKind'],
    ['a kind that is none', { markKind: 'tattoo' }, 'markKind'],
    ['half a millimetre', { sizeMm: 0.5 }, 'sizeMm'],
    ['a metre', { sizeMm: 1000 }, 'sizeMm'],
    ['off the outline', { x: 1001 }, 'x'],
    ['an explanation of nobody', { explanation: 'He fell' }, 'explainedBy'],
    ['seen by nobody', { seenBy: ' ' }, 'seenBy'],
  ])('%s is refused at its field', (_, more, field) => {
    expect(faults(more)).toContain(field)
  })

  test('is told in words with everything that is known of it', () => {
    expect(markText(injuryMarkSchema.parse(typed))).toBe(
      'Bruise, left cheek, 12 mm, Blue and yellow',
    )
    expect(markText(injuryMarkSchema.parse({ ...typed, sizeMm: null, colour: ' ' }))).toBe(
      'Bruise, left cheek, not measured',
    )
  })

  test('is drawn on paper in its own view with its number', () => {
    const svg = bodyMapSvg([
      { number: 1, view: 'front', x: 500, y: 500 },
      { number: 2, view: 'back', x: 500, y: 500 },
    ])
    expect(svg.split('<circle').length - 1).toBe(2)
    expect(svg.indexOf('>1</text>')).toBeLessThan(svg.indexOf('Back'))
    expect(svg.indexOf('>2</text>')).toBeGreaterThan(svg.indexOf('Back'))
  })
})
