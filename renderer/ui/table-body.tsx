import type { ReactNode } from 'react'
import { useLongRows } from './long-rows.ts'

export interface Column<Row> {
  name: string
  cell: (row: Row) => ReactNode
  /** What the column is sorted by; without it the column cannot be sorted. */
  sortBy?: (row: Row) => string | number
  number?: boolean
}

interface TableBodyProps<Row> {
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  isWithdrawn?: ((row: Row) => boolean) | undefined
}

/** The rows of a table; of a long one, those near the screen. */
export function TableBody<Row>({ columns, rows, rowKey, isWithdrawn }: TableBodyProps<Row>) {
  const { body, measure, drawn, above, below } = useLongRows(rows.length)
  const shown = drawn ?? rows.keys()
  return (
    <tbody ref={body}>
      <Room height={above} columns={columns.length} />
      {[...shown].map((index) => {
        const row = rows[index]
        return (
          row !== undefined && (
            <tr
              key={rowKey(row)}
              ref={measure}
              data-index={index}
              aria-rowindex={drawn && index + 2}
              className={isWithdrawn?.(row) ? 'app-table--withdrawn' : undefined}
            >
              {columns.map((column) => (
                <td key={column.name} className={column.number ? 'app-table__number' : undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          )
        )
      })}
      <Room height={below} columns={columns.length} />
    </tbody>
  )
}

/** Where rows would stand that are not drawn. */
function Room({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null
  return (
    <tr>
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}
