import { learningCheck, learningPoint } from '#drizzle/schema/culture.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const columns = [
  'recordId',
  'version',
  'sessionId',
  'source',
  'notedOn',
  'learnt',
  'change',
  'ownerId',
  'changeDueOn',
  'checkDueOn',
  'madeOn',
  'made',
  'author',
] as const
const everyPoint = standing(learningPoint, columns, '1', 't.noted_on desc, t.record_id desc')
const onePoint = standing(learningPoint, columns, 't.record_id = @id')
const checks = standing(
  learningCheck,
  ['recordId', 'version', 'subjectId', 'checkedOn', 'outcome', 'how', 'author'],
  '@id is null or t.subject_id = @id',
  't.checked_on, t.record_id',
)

/** Every learning point, newest first. */
export const learningPoints = (db: ReadDb) => everyPoint.at(db, newest)

export const learningById = (db: ReadDb, id: string) => onePoint.at(db, newest, { id })[0]

/** The checks of one point, or of all, in the order of their days. */
export const checksOf = (db: ReadDb, id: string | null) => checks.at(db, newest, { id })
