import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  type KeptPerson,
  keepFamilyUntil,
  keepUntil,
  retentionRules,
  yearsOn,
} from '#domain/retention/rules.ts'
import { thirdPartyReasonsOf } from '#domain/retention/third-party.ts'
import { tableUnder } from '../../support/markdown-table.ts'

const mother = { kind: 'mother', bornOn: '1994-05-03', lastContactOn: '2026-02-01' } as const
const baby = { kind: 'baby', bornOn: '2026-01-05', lastContactOn: '2026-02-01' } as const

const page = readFileSync(join(import.meta.dirname, '../../../docs/states/retention.md'), 'utf8')
const day = (said: string | undefined) => (said === '-' || said === undefined ? null : said)

describe('how long a record is kept', () => {
  test.each(tableUnder(page, '1. One person'))(
    'of $of, born $born, last contact $[last contact], died $died, trained $[last training]: $[kept until]',
    (row) => {
      const person = {
        kind: row.of as KeptPerson['kind'],
        bornOn: day(row.born),
        lastContactOn: day(row['last contact']),
        diedOn: day(row.died),
        trainedOn: day(row['last training']),
      }
      const kept = keepUntil(person)
      expect(kept?.until ?? '-').toBe(row['kept until'])
      expect(kept?.because ?? '-').toBe(row.because)
    },
  )

  test('no rule is without a row', () => {
    const rows = tableUnder(page, '1. One person')
    for (const { of, what } of retentionRules)
      expect(rows.some((row) => row.of === of && row.because === what)).toBe(true)
  })

  test('of mother and baby the longer counts for both', () => {
    expect(keepFamilyUntil([mother, baby])?.until).toBe('2051-02-01')
  })

  test('has no end while somebody of the family is on the unit', () => {
    expect(keepFamilyUntil([mother, { ...baby, lastContactOn: null }])).toBeNull()
  })

  test.each([
    ['2024-02-29', 25, '2049-03-01'],
    ['2024-02-29', 20, '2044-02-29'],
    ['2024-02-28', 25, '2049-02-28'],
    ['2099-12-31', 25, '2124-12-31'],
  ])('%s and %i years is %s', (date, years, until) => {
    expect(yearsOn(date, years)).toBe(until)
  })
})

describe('what may belong to somebody else', () => {
  const entry = {
    type: 'care_entry',
    basisKind: 'observed',
    text: 'Slept well',
    wasReported: false,
    isOfOthers: false,
  }
  const reasons = (changes: object, names = ['Siân', 'Jo']) =>
    thirdPartyReasonsOf({ ...entry, ...changes }, names)

  test.each([
    [{}, []],
    [{ basisKind: 'told' }, ['told']],
    [{ type: 'tie' }, ['about-others']],
    [{ text: 'Visited by SIAN in the morning' }, ['named']],
    [{ text: 'Siân’s mother rang' }, ['named']],
    [{ text: 'Asian food' }, []],
    [{ text: 'Jo was here' }, ['named']],
    [{ text: 'So jo-jo was here' }, []],
    [{ type: 'received_document', basisKind: 'document' }, ['from-others']],
    [{ wasReported: true }, ['told']],
    [{ isOfOthers: true }, ['about-others']],
  ])('of %j is %j', (changes, found) => {
    expect(reasons(changes)).toEqual(found)
  })
})
