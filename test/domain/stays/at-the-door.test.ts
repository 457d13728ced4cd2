import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { personFaults } from '#domain/people/rules.ts'
import {
  ageInWords,
  bornInWords,
  correctedInWords,
  everyRowText,
} from '#domain/shared/birth-words.ts'
import { bedFaults } from '#domain/stays/beds.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'

const page = readFileSync('docs/states/admission.md', 'utf8')
const given = (cell: string | undefined) => (cell === '-' ? undefined : cell)

describe('the bed at an arrival', () => {
  const beds = {
    open: { closed: false, taken: false },
    taken: { closed: false, taken: true },
    closed: { closed: true, taken: false },
    'promised to another': { closed: false, taken: false, promisedTo: 'Hana Malik' },
    'taken, promised to another': { closed: false, taken: true, promisedTo: 'Hana Malik' },
    none: null,
  }
  it.each(tableUnder(page, '9. The bed at an arrival').map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, row) => {
      const faults = bedFaults({
        bed: meaningOf(beds, row.bed),
        because: given(row['why without an open bed']),
      })
      expect(faults.length === 0 ? 'yes' : 'no').toBe(row['she comes in'])
    },
  )

  it('says how to mend it at the field', () => {
    expect(bedFaults({ bed: null, because: '  ' })).toEqual([
      { field: 'bedBecause', message: 'Enter why she comes in without a bed' },
    ])
  })
})

describe('a date of birth that is not known', () => {
  it.each(
    tableUnder(page, '10. A date of birth that is not known').map(
      (row) => [row.line, row] as const,
    ),
  )('line %s of docs/states/admission.md', (_, row) => {
    const bornOn = given(row['date of birth']) ?? null
    const bornOnEstimate = given(row['known of the age']) ?? null
    const birth = { bornOn, bornOnEstimate, gestationDays: null }
    const faults = personFaults(
      {
        ...birth,
        kind: 'baby',
        bornAt: row['time of birth'] === '-' ? null : `${bornOn}T08:00:00.000Z`,
        expectedOn: null,
        nhsNumber: null,
        nhsNumberAbsent: 'not-known',
      },
      '2026-11-23T09:00:00.000Z',
    )
    expect(faults.length === 0 ? 'yes' : 'no').toBe(row.taken)
    if (row['shown as'] !== '-') expect(bornInWords(birth)).toBe(row['shown as'])
  })

  const estimated = { bornOn: '2026-09-14', bornOnEstimate: 'the police', gestationDays: 220 }
  it('is never shown as an age that is known', () => {
    expect(ageInWords(estimated, '2026-11-23')).toBe('about 10 wk, estimated')
    expect(ageInWords({ ...estimated, bornOnEstimate: null }, '2026-11-23')).toBe('10 wk')
    expect(ageInWords({ bornOn: null }, '2026-11-23')).toBe('date of birth not known')
    expect(correctedInWords(estimated, '2026-11-23')).toBeUndefined()
  })

  it('says that every age row is read, and says nothing of one that is known', () => {
    expect(everyRowText(estimated)).toContain('every age row is read')
    expect(everyRowText({ bornOn: null })).toContain('not known')
    expect(everyRowText({ bornOn: '2026-09-14' })).toBeUndefined()
  })
})
