import { v5 } from 'uuid'
import { addDaysToDate } from '../../shared/calendar.ts'
import type { Instant } from '../../shared/time.ts'
import type { Treatment } from '../allowed-columns/allowed-column.ts'
import { allowedColumns, momentOf, type Pseudonym } from '../disclosure.ts'
import { toldOf, type VersionRow, type Voice } from './told-row.ts'

/** Ids of our own that are no record's id are made within this name space (RFC 9562, version 5). */
const nameSpace = '6f1c2f5e-6d0b-4a53-9d0e-0f7a1d7c5e21'
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Everything as it is recorded: for whoever cares for the baby. */
export const namedVoice: Voice = {
  named: true,
  idOf: (_kind, id) => (uuid.test(id) ? id : v5(id, nameSpace)),
  at: (instant) => instant,
  tell: ({ columns }) => toldOf(columns, (instant) => instant, false),
}

/** Day 1 of the stay in every pseudonymised bundle: FHIR has no other word for a time than a date. */
export const firstDay = '2000-01-01'

/**
 * What may leave by the list of allowed columns (decision 37) and nothing else: ids are those of pseudonyms,
 * days count from the arrival, free text is withheld.
 */
export function pseudonymVoice(pseudonym: Pseudonym, arrivedAt: Instant): Voice {
  const at = (instant: Instant) => {
    const when = momentOf(instant, { arrivedAt })
    return when ? `${addDaysToDate(firstDay, when.day - 1)}T${when.time}:00.000Z` : undefined
  }
  return {
    named: false,
    idOf: (kind, id) => v5(pseudonym(kind, id), nameSpace),
    at,
    tell(row) {
      const allowed = allowedColumns[row.type]
      if (!allowed) return undefined
      const may = allowed.filter(({ column, as }) => leaves(as, row.columns[column]))
      const withheld = allowed.some(({ column, as }) => as === 'text' && isThere(row, column))
      return toldOf(
        Object.fromEntries(may.map(({ column }) => [column, row.columns[column]])),
        at,
        withheld,
      )
    },
  }
}

const isThere = ({ columns }: VersionRow, column: string) =>
  columns[column] !== null && columns[column] !== undefined && columns[column] !== ''

// The net beneath the list: what does not look like a code may be text that an import put there.
const code = /^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/

function leaves(as: Treatment, value: unknown): boolean {
  switch (as) {
    case 'code':
      return typeof value !== 'string' || code.test(value)
    case 'codes':
      return typeof value === 'string' && value.split(' ').every((one) => code.test(one))
    case 'count':
      return Number.isSafeInteger(value)
    case 'moment':
      return true
    default:
      return false
  }
}
