import { describe, expect, it } from 'vitest'
import { clashesOf, isOpen, type ToldClash } from '#domain/chronology/clashes.ts'
import type { EntryKind } from '#domain/chronology/entry.ts'
import type { ChronologyLine } from '#domain/chronology/line.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'
import { aLine, newId, page, written } from './builders.ts'

const [baby, twin] = [newId(), newId()]
const births = [
  { personId: baby, bornOn: '2026-03-03' },
  { personId: twin, bornOn: '2026-03-03' },
]
const kinds: Record<string, [EntryKind, string | null]> = {
  'birth of the baby': ['birth', baby],
  'birth of the twin': ['birth', twin],
  'harm to the baby': ['harm', baby],
  'pregnancy with the baby': ['pregnancy', baby],
  home: ['home', null],
}

function account(text: string): ChronologyLine | undefined {
  if (text === '-') return undefined
  const [kind, when = '', source] = text.split(', ')
  const [entryKind, personId] = meaningOf(kinds, kind)
  const line = aLine({ kind: entryKind, personId, happened: written(when) })
  if (source?.startsWith('in a document of '))
    line.document = {
      documentId: newId(),
      title: 'A report',
      writtenOn: written(source.slice(17)).on,
      place: null,
      readBy: [],
    }
  if (source?.startsWith('told on '))
    line.basis = { kind: 'told', by: 'Her mother', on: written(source.slice(8)).on ?? '' }
  return line
}

const told = (first: string, second: string, state: ToldClash['state']): ToldClash => ({
  recordId: newId(),
  version: 1,
  firstId: first,
  secondId: second,
  what: 'Where she lived that year',
  state,
  settlement: state === 'settled' ? 'The tenancy was seen' : '',
})

describe('clashes', () => {
  it.each(tableUnder(page, '2. Clashes').map((row) => [row.line, row] as const))(
    'line %s of docs/states/chronology.md',
    (_, row) => {
      const lines = [row['one account'], row['the other']].flatMap(
        (text) => account(text ?? '-') ?? [],
      )
      const [one = '', other = one] = lines.map(({ recordId }) => recordId)
      const said = meaningOf<ToldClash[]>(
        {
          nothing: [],
          'they differ': [told(one, other, 'open')],
          settled: [told(one, other, 'settled')],
          'settled, the other way round': [told(other, one, 'settled')],
        },
        row['a person says'],
      )
      const found = clashesOf({ lines, births, told: said })
      const text = found.map((clash) => `${clash.rule}, ${isOpen(clash) ? 'open' : 'settled'}`)
      expect(text.join('; ') || 'none').toBe(row.raised)
    },
  )

  it('go with an account that was entered in error', () => {
    const left = aLine()
    const said = [told(left.recordId, newId(), 'open')]
    expect(clashesOf({ lines: [left], births, told: said })).toEqual([])
  })

  it('are never raised against what other parts of the record say of themselves', () => {
    const own = aLine({ from: 'legal-status', personId: baby, happened: written('2025') })
    expect(clashesOf({ lines: [own], births, told: [] })).toEqual([])
  })
})
