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
const one = standing(spotCheck, columns, 't.record_id = @id')

/** The spot checks from then on, newest first. */
export const spotRows = (db: ReadDb, from: string) => since.at(db, newest, { since: from })
export const spotById = (db: ReadDb, id: string) => one.at(db, newest, { id })[0]
