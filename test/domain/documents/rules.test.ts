import { describe, expect, it } from 'vitest'
import { expectedDocuments, type FamilyFacts } from '#domain/documents/expected.ts'
import type { ReaderSignature, ReceivedContent } from '#domain/documents/record.ts'
import { firstLimitEnd, notSignedBy } from '#domain/documents/required-readers.ts'
import { notReadOnShift, readerStanding, unreadRiskCritical } from '#domain/documents/rules.ts'
import type { Answer } from '#domain/shared/answer.ts'
import type { KnownSource, SourceKind } from '#domain/shared/who-knows-her.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'
import {
  aContent,
  aFile,
  arrivedAt,
  aSignature,
  classes,
  june,
  page,
  shipped,
  signedByAll,
  spoken,
} from '../history-review/builders.ts'

const source = (kind: SourceKind, name: string): KnownSource => ({
  recordId: name,
  version: 1,
  kind,
  name,
})
const sources: Record<string, KnownSource[]> = {
  none: [],
  'two mental health trusts': [
    source('mental-health-trust', 'North trust'),
    source('mental-health-trust', 'South trust'),
  ],
  'one mental health trust': [source('mental-health-trust', 'North trust')],
  'one GP': [source('gp', 'Example Surgery')],
  'one neonatal unit': [source('neonatal-unit', 'Example Hospital')],
  'one authority': [source('authority', 'Northshire')],
  'two authorities': [source('authority', 'Northshire'), source('authority', 'Southshire')],
  'police and probation': [source('police', 'Police'), source('probation', 'Probation')],
}
const babies = { born: ['baby'], unborn: [], twins: ['baby', 'twin'] }

describe('which documents are expected', () => {
  it.each(tableUnder(page, '1. Which documents').map((row) => [row.line, row] as const))(
    'line %s of docs/states/history-review.md',
    (_, row) => {
      const facts: FamilyFacts = {
        sources: meaningOf(sources, row['sources known']),
        babyIds: meaningOf<string[]>(babies, row.baby),
        socialCare: row['social care'] as Answer,
        statusCodes: row.status === 'none' ? [] : [row.status ?? ''],
        detained: row.detained === 'yes',
      }
      const [classId] = (row.class ?? '').split(' ')
      const found = expectedDocuments(facts, shipped).filter((one) => one.classId === classId)
      const isGap = found.length === 1 && found[0]?.source === null
      expect(isGap ? 'a gap' : String(found.length)).toBe(row.expected)
    },
  )

  it('says of each why it is expected, and of which baby', () => {
    const found = expectedDocuments(
      {
        sources: [source('authority', 'Northshire')],
        babyIds: ['baby', 'twin'],
        socialCare: 'yes',
        statusCodes: ['LEG-07'],
        detained: false,
      },
      shipped,
    )
    const orders = found.filter((one) => one.classId === 'DOC-17')
    expect(orders.map((one) => [one.babyId, one.title, one.because])).toEqual([
      ['baby', 'Court orders, sealed: Northshire', 'Legal status: interim care order'],
      ['twin', 'Court orders, sealed: Northshire', 'Legal status: interim care order'],
    ])
    expect(found.find((one) => one.classId === 'DOC-04')?.because).toBe(
      'Always asked for; nobody is known yet who could hold it',
    )
  })
})

describe('when the first reading is due', () => {
  it.each(tableUnder(page, '2. When the first reading').map((row) => [row.line, row] as const))(
    'line %s of docs/states/history-review.md',
    (_, row) => {
      const received =
        row.received === 'not yet' ? [] : [aContent('words', june(row.received ?? ''))]
      const file = aFile(received, [], { classId: meaningOf(classes, row.class) })
      const arrived = row.arrived === 'not yet' ? null : june(row.arrived ?? '')
      expect(spoken(firstLimitEnd(file, shipped, arrived))).toBe(row.due)
    },
  )
})

const first = aContent('first words', june('3 Jun 10:00'))
const correction = (words: string, recordedAt: string): ReceivedContent => ({
  ...first,
  version: 2,
  recordedAt: june(recordedAt),
  hashes: { 1: words },
})
const changed = correction('other words', '5 Jun 10:00')
const documents: Record<string, ReceivedContent[]> = {
  'not received': [],
  received: [first],
  'changed 5 Jun 10:00': [first, changed],
  'entry corrected 5 Jun 10:00, same words': [first, correction('first words', '5 Jun 10:00')],
  'new report 5 Jun 10:00': [first, aContent('a new report', june('5 Jun 10:00'))],
  'another, received 3 Jun 08:00, entered 5 Jun 10:00': [
    first,
    aContent('a late report', june('3 Jun 08:00'), { recordedAt: june('5 Jun 10:00') }),
  ],
  'entered in error and taken back, the right one 5 Jun 10:00': [
    aContent('the right words', june('5 Jun 10:00')),
  ],
  'changed 5 Jun 10:00, changed back 6 Jun 10:00': [
    first,
    changed,
    { ...correction('first words', '6 Jun 10:00'), version: 3 },
  ],
  'changed 5 Jun 10:00, again 5 Jun 14:00': [
    first,
    changed,
    { ...correction('yet other words', '5 Jun 14:00'), version: 3 },
  ],
  'signed under a later list of fields': [
    { ...first, hashes: { 1: 'first words', 2: 'hash two' } },
  ],
}
const part = 'consultant'
const atFirst = aSignature(part, june('3 Jun 11:00'))
const signatures: Record<string, ReaderSignature[]> = {
  no: [],
  '3 Jun 11:00': [atFirst],
  '3 Jun 13:00': [aSignature(part, june('3 Jun 13:00'))],
  '3 Jun 11:00 by another part': [aSignature('ward-manager', june('3 Jun 11:00'))],
  '5 Jun 11:00, the new report alone': [aSignature(part, june('5 Jun 11:00'), 'a new report')],
  '3 Jun 11:00 and 5 Jun 11:00, both reports': [
    atFirst,
    aSignature(part, june('5 Jun 11:00'), 'a new report'),
  ],
  '3 Jun 11:00 and 5 Jun 11:00': [atFirst, aSignature(part, june('5 Jun 11:00'), 'other words')],
  '3 Jun 11:00 and 5 Jun 11:00 by a colleague in the part': [
    atFirst,
    aSignature(part, june('5 Jun 11:00'), 'other words', { readerId: 'a colleague' }),
  ],
}

describe('where one required reader stands', () => {
  it.each(tableUnder(page, '3. Where one required reader').map((row) => [row.line, row] as const))(
    'line %s of docs/states/history-review.md',
    (_, row) => {
      const signed = meaningOf(signatures, row.signed)
      const isLaterList = row.document === 'signed under a later list of fields'
      const file = aFile(
        meaningOf(documents, row.document),
        isLaterList
          ? signed.map((one) => ({ ...one, fieldListVersion: 2, contentHash: 'hash two' }))
          : signed,
      )
      const standing = readerStanding(file, part, shipped, arrivedAt, june(row.now ?? ''))
      expect([standing.reading, spoken(standing.dueAt), standing.overdue ? 'yes' : 'no']).toEqual([
        row.reading,
        row.due,
        row.overdue,
      ])
    },
  )

  it('has no limit before she has arrived, and one from her arrival after it', () => {
    const file = aFile([aContent('words', june('1 Jun 10:00'))], [])
    const before = readerStanding(file, part, shipped, null, june('9 Jun 10:00'))
    expect(before).toMatchObject({ reading: 'unread', dueAt: null, overdue: false })
    const after = readerStanding(file, part, shipped, arrivedAt, june('9 Jun 10:00'))
    expect(after).toMatchObject({ dueAt: june('3 Jun 10:00'), overdue: true })
  })
})

describe('what is unread and risk-critical', () => {
  const at = june('6 Jun 10:00')
  const signedBy: Record<string, ReaderSignature[]> = {
    'all four': signedByAll(june('3 Jun 11:00')),
    'three of four': signedByAll(june('3 Jun 11:00')).slice(1),
    nobody: [],
    'all four, before the change': signedByAll(june('3 Jun 11:00')),
  }
  const received = { yes: [first], no: [], 'yes, and changed since': [first, changed] }
  it.each(tableUnder(page, '4. What is unread').map((row) => [row.line, row] as const))(
    'line %s of docs/states/history-review.md',
    (_, row) => {
      const file = aFile(
        meaningOf<ReceivedContent[]>(received, row.received),
        meaningOf(signedBy, row['signed by']),
        {
          classId: meaningOf(classes, row.class),
          outcome: row['struck from the list'] === 'yes' ? 'not-needed' : 'open',
        },
      )
      const unread = unreadRiskCritical({ arrivedAt, documents: [file] }, shipped, at)
      expect(unread.length > 0 ? 'yes' : 'no').toBe(row.unread)
    },
  )

  it('names the document and the parts that are missing', () => {
    const file = aFile([first], signedByAll(june('3 Jun 11:00')).slice(2))
    expect(unreadRiskCritical({ arrivedAt, documents: [file] }, shipped, at)).toEqual([
      {
        documentId: file.document.recordId,
        title: 'Social-work chronology and reports: Northshire',
        dueAt: june('4 Jun 10:00'),
        roles: ['ward-manager', 'consultant'],
      },
    ])
  })

  it('can be asked of any time: a signature or a change that came later does not count', () => {
    const file = aFile([first, changed], signedByAll(june('3 Jun 11:00')))
    const unreadAt = (time: string) =>
      unreadRiskCritical({ arrivedAt, documents: [file] }, shipped, june(time)).length
    expect(unreadAt('3 Jun 09:59')).toBe(0)
    expect(unreadAt('3 Jun 10:30')).toBe(1)
    expect(unreadAt('4 Jun 10:00')).toBe(0)
    expect(unreadAt('5 Jun 10:00')).toBe(1)
  })
})

describe('who on this shift has not read', () => {
  it('lists each person with what they have not signed as it reads now', () => {
    const read = aFile(
      [first],
      [aSignature(null, june('3 Jun 11:00'), 'first words', { readerId: 'nurse' })],
    )
    const reopened = aFile(
      [first, changed],
      [aSignature(null, june('3 Jun 11:00'), 'first words', { readerId: 'nurse' })],
    )
    const expected = aFile([], [])
    const struck = aFile([first], [], { outcome: 'not-needed' })
    const list = notReadOnShift(
      [read, reopened, expected, struck],
      ['nurse', 'bank nurse'],
      june('6 Jun 10:00'),
    )
    expect(list).toEqual([
      { staffId: 'nurse', documentIds: [reopened.document.recordId] },
      {
        staffId: 'bank nurse',
        documentIds: [read.document.recordId, reopened.document.recordId],
      },
    ])
    expect(notReadOnShift([read], ['nurse'], june('6 Jun 10:00'))).toEqual([])
  })
})

describe('who takes a report back', () => {
  const first = aContent('first words', june('3 Jun 10:00'))
  const signedBy: Record<string, ReaderSignature[]> = {
    nobody: [],
    'three of four': signedByAll(june('3 Jun 11:00')).slice(1),
    'all four': signedByAll(june('3 Jun 11:00')),
    'all four, before a change': signedByAll(june('3 Jun 11:00')),
  }
  it.each(tableUnder(page, '9. Who takes a report back').map((row) => [row.line, row] as const))(
    'line %s of docs/states/history-review.md',
    (_, row) => {
      const changed = row['signed by']?.endsWith('change')
      const content = changed ? { ...first, version: 2, hashes: { 1: 'other words' } } : first
      const file = aFile([first, content], meaningOf(signedBy, row['signed by']), {
        classId: meaningOf(classes, row.class),
      })
      const open = notSignedBy(file, content, shipped, june('4 Jun 12:00'))
      expect(open.length > 0 ? 'yes' : 'no').toBe(row['two people'])
    },
  )
})
