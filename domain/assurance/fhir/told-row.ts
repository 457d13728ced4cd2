import type { Instant } from '../../shared/time.ts'

/** One version of a record with its columns, by the names of its schema. */
export interface VersionRow {
  type: string
  recordId: string
  version: number
  recordedAt: Instant
  author: string
  reason: string
  withdrawn: boolean
  columns: Readonly<Record<string, unknown>>
}

/** What of a record may be told, as it may be told. What is not there says nothing. */
export interface Told {
  text(column: string): string | undefined
  whole(column: string): number | undefined
  flag(column: string): boolean | undefined
  /** A time as FHIR writes it. */
  moment(column: string): string | undefined
  /** There is free text, and nobody has cleared it to leave. */
  withheld: boolean
}

/**
 * How a bundle speaks of the records: by name, for whoever cares for the baby, or by pseudonym, for everybody
 * else (decision 37).
 */
export interface Voice {
  named: boolean
  /** The id of a resource, the same wherever the same record is meant. */
  idOf(kind: 'baby' | 'mother' | 'staff' | 'episode' | 'record', id: string): string
  /** A time as it may be told; undefined where it may not. */
  at(instant: Instant): string | undefined
  /** What of a record may be told; undefined where nothing of its type may. */
  tell(row: VersionRow): Told | undefined
}

/** What may be told of each row of one type. */
export const toldOfType = (voice: Voice, rows: readonly VersionRow[], type: string): Told[] =>
  rows.flatMap((row) => (row.type === type ? (voice.tell(row) ?? []) : []))

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** Reads the columns that `may` lets through; `at` writes the times. */
export function toldOf(
  columns: Readonly<Record<string, unknown>>,
  at: (instant: Instant) => string | undefined,
  withheld: boolean,
): Told {
  return {
    text(column) {
      const value = columns[column]
      return isText(value) ? value : undefined
    },
    whole(column) {
      const value = columns[column]
      return typeof value === 'number' ? value : undefined
    },
    flag(column) {
      const value = columns[column]
      return value === null || value === undefined ? undefined : value === true || value === 1
    },
    moment(column) {
      const value = columns[column]
      return isText(value) ? at(value) : undefined
    },
    withheld,
  }
}
