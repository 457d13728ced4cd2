import { codeText, typeLabel } from '#domain/audit/words.ts'
import { formatDate, formatDateTime, isCivilDate } from '#domain/shared/calendar.ts'
import { bed } from '#drizzle/schema/stays.ts'
import { userAccount } from '#drizzle/schema/users.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { staffNameOf } from '../users/staff-names.ts'
import { personNames } from './person-names.ts'

/** A value as it is shown; `recordId` where it stands for another record whose history can be opened. */
export interface ShownValue {
  text: string
  recordId?: string
  /** The other record has no name of its own: only its kind is said. */
  isUnnamed?: true
}

/** Names that somebody chose: they only look like codes. */
const written = new Set(['signInName'])

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const beds = standing(bed, ['name'], 't.record_id = @id')
const accounts = standing(userAccount, ['staffId'], 't.record_id = @id')

/** How stored values are shown: times in local words, references by name, codes without hyphens. */
export function valuesShown(db: ReadDb): (value: unknown, field: string) => ShownValue | null {
  const staffName = staffNameOf(db)
  const named: Readonly<Record<string, (recordId: string) => string>> = {
    person: (recordId) => personNames(db, [recordId])(recordId),
    staff: staffName,
    user_account: (recordId) =>
      staffName(accounts.at(db, newest, { id: recordId })[0]?.staffId ?? ''),
    bed: (recordId) => beds.at(db, newest, { id: recordId })[0]?.name ?? 'bed',
  }
  const reference = (recordId: string): ShownValue => {
    const type = db.row<{ type: string }>('select type from record where record_id = @recordId', {
      recordId,
    })?.type
    if (type === undefined) return { text: recordId }
    const name = named[type]?.(recordId)
    return name === undefined
      ? { text: typeLabel(type), recordId, isUnnamed: true }
      : { text: name, recordId }
  }
  return (value, field) => {
    if (value === null || value === undefined || value === '') return null
    if (Buffer.isBuffer(value)) return { text: `a file of ${value.length} bytes` }
    const text = String(value)
    if (instant.test(text)) return { text: formatDateTime(text) }
    if (isCivilDate(text)) return { text: formatDate(text) }
    if (id.test(text)) return reference(text)
    return { text: written.has(field) ? text : codeText(text) }
  }
}
