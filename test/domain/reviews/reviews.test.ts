import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { eventsReviewed, eventsReviewedOrTakenBack } from '#domain/reviews/measures.ts'
import { eventTime, legalChange, opensReview } from '#domain/reviews/opening.ts'
import { eventFaults } from '#domain/reviews/record.ts'
import { answeredAtOf, eventStanding } from '#domain/reviews/standing.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/states/reviews.md'), 'utf8')
/** A time of 2 June 2026 on the ward's clock. */
const at = (time: string) => {
  const [hours, minutes] = time.split(':').map(Number)
  return new Date(Date.UTC(2026, 5, 2, (hours ?? 0) - 1, minutes)).toISOString()
}
const maybe = (cell: string | undefined) => (cell === undefined || cell === '-' ? null : at(cell))
const event = { happenedAt: at('10:00'), reviewDueAt: at('14:00') }

describe('what closes an event', () => {
  it.each(tableUnder(page, '1. What closes').map((row) => [row.line, row] as const))(
    'line %s of docs/states/reviews.md',
    (_, row) => {
      const decisions =
        row.decision === '-'
          ? []
          : [
              {
                isReview: meaningOf(
                  { review: true, 'review that raises': true, 'raise alone': false },
                  row.decision ?? '',
                ),
                startsAt: at(row.starts ?? ''),
                recordedAt: at(row.signed ?? ''),
              },
            ]
      const standing = eventStanding(event, maybe(row.answered), decisions, at(row.now ?? ''))
      expect([standing.state, standing.late ? 'yes' : 'no']).toEqual([row.state, row.late])
    },
  )
})

describe('an answer that is corrected', () => {
  it.each(tableUnder(page, '6. An answer').map((row) => [row.line, row] as const))(
    'line %s of docs/states/reviews.md',
    (_, row) => {
      const before = { answer: row['answer was'] ?? '', answeredAt: at('11:00') }
      const answeredAt = answeredAtOf(before, row.is ?? '', at('13:00'))
      const review = { isReview: true, startsAt: at('11:30'), recordedAt: at('11:30') }
      const { state, late } = eventStanding(event, answeredAt, [review], at(row.now ?? ''))
      expect([answeredAt, state, late ? 'yes' : 'no']).toEqual([
        at(row['counts from'] ?? ''),
        row.state,
        row.late,
      ])
    },
  )
})

describe('measure 5d-5', () => {
  const day = { from: '2026-06-01T23:00:00.000Z', to: '2026-06-02T23:00:00.000Z' }
  const factsOf = (row: Record<string, string>) => {
    const answeredAt = maybe(row.answered)
    const signed = maybe(row['review signed'])
    const until = row['together until'] ?? ''
    return {
      events: [
        {
          ...event,
          recordId: 'event',
          version: 1,
          pairId: 'pair',
          pairEndedAt: until === 'goes on' ? null : at(until),
          takenBackAt: maybe(row['taken back']),
        },
      ],
      answers:
        answeredAt === null
          ? []
          : [{ recordId: 'answer', version: 1, subjectId: 'event', answeredAt }],
      decisions:
        signed === null
          ? []
          : [
              {
                recordId: 'decision',
                version: 1,
                pairId: 'pair',
                isReview: true,
                startsAt: signed,
                recordedAt: signed,
              },
            ],
    }
  }

  it.each(tableUnder(page, '2. Measure 5d-5').map((row) => [row.line, row] as const))(
    'line %s of docs/states/reviews.md',
    (_, row) => {
      const cut = { at: at(row.cut ?? ''), auditSeq: 100 }
      const members = eventsReviewed.members(factsOf(row), day, cut)
      expect(members.map((member) => member.class)).toEqual([row.class])
      expect(eventsReviewedOrTakenBack.members(factsOf(row), day, cut)).toEqual(members)
    },
  )

  it.each(tableUnder(page, 'Events taken back').map((row) => [row.line, row] as const))(
    'line %s of docs/states/reviews.md',
    (_, row) => {
      const cut = { at: at(row.cut ?? ''), auditSeq: 100 }
      const facts = factsOf({ answered: '-', 'together until': 'goes on', ...row })
      const classOf = (measure: typeof eventsReviewed) =>
        measure.members(facts, day, cut)[0]?.class ?? '-'
      expect([classOf(eventsReviewed), classOf(eventsReviewedOrTakenBack)]).toEqual([
        row['version 1'],
        row['version 2'],
      ])
      expect(eventsReviewedOrTakenBack.members(facts, day, cut)[0]?.reason).toContain(row.says)
    },
  )

  it('names the event, the answer and the review that closed it', () => {
    const cut = { at: at('15:00'), auditSeq: 100 }
    const facts = factsOf({
      answered: '11:00',
      'review signed': '11:30',
      'together until': 'goes on',
    })
    expect(eventsReviewed.members(facts, day, cut)[0]?.records.map(({ type }) => type)).toEqual([
      'review_event',
      'review_answer',
      'supervision_decision',
    ])
  })
})

describe('what cannot be true of a note', () => {
  const incident = { kind: 'incident', happenedAt: at('10:00'), candour: 'applies' as const }
  const notes: Record<string, Parameters<typeof eventFaults>[0]> = {
    'an incident': incident,
    'a concern without a word on candour': { kind: 'staff-concern', happenedAt: at('10:00') },
    'an incident without a word on candour': { ...incident, candour: undefined },
    'candour does not apply, and not why': { ...incident, candour: 'does-not-apply' },
    'in the future': { ...incident, happenedAt: at('15:03') },
    'before they were together': { ...incident, happenedAt: at('08:59') },
    'after they had left': { ...incident, happenedAt: at('14:31') },
  }
  it.each(tableUnder(page, '3. What cannot be true').map((row) => [row.line, row] as const))(
    'line %s of docs/states/reviews.md',
    (_, row) => {
      const left = row['what is noted'] === 'after they had left'
      const pair = { startedAt: at('09:00'), endedAt: left ? at('14:30') : null }
      const faults = eventFaults(meaningOf(notes, row['what is noted']), pair, at('15:00'))
      expect(faults.map(({ field }) => field)).toEqual(
        row['said at'] === 'nowhere' ? [] : [row['said at']],
      )
    },
  )
})

describe('what another record tells', () => {
  it.each(tableUnder(page, '4. What another record').map((row) => [row.line, row] as const))(
    'line %s of docs/states/reviews.md',
    (_, row) => {
      const opens = opensReview({
        together: row['together here'] === 'yes',
        assessed: row.assessed === 'yes',
        unanswered: row['the same record’s event unanswered'] === 'yes',
      })
      expect(opens ? 'yes' : 'no').toBe(row.opens)
    },
  )

  it('counts from when mother and baby came, where it happened elsewhere before that', () => {
    expect(eventTime(at('08:00'), at('09:00'))).toBe(at('09:00'))
    expect(eventTime(at('10:00'), at('09:00'))).toBe(at('10:00'))
  })
})

describe('a change of the legal status', () => {
  const version = (words: string | undefined) => {
    const [, code = '', from = '', to, ended] =
      /^(\S+) from (\S+)(?: to (\S+))?(?: ended (\S+))?$/.exec(words ?? '') ?? []
    return {
      code,
      startsAt: at(from),
      endsAt: to === undefined ? null : at(to),
      endedAt: ended === undefined ? null : at(ended),
      withdrawn: false,
    }
  }

  it.each(tableUnder(page, '5. Which change').map((row) => [row.line, row] as const))(
    'line %s of docs/states/reviews.md',
    (_, row) => {
      const before = row.before === '-' ? undefined : version(row.before)
      const after =
        row.now === 'withdrawn' && before ? { ...before, withdrawn: true } : version(row.now)
      const change = legalChange(before, after, at('10:00'))
      expect([change ? 'yes' : 'no', change?.happenedAt ?? null]).toEqual([
        row.opens,
        maybe(row.from),
      ])
    },
  )
})
