import { describe, expect, it } from 'vitest'
import type { ReaderSignature } from '#domain/documents/record.ts'
import { wardReaders } from '#domain/documents/rule-content.ts'
import type { StayDocument, StayFact } from '#domain/history-review/facts.ts'
import { historyReadInTime, readingsRenewed } from '#domain/history-review/reading-measures.ts'
import { socialWorkReadInTime } from '#domain/history-review/social-work-measure.ts'
import type { Answer } from '#domain/shared/answer.ts'
import { addHours, addMinutes } from '#domain/shared/calendar.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'
import {
  aContent,
  aFile,
  arrivedAt,
  aSignature,
  aStay,
  factsOf,
  june,
  page,
  signedByAll,
} from './builders.ts'

const month = { from: '2026-05-31T23:00:00.000Z', to: '2026-06-30T23:00:00.000Z' }
const later = { at: june('29 Jun 10:00'), auditSeq: 100 }
const cutAt = (at: string) => ({ at, auditSeq: 100 })

const receivedAt = june('3 Jun 10:00')
const limit = june('4 Jun 10:00')
const content = aContent('first words', receivedAt)
const second = aContent('second report', june('3 Jun 11:00'))
const inTime = signedByAll(june('3 Jun 12:00'))
const lateOnce = [...inTime.slice(1), aSignature('ward-manager', addMinutes(limit, 1))]
const without = inTime.slice(1)

describe('measure 5c-1', () => {
  const documents: Record<string, StayDocument[]> = {
    'one, all signed in time': [aFile([content], inTime)],
    'one, all signed on the limit': [aFile([content], signedByAll(limit))],
    'one, one signed late': [aFile([content], lateOnce)],
    'one, one not signed': [aFile([content], without)],
    none: [],
    'one, not received': [aFile([], [])],
    'one, struck from the list': [aFile([content], [], { outcome: 'not-needed' })],
    'one, received without a time': [
      aFile([{ ...content, receivedAt: null, recordedAt: receivedAt }], inTime),
    ],
    'one all signed, one not signed': [aFile([content], inTime), aFile([content], without)],
    'one signed and taken back as wrong, the right one not signed': [
      aFile([aContent('the right words', receivedAt)], inTime),
    ],
    'two reports on one line, the later one signed': [
      aFile([content, second], signedByAll(june('3 Jun 12:00'), 'second report')),
    ],
    'two reports on one line, both signed': [
      aFile([content, second], [...inTime, ...signedByAll(june('3 Jun 13:00'), 'second report')]),
    ],
    'one signed then changed, not renewed': [
      aFile([content, aContent('other words', june('5 Jun 10:00'))], inTime),
    ],
  }
  const stays: Record<string, StayFact> = {
    'goes on': aStay(),
    'ended before the limit': aStay({ endedAt: addMinutes(limit, -1) }),
  }
  it.each(tableUnder(page, 'Measure 5c-1').map((row) => [row.line, row] as const))(
    'line %s of docs/states/history-review.md',
    (_, row) => {
      const facts = factsOf(
        meaningOf(stays, row.stay),
        meaningOf(documents, row['documents of the stay']),
      )
      const cut = row.cut === 'before the limit' ? cutAt(limit) : later
      const members = historyReadInTime.members(facts, month, cut)
      expect(members.map((member) => member.class)).toEqual([row.class])
    },
  )

  it('counts a stay in each period in which a limit of it ends, with those sign-offs alone', () => {
    const second = aContent('first words', june('20 Jun 10:00'))
    const facts = factsOf(aStay(), [aFile([content], inTime), aFile([second], [])])
    const half = (from: string, to: string) =>
      historyReadInTime
        .members(facts, { from: june(from), to: june(to) }, later)
        .map((member) => [member.class, member.at])
    expect(half('1 Jun 00:00', '15 Jun 00:00')).toEqual([['pass', limit]])
    expect(half('15 Jun 00:00', '30 Jun 00:00')).toEqual([['fail', june('21 Jun 10:00')]])
    expect(half('22 Jun 00:00', '30 Jun 00:00')).toEqual([])
  })

  it('opens to the stay, the document, what was received and each signature', () => {
    const [member] = historyReadInTime.members(
      factsOf(aStay(), [aFile([content], inTime)]),
      month,
      later,
    )
    expect(member?.records.map((ref) => ref.type)).toEqual([
      'stay',
      'history_document',
      'received_document',
      ...wardReaders.map(() => 'reader_signature'),
    ])
  })
})

describe('measure 5c-2', () => {
  const decidedAt = june('1 Jun 18:00')
  const early = june('1 Jun 12:00')
  const expectedAt = june('1 Jun 09:00')
  const roles = {
    'ward manager': 'ward-manager',
    consultant: 'consultant',
    'primary nurse': 'primary-nurse',
    nobody: null,
    '-': null,
  } as const
  const times: Record<string, string> = {
    'in time': june('1 Jun 13:00'),
    'after the decision': addMinutes(decidedAt, 1),
    '24 h after arrival': addHours(arrivedAt, 24),
    '24 h 1 min after arrival': addMinutes(addHours(arrivedAt, 24), 1),
    'before the change': june('1 Jun 13:00'),
    '-': early,
  }
  const original = aContent('first words', early)
  const changedTo = (at: string) => ({
    ...original,
    version: 2,
    recordedAt: june(at),
    hashes: { 1: 'other words' },
  })
  const report = (signatures: ReaderSignature[]): Record<string, StayDocument[]> => ({
    none: [],
    'none on the register': [aFile([], [], { classId: 'DOC-01' })],
    received: [aFile([aContent('first words', early)], signatures, { expectedAt })],
    'received, changed before the decision': [
      aFile([original, changedTo('1 Jun 15:00')], signatures, { expectedAt }),
    ],
    'received, changed after the decision': [
      aFile([original, changedTo('1 Jun 19:00')], signatures, { expectedAt }),
    ],
    'not received': [aFile([], [], { expectedAt })],
    'authority holds none': [aFile([], [], { expectedAt, outcome: 'not-held', closedAt: early })],
    'received without a time': [
      aFile([{ ...aContent('first words', null), recordedAt: early }], signatures, { expectedAt }),
    ],
    'expected after the decision only': [aFile([], [], { expectedAt: june('5 Jun 09:00') })],
  })
  const plans: Record<string, Partial<StayFact>> = {
    yes: { planned: true, acceptedAt: decidedAt },
    no: { planned: false },
    'not recorded': { planned: null },
    'yes, decision without a time': { planned: true, acceptedAt: null },
  }
  it.each(tableUnder(page, 'Measure 5c-2').map((row) => [row.line, row] as const))(
    'line %s of docs/states/history-review.md',
    (_, row) => {
      const role = meaningOf<(typeof wardReaders)[number] | null>(roles, row['signed by'])
      const signatures =
        role === null
          ? []
          : row.when === 'before and after the change'
            ? [
                aSignature(role, june('1 Jun 13:00')),
                aSignature(role, june('1 Jun 16:00'), 'other words'),
              ]
            : [aSignature(role, meaningOf(times, row.when))]
      const stay = aStay({
        ...meaningOf(plans, row.planned),
        socialCare: row['social care'] as Answer,
      })
      const facts = factsOf(stay, meaningOf(report(signatures), row.report))
      const cut = row.cut === 'before the limit' ? cutAt(addHours(arrivedAt, 24)) : later
      const [member] = socialWorkReadInTime.members(facts, month, cut)
      expect(member?.class).toBe(row.class)
    },
  )
})

describe('measure 5c-4', () => {
  const changedAt = june('5 Jun 10:00')
  const due = june('6 Jun 10:00')
  const contents = [content, aContent('other words', changedAt)]
  const before = aSignature('consultant', june('3 Jun 12:00'))
  const renewed: Record<string, ReaderSignature[]> = {
    'in time': [aSignature('consultant', due, 'other words')],
    'in time, by a colleague in the part': [
      aSignature('consultant', due, 'other words', { readerId: 'a colleague' }),
    ],
    late: [aSignature('consultant', addMinutes(due, 1), 'other words')],
    no: [],
    'in time, to what it said before': [aSignature('consultant', june('5 Jun 12:00'))],
  }
  it.each(tableUnder(page, 'Measure 5c-4').map((row) => [row.line, row] as const))(
    'line %s of docs/states/history-review.md',
    (_, row) => {
      const signed = row['signed before'] === 'yes' ? [before] : []
      const file = aFile(contents, [...signed, ...meaningOf(renewed, row.renewed)])
      const endedAt = row.stay === 'goes on' ? null : addMinutes(due, -1)
      const cut = row.cut === 'before the limit' ? cutAt(due) : later
      const members = readingsRenewed.members(factsOf(aStay({ endedAt }), [file]), month, cut)
      expect(members[0]?.class ?? 'not counted').toBe(row.class)
    },
  )

  it('counts each reader and each change by itself', () => {
    const again = aContent('third words', june('8 Jun 10:00'))
    const file = aFile(
      [...contents, again],
      [...signedByAll(june('3 Jun 12:00')), ...signedByAll(june('5 Jun 12:00'), 'other words')],
    )
    const members = readingsRenewed.members(factsOf(aStay(), [file]), month, later)
    expect(members.map((member) => member.class)).toEqual([
      ...['pass', 'pass', 'pass', 'pass'],
      ...['fail', 'fail', 'fail', 'fail'],
    ])
    expect(new Set(members.map((member) => member.key)).size).toBe(8)
  })

  it('a signature to a still later change renews the one before as well', () => {
    const version = (n: number, at: string, words: string) => ({
      ...content,
      version: n,
      recordedAt: june(at),
      hashes: { 1: words },
    })
    const changes = [
      version(2, '5 Jun 10:00', 'other words'),
      version(3, '5 Jun 14:00', 'third words'),
    ]
    const signed = [before, aSignature('consultant', june('5 Jun 15:00'), 'third words')]
    const file = aFile([content, ...changes], signed)
    const members = readingsRenewed.members(factsOf(aStay(), [file]), month, later)
    expect(members.map((member) => member.class)).toEqual(['pass', 'pass'])
  })

  it('a signature to a further report does not renew the one before it', () => {
    const again = aContent('third words', june('5 Jun 14:00'))
    const signed = [before, aSignature('consultant', june('5 Jun 15:00'), 'third words')]
    const members = readingsRenewed.members(
      factsOf(aStay(), [aFile([...contents, again], signed)]),
      month,
      later,
    )
    expect(members.map((member) => member.class)).toEqual(['fail', 'pass'])
  })
})
