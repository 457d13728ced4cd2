import type { ReactNode } from 'react'
import type { MovableType } from '#domain/restricted/movable.ts'
import type { Reply } from '#domain/shared/failure.ts'
import type { Reading } from '../../api.ts'
import type { Column } from '../../ui/table.tsx'

/** What the section and the form of change need to know of one kind of statement about people. */
export interface StatementKind<Row extends { id: string; version: number }> {
  title: string
  add: { to: '/families/$motherId/tie' | '/families/$motherId/contact'; label: string }
  change: {
    to:
      | '/families/$motherId/tie/$personId/$recordId'
      | '/families/$motherId/contact/$personId/$recordId'
    title: string
  }
  /** What it is, as it reads after "Mark": "this tie". */
  what: string
  draft: string
  /** Its words may become a restricted entry. */
  movable?: MovableType
  caption: (name: string) => string
  /** What stands where there is none, before and after the name. */
  empty: [before: string, after: string]
  /** The statements about a person. */
  useRows: (personId: string) => Reading<Row[]>
  columns: readonly Column<Row>[]
  /** What a link to change it is about, for those who do not see the row. */
  nameOf: (row: Row) => string
  /** The heading of the form of change. */
  heading: (row: Row) => string
  typed: (row: Row) => Record<string, unknown>
  fields: ReactNode
  useActs: (row: Row) => {
    change: (fact: object, reason: string) => Promise<Reply<unknown>>
    withdraw: (reason: string) => Promise<Reply<unknown>>
  }
}
