/** What a pseudonym may stand for. */
export type PseudonymKind = 'stay' | 'mother' | 'baby' | 'staff' | 'episode' | 'record'

/** How a column may leave. `text` never does: it is listed so that the reader sees that it is there. */
/** `day` is a date that is of no patient, such as that of an action: it leaves as it is. */
/** `hash` is the SHA-256 of a file, in hexadecimal. */
export type Treatment =
  | 'code'
  | 'codes'
  | 'count'
  | 'moment'
  | 'day'
  | 'hash'
  | 'text'
  | PseudonymKind

export interface AllowedColumn {
  column: string
  label: string
  as: Treatment
}

/** Record type -> the columns that may leave. A type that is not here gives its pseudonym and nothing else. */
export type AllowedColumns = Readonly<Record<string, readonly AllowedColumn[]>>

export const column = (column: string, label: string, as: Treatment): AllowedColumn => ({
  column,
  label,
  as,
})
