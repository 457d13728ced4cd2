import { spotCheck } from '#drizzle/schema/culture.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const columns = [
  'recordId',
  'version',
  'pairId',
  'staffId',
  'askedAt',
  'dueAt',
  'legalCodes',
  'questions',
  'answeredAt',
  'answers',
  'rightAnswers',
  'talked',
  'author',
  'ruleSetId',
] as const
const since = standing(spotCheck, columns, 't.asked_at >= @since', 't.asked_at desc')
const ofPairs = standing(
  spotCheck,
  ['pairId', 'legalCodes'],
  't.pair_id in (select value from json_each(@pairs))',
)
const one = standing(spotCheck, columns, 't.record_id = @id')

/** The spot checks from then on, newest first. */
export const spotRows = (db: ReadDb, from: string) => since.at(db, newest, { since: from })
export const spotById = (db: ReadDb, id: string) => one.at(db, newest, { id })[0]

/** The legal codes on which each check of these mothers and babies was drawn, however long ago. */
export function askedOn(db: ReadDb, pairIds: readonly string[]): Map<string, string[][]> {
  const rows = ofPairs.at(db, newest, { pairs: JSON.stringify(pairIds) })
  return new Map(
    [...Map.groupBy(rows, ({ pairId }) => pairId)].map(([pairId, of]) => [
      pairId,
      of.map(({ legalCodes }) => legalCodes.split(' ')),
    ]),
  )
}
