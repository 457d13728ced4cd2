import type { SentFormat } from '#domain/discharge/sent.ts'
import { refuse } from '#domain/shared/failure.ts'
import { dischargeSent } from '#drizzle/schema/discharge.ts'
import { docxType } from '../../platform/docx/make-docx.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const columns = [
  'recordId',
  'author',
  'stayId',
  'planVersion',
  'sentTo',
  'sentAt',
  'fileName',
  'format',
  'sha256',
] as const
const ofStay = standing(dischargeSent, columns, 't.stay_id = @stayId', 't.sent_at, t.record_id')
const one = standing(dischargeSent, columns, 't.record_id = @sentId')

const typed = <Row extends { format: string }>(row: Row) => ({
  ...row,
  format: row.format as SentFormat,
})

/** The summaries of a stay that were sent, the earliest first. */
export const sentOf = (db: ReadDb, stayId: string) => ofStay.at(db, newest, { stayId }).map(typed)

/** One summary that was sent; refuses where there is none. */
export function sentById(db: ReadDb, sentId: string) {
  const [found] = one.at(db, newest, { sentId })
  return found ? typed(found) : refuse('not-found', 'This summary is not on record')
}

export const mediaTypeOf = (format: SentFormat): string =>
  format === 'pdf' ? 'application/pdf' : docxType
