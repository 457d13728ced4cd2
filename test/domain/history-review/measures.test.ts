import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figureOf } from '#domain/assurance/measure.ts'
import { catalogueRuns, measureVersions, runMeasures } from '#domain/assurance/measure-run.ts'
import type { DocumentChase, ReceivedContent } from '#domain/documents/record.ts'
import { readerRoles } from '#domain/documents/rule-content.ts'
import type { DocumentFact, HistoryFacts, StayDocument } from '#domain/history-review/facts.ts'
import {
  documentsChased,
  historyMeasures,
  supervisionAfterReading,
} from '#domain/history-review/measures.ts'
import { addMinutes } from '#domain/shared/calendar.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'
import {
  aContent,
  aFile,
  aSignature,
  aStay,
  factsOf,
  june,
  newId,
  page,
  signedByAll,
} from './builders.ts'

const month = { from: '2026-05-31T23:00:00.000Z', to: '2026-06-30T23:00:00.000Z' }
const later = { at: june('29 Jun 10:00'), auditSeq: 100 }
/** Each measure in its newest version, as reports run them. */
const newestMeasures = measureVersions(historyMeasures)
const cutAt = (at: string) => ({ at, auditSeq: 100 })

describe('measure 5c-3', () => {
  const askDue = june('2 Jun 16:00')
  const chaseDue = june('3 Jun 16:00')
  const nextDue = june('5 Jun 16:00')
  const asked: Record<string, Partial<DocumentFact>> = {
    'in time': { askedAt: askDue },
    late: { askedAt: addMinutes(askDue, 1) },
    no: { askedAt: null, chaseDueAt: null },
    'in time, limit not recorded': { askedAt: askDue, askDueAt: null },
  }
  const chaseOf = (chasedAt: string): DocumentChase[] => [
    {
      recordId: newId(),
      version: 1,
      recordedAt: chasedAt,
      documentId: '',
      chasedAt,
      nextDueAt: nextDue,
    },
  ]
  const chased: Record<string, DocumentChase[]> = {
    '-': [],
    'in time': chaseOf(chaseDue),
    late: chaseOf(addMinutes(chaseDue, 1)),
  }
  const came: Record<
    string,
    {
      contents: ReceivedContent[]
      changes?: Partial<DocumentFact>
      endedAt?: string
      decisions?: [outcome: string, decidedAt: string][]
    }
  > = {
    no: { contents: [] },
    'before the chase was due': { contents: [aContent('words', june('3 Jun 10:00'))] },
    'after the chase was due': { contents: [aContent('words', june('4 Jun 10:00'))] },
    'before asking was due': { contents: [aContent('words', june('1 Jun 12:00'))] },
    'after the late chase': { contents: [aContent('words', june('4 Jun 10:00'))] },
    'after the chase': { contents: [aContent('words', june('4 Jun 10:00'))] },
    'source says it holds none, in time': {
      contents: [],
      changes: { outcome: 'not-held', closedAt: june('3 Jun 10:00') },
    },
    'struck from the list': { contents: [], changes: { outcome: 'not-needed' } },
    'without a time': { contents: [aContent('words', null)] },
    'no, the stay ended before the chase was due': {
      contents: [],
      endedAt: june('3 Jun 10:00'),
    },
    'no, the referral was declined before asking was due': {
      contents: [],
      decisions: [['declined', june('1 Jun 12:00')]],
    },
    'no, the referral was withdrawn before asking was due': {
      contents: [],
      decisions: [
        ['waiting', june('1 Jun 12:00')],
        ['withdrawn', june('2 Jun 15:00')],
      ],
    },
    'no, the referral was declined after asking was due': {
      contents: [],
      decisions: [['declined', june('2 Jun 16:01')]],
    },
    'no, the referral was declined, then offered': {
      contents: [],
      decisions: [
        ['declined', june('1 Jun 12:00')],
        ['offered', june('1 Jun 18:00')],
      ],
    },
  }
  const cuts: Record<string, string> = {
    later: later.at,
    'before the limit': askDue,
    'before the chase is due': chaseDue,
    'before the next chase is due': nextDue,
  }
  it.each(tableUnder(page, 'Measure 5c-3').map((row) => [row.line, row] as const))(
    'line %s of docs/states/history-review.md',
    (_, row) => {
      const { contents, changes, endedAt, decisions } = meaningOf(came, row.came)
      const file = aFile(contents, [], {
        askDueAt: askDue,
        chaseDueAt: chaseDue,
        ...meaningOf(asked, row.asked),
        ...(decisions && { stayId: null, referralId: 'referral' }),
        ...changes,
      })
      const chases = meaningOf(chased, row.chased).map((one) => ({
        ...one,
        documentId: file.document.recordId,
      }))
      const referralDecisions = (decisions ?? []).map(([outcome, decidedAt]) => ({
        referralId: 'referral',
        outcome,
        decidedAt,
        recordedAt: decidedAt,
      }))
      const facts = factsOf(aStay({ endedAt: endedAt ?? null }), [file], {
        chases,
        referralDecisions,
      })
      const [member] = documentsChased.members(facts, month, cutAt(meaningOf(cuts, row.cut)))
      expect(member?.class).toBe(row.class)
    },
  )
})

describe('measure 5c-5', () => {
  const decidedAt = june('6 Jun 10:00')
  const first = aContent('first words', june('3 Jun 10:00'))
  const documents: Record<
    string,
    { contents: ReceivedContent[]; changes?: Partial<DocumentFact> }
  > = {
    'risk-critical': { contents: [first] },
    other: { contents: [first], changes: { classId: 'DOC-01' } },
    'risk-critical, of the twin': { contents: [first], changes: { babyId: 'twin' } },
    'risk-critical, received after the decision': {
      contents: [aContent('first words', june('6 Jun 10:01'))],
    },
    'risk-critical, changed before the decision': {
      contents: [first, aContent('other words', june('5 Jun 10:00'))],
    },
    'risk-critical, recorded later without a time of receipt': {
      contents: [{ ...aContent('first words', null), recordedAt: june('7 Jun 10:00') }],
    },
  }
  const signed = {
    yes: signedByAll(june('4 Jun 10:00')),
    no: signedByAll(june('6 Jun 12:00')),
    'yes, before the change': signedByAll(june('4 Jun 10:00')),
  }
  it.each(tableUnder(page, 'Measure 5c-5').map((row) => [row.line, row] as const))(
    'line %s of docs/states/history-review.md',
    (_, row) => {
      const { contents, changes } = meaningOf(documents, row.document)
      const file = aFile(contents, meaningOf(signed, row['signed by all at the decision']), changes)
      const facts = factsOf(aStay(), [file], {
        supervisionDecisions: [
          {
            recordId: 'decision',
            version: 1,
            stayId: 'stay',
            babyId: 'baby',
            kind: row.decision ?? '',
            decidedAt,
          },
        ],
      })
      const [member] = supervisionAfterReading.members(facts, month, later)
      expect(member?.class).toBe(row.class)
    },
  )
})

const someTime = fc
  .integer({ min: 0, max: 20 * 24 * 60 })
  .map((n) => addMinutes(june('1 Jun 00:00'), n))
const someFile = fc
  .record({
    classId: fc.constantFrom('DOC-01', 'DOC-10', 'DOC-18', 'DOC-77'),
    contents: fc.array(fc.tuple(fc.option(someTime), fc.constantFrom('a', 'b')), { maxLength: 3 }),
    signatures: fc.array(
      fc.tuple(fc.constantFrom(...readerRoles), someTime, fc.constantFrom('a', 'b')),
      { maxLength: 8 },
    ),
    outcome: fc.constantFrom('open', 'not-held', 'not-needed'),
    askedAt: fc.option(someTime),
  })
  .map(({ contents, signatures, ...changes }) =>
    aFile(
      contents.map(([at, words]) => aContent(words, at)),
      signatures.map(([role, at, words]) => aSignature(role, at, words)),
      { ...changes, outcome: changes.outcome as 'open' },
    ),
  )
const someFacts = fc
  .record({
    files: fc.array(someFile, { maxLength: 4 }),
    planned: fc.option(fc.boolean()),
    socialCare: fc.constantFrom('yes', 'no', 'not-known'),
    acceptedAt: fc.option(someTime),
    endedAt: fc.option(someTime),
    decided: fc.array(fc.tuple(someTime, fc.constantFrom('raise', 'lowering')), { maxLength: 3 }),
  })
  .map(
    ({ files, decided, ...stay }): HistoryFacts =>
      factsOf(aStay({ ...stay, socialCare: stay.socialCare as 'yes' }), files, {
        supervisionDecisions: decided.map(([decidedAt, kind], i) => ({
          recordId: `decision ${i}`,
          version: 1,
          stayId: 'stay',
          babyId: 'baby',
          kind,
          decidedAt,
        })),
      }),
  )

describe('whatever the register holds', () => {
  it('each member is in one class of each measure, once, and the classes add up', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        for (const { members } of runMeasures(historyMeasures, facts, month, later)) {
          const found = figureOf(members)
          expect(found.pass + found.fail + found.incomplete + found.notEligible).toBe(
            members.length,
          )
          expect(new Set(members.map((member) => member.key)).size).toBe(members.length)
          for (const member of members) {
            expect(member.at >= month.from && member.at < month.to).toBe(true)
            expect(member.records.length).toBeGreaterThan(0)
          }
        }
      }),
    )
  })

  it('a signature that is taken away never raises a rate', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const full = runMeasures(historyMeasures, facts, month, later)
        const less = runMeasures(
          historyMeasures,
          { ...facts, signatures: facts.signatures.slice(1) },
          month,
          later,
        )
        for (const [i, { measure, members }] of less.entries()) {
          // With its first signature gone a sign-off is no longer one that a change re-opened.
          if (measure.id === '5c-4') continue
          const before = figureOf(full[i]?.members ?? [])
          expect([measure.id, figureOf(members).pass <= before.pass]).toEqual([measure.id, true])
        }
      }),
    )
  })

  it('a time of receipt that is taken away never raises the rate of 5c-1, 5c-2 or 5c-3', () => {
    const untimed = (file: StayDocument) =>
      file.contents.map((one) => ({
        ...one,
        receivedAt: null,
        recordedAt: one.receivedAt ?? one.recordedAt,
      }))
    fc.assert(
      fc.property(fc.array(someFile, { maxLength: 3 }), (files) => {
        const facts = factsOf(aStay(), files)
        const emptied = { ...facts, contents: files.flatMap(untimed) }
        const full = runMeasures(newestMeasures.slice(0, 3), facts, month, later)
        const less = runMeasures(newestMeasures.slice(0, 3), emptied, month, later)
        for (const [i, { members }] of less.entries())
          expect(figureOf(members).pass).toBeLessThanOrEqual(figureOf(full[i]?.members ?? []).pass)
      }),
    )
  })

  it('agrees with the catalogue of measures', () => {
    const runs = runMeasures(newestMeasures, factsOf(aStay(), []), month, later)
    expect(() => catalogueRuns(runs)).not.toThrow()
  })
})
