import type { Candour, ReviewAnswer } from '#domain/reviews/record.ts'
import type { EventKind } from '#domain/reviews/rule-content.ts'
import { reviewAnswer, reviewEvent } from '#drizzle/schema/reviews.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const columns = [
  'recordId',
  'version',
  'recordedAt',
  'author',
  'pairId',
  'kind',
  'happenedAt',
  'what',
  'basisKind',
  'basisBy',
  'basisOn',
  'basisDocument',
  'trustNumber',
  'candour',
  'candourBecause',
  'reviewDueAt',
] as const
const ofPairs = standing(
  reviewEvent,
  columns,
  't.pair_id in (select value from json_each(@pairs))',
  't.happened_at, t.record_id',
)
const one = standing(reviewEvent, columns, 't.record_id = @id')
const answers = standing(
  reviewAnswer,
  ['recordId', 'version', 'author', 'subjectId', 'answer', 'because', 'answeredAt'],
  't.subject_id in (select value from json_each(@ids))',
  't.answered_at',
)

/** The events of these pairs, the earliest first, each with what the review says of it. */
export function eventsOf(db: ReadDb, pairIds: readonly string[]) {
  const rows = ofPairs.at(db, newest, { pairs: JSON.stringify(pairIds) })
  const ids = JSON.stringify(rows.map(({ recordId }) => recordId))
  const answered = new Map(answers.at(db, newest, { ids }).map((row) => [row.subjectId, row]))
  return rows.map((row) => {
    const answer = answered.get(row.recordId)
    return {
      ...row,
      kind: row.kind as EventKind,
      candour: row.candour as Candour | null,
      answer: answer && { ...answer, answer: answer.answer as ReviewAnswer },
    }
  })
}
export type EventRow = ReturnType<typeof eventsOf>[number]

/** One event as it stands; undefined where there is none. */
export function eventById(db: ReadDb, id: string): EventRow | undefined {
  const found = one.at(db, newest, { id })[0]
  return found && eventsOf(db, [found.pairId]).find(({ recordId }) => recordId === id)
}
