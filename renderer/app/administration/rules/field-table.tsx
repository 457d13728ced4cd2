import type { FieldWithin, ItemWithin, RulePath } from '#domain/rule-sets/fields.ts'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Shown } from '../../../ui/shown.tsx'
import { Table } from '../../../ui/table.tsx'
import { fieldText } from './value-words.ts'
import { whereText } from './words.tsx'

interface FieldTableProps {
  fields: readonly FieldWithin[]
  /** The innermost item of a list that a field belongs to. */
  itemOf: (path: RulePath) => ItemWithin | undefined
  onChange: (field: FieldWithin) => void
  onItem: (what: 'copy' | 'take-out', item: ItemWithin) => void
}

/** The fields with what stands in each, and what can be done; an item of a list is copied at its first field. */
export function FieldTable({ fields, itemOf, onChange, onItem }: FieldTableProps) {
  const rows = fields.map((field, index) => {
    const item = itemOf(field.path)
    const before = fields[index - 1]
    return { field, item: before && item && itemOf(before.path) === item ? undefined : item }
  })
  return (
    <Table
      caption="Values of the draft"
      captionHidden
      rows={rows}
      rowKey={({ field: { path } }) => path.join('/')}
      empty={<Empty>No rule has this word. Try another one.</Empty>}
      columns={[
        { name: 'Rule', cell: ({ field }) => <Shown>{whereText(field.where)}</Shown> },
        { name: 'Value', cell: ({ field }) => <Shown>{fieldText(field)}</Shown> },
        {
          name: 'Change',
          cell: ({ field, item }) => (
            <div className="app-buttons">
              <Button
                kind="quiet"
                small
                label={`Change ${whereText(field.where)}`}
                onClick={() => onChange(field)}
              >
                Change
              </Button>
              {item && <ItemActs item={item} onItem={onItem} />}
            </div>
          ),
        },
      ]}
    />
  )
}

const ItemActs = ({ item, onItem }: { item: ItemWithin; onItem: FieldTableProps['onItem'] }) => (
  <>
    <Button
      kind="quiet"
      small
      label={`Add one like ${whereText(item.where)}`}
      onClick={() => onItem('copy', item)}
    >
      Add one like
    </Button>
    <Button
      kind="quiet"
      small
      label={`Take out ${whereText(item.where)}`}
      onClick={() => onItem('take-out', item)}
    >
      Take out
    </Button>
  </>
)
