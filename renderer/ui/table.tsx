import { type ReactNode, useState } from 'react'
import { type Column, TableBody } from './table-body.tsx'

export type { Column }

interface TableProps<Row> {
  caption: string
  /** The caption is read out but not shown, where a heading stands above already. */
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode
  /** Entered in error: struck through, still readable. */
  isWithdrawn?: (row: Row) => boolean
}

type Order = { column: string; down: boolean }

/** A table, sortable by the columns that say what by. Rows keep their given order until a heading is pressed. */
export function Table<Row>(props: TableProps<Row>) {
  const [order, setOrder] = useState<Order>()
  if (props.rows.length === 0 && props.empty) return props.empty
  const sorter = props.columns.find(({ name }) => name === order?.column)?.sortBy
  const rows = sorter ? sorted(props.rows, sorter, order?.down ?? false) : props.rows
  const press = (column: string) =>
    setOrder({ column, down: order?.column === column && !order.down })
  return (
    <div className="app-table-scroll">
      <table className="app-table" aria-rowcount={rows.length + 1}>
        <caption className={props.captionHidden ? 'app-hidden' : undefined}>
          {props.caption}
        </caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <Heading
                key={column.name}
                column={column}
                direction={
                  order?.column === column.name ? (order.down ? 'descending' : 'ascending') : 'none'
                }
                onPress={() => press(column.name)}
              />
            ))}
          </tr>
        </thead>
        <TableBody
          columns={props.columns}
          rows={rows}
          rowKey={props.rowKey}
          isWithdrawn={props.isWithdrawn}
        />
      </table>
    </div>
  )
}

interface HeadingProps<Row> {
  column: Column<Row>
  direction: 'ascending' | 'descending' | 'none'
  onPress: () => void
}

const arrows = { ascending: '▲', descending: '▼', none: '' }

function Heading<Row>({ column, direction, onPress }: HeadingProps<Row>) {
  const className = column.number ? 'app-table__number' : undefined
  if (!column.sortBy) {
    return (
      <th scope="col" className={className}>
        {column.name}
      </th>
    )
  }
  return (
    <th scope="col" className={className} aria-sort={direction}>
      <button type="button" className="app-table__sort" onClick={onPress}>
        {column.name}
        <span className="app-table__arrow" aria-hidden="true">
          {arrows[direction]}
        </span>
      </button>
    </th>
  )
}

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })

function sorted<Row>(
  rows: readonly Row[],
  by: (row: Row) => string | number,
  down: boolean,
): Row[] {
  const compare = (a: Row, b: Row) => {
    const [first, second] = [by(a), by(b)]
    return typeof first === 'number' && typeof second === 'number'
      ? first - second
      : collator.compare(String(first), String(second))
  }
  const up = [...rows].sort(compare)
  return down ? up.reverse() : up
}
