import { expect, test } from 'vitest'
import { factorFaults, factorRows, factors, factorsSchema } from '#domain/supervision/factors.ts'
import { noFactors } from '../../support/supervision.ts'

const faults = (given: object, requirement?: string) =>
  factorFaults(factorsSchema.parse(given), requirement).map(({ field }) => field)

test('each is asked by itself: none is answered by another, and none by silence', () => {
  expect(faults({})).toEqual(factors.map((factor) => `factors.${factor}.answer`))
  expect(faults(noFactors)).toEqual([])
  const { impulsivity: _, ...rest } = noFactors as Record<string, object>
  expect(faults(rest)).toEqual(['factors.impulsivity.answer'])
})

test('a yes says what it means; not known is an answer', () => {
  expect(faults({ ...noFactors, illness: { answer: 'yes' } })).toEqual(['factors.illness.note'])
  expect(faults({ ...noFactors, illness: { answer: 'yes', note: 'Slow to answer cues' } })).toEqual(
    [],
  )
  expect(faults({ ...noFactors, illness: { answer: 'not-known' } })).toEqual([])
})

test('a limit of a court or an authority is entered where it never lapses with the form', () => {
  const limited = { ...noFactors, 'court-limits': { answer: 'yes' } }
  expect(faults(limited)).toEqual(['authorityRequirement'])
  expect(
    faults(
      { ...limited, 'court-limits': { answer: 'yes', note: 'Order of May' } },
      'No time alone',
    ),
  ).toEqual([])
})

test('the answers are kept in the order in which they are asked', () => {
  const rows = factorRows(
    factorsSchema.parse({ 'fii-signs': { answer: 'no' }, illness: { answer: 'not-known' } }),
  )
  expect(rows).toEqual([
    { factor: 'illness', answer: 'not-known', note: '' },
    { factor: 'fii-signs', answer: 'no', note: '' },
  ])
})
