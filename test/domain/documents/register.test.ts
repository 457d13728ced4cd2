import { describe, expect, it } from 'vitest'
import { ownParts } from '#domain/documents/reader-rules.ts'
import type { DocumentOutcome, ReaderSignature, ReceivedContent } from '#domain/documents/record.ts'
import { mustRead, registerStanding } from '#domain/documents/register.ts'
import { wardReaders } from '#domain/documents/rule-content.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'
import {
  aContent,
  aFile,
  arrivedAt,
  june,
  page,
  shipped,
  signedByAll,
  spoken,
} from '../history-review/builders.ts'

const first = aContent('first words', june('3 Jun 10:00'))
const received: Record<string, ReceivedContent[]> = {
  no: [],
  '3 Jun 10:00': [first],
  '3 Jun 10:00, changed 5 Jun 10:00': [
    first,
    { ...first, version: 2, recordedAt: june('5 Jun 10:00'), hashes: { 1: 'other words' } },
  ],
}
const byAll = signedByAll(june('3 Jun 11:00'))
const signed: Record<string, ReaderSignature[]> = {
  no: [],
  'three of four': byAll.slice(1),
  'all four': byAll,
}
const orNone = (cell: string | undefined) =>
  cell === 'no' || cell === undefined ? null : june(cell)

const here = { arrivedAt, endedAt: null }

const stoodAs: Record<string, Parameters<typeof aFile>> = {
  expected: [[], [], { askedAt: null }],
  asked: [[], [], { askedAt: june('1 Jun 10:00') }],
  received: [[first], []],
  're-opened': [received['3 Jun 10:00, changed 5 Jun 10:00'] ?? [], byAll],
  read: [[first], byAll],
  'not-held': [[], [], { outcome: 'not-held' }],
}

describe('a document after the end', () => {
  const at = june('8 Jun 12:00')
  const ends = { no: null, yes: june('7 Jun 12:00'), ahead: june('9 Jun 12:00') }
  it.each(tableUnder(page, 'After the end').map((row) => [row.line, row] as const))(
    'line %s of docs/states/history-review.md',
    (_, row) => {
      const file = aFile(...meaningOf(stoodAs, row['stood as']))
      const facts = { ...file, chases: [] }
      expect(registerStanding(facts, shipped, here, at).state).toBe(row['stood as'])
      const concern = { arrivedAt, endedAt: meaningOf<string | null>(ends, row.ended) }
      const found = registerStanding(facts, shipped, concern, at)
      expect([found.state, spoken(found.dueAt), found.overdue ? 'yes' : 'no']).toEqual([
        row['stands as'],
        row.due,
        row.overdue,
      ])
    },
  )
})

describe('how far a document has come', () => {
  it.each(tableUnder(page, '6. How far a document').map((row) => [row.line, row] as const))(
    'line %s of docs/states/history-review.md',
    (_, row) => {
      const file = aFile(meaningOf(received, row.received), meaningOf(signed, row.signed), {
        outcome: row.outcome as DocumentOutcome,
        askedAt: orNone(row.asked),
      })
      const nextDueAt = orNone(row['chased, next due'])
      const chases = nextDueAt === null ? [] : [{ chasedAt: june('3 Jun 12:00'), nextDueAt }]
      const found = registerStanding({ ...file, chases }, shipped, here, june(row.now ?? ''))
      expect([found.state, spoken(found.dueAt), found.overdue ? 'yes' : 'no']).toEqual([
        row.state,
        row.due,
        row.overdue,
      ])
    },
  )
})

describe('what somebody has to read', () => {
  const late = aFile([aContent('old', june('2 Jun 11:00'))], [], {
    title: 'Late',
    classId: 'DOC-01',
  })
  const critical = aFile([first], [], { title: 'Critical' })
  const other = aFile([first], [], { title: 'Other', classId: 'DOC-01' })
  const read = aFile([first], byAll, { title: 'Read' })

  it('is first what is late, then what is risk-critical, then by the limit', () => {
    const at = june('5 Jun 12:00')
    const fresh = aContent('new', june('5 Jun 11:00'))
    const files = [
      other,
      { ...critical, contents: [fresh] },
      read,
      { ...late, document: { ...late.document, title: 'Late' } },
    ]
    const found = mustRead(files, () => ['consultant'], shipped, here, at)
    expect(found.map(({ title }) => title)).toEqual(['Late', 'Critical', 'Other'])
    expect(found[0]).toMatchObject({ overdue: true, parts: ['consultant'], reOpened: false })
  })

  it('is nothing for whoever fills no part', () => {
    expect(mustRead([critical], () => [], shipped, here, june('3 Jun 12:00'))).toEqual([])
  })

  it('goes to the named reader of a part, and by role only where nobody is named', () => {
    const named = [{ role: 'consultant' as const, staffId: 'c1' }]
    const own = (staffId: string, role: 'consultant' | 'ward-manager') =>
      ownParts({ staffId, role }, named, wardReaders)
    expect(own('c1', 'consultant')).toEqual(['consultant'])
    expect(own('c2', 'consultant')).toEqual([])
    expect(own('w', 'ward-manager')).toEqual(['ward-manager'])
  })
})
