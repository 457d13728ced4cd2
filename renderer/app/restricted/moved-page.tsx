import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Ready } from '../reading.tsx'

type Moved = Outputs['restricted']['moved'][number]

/** What the person at the screen wrote, and somebody else made a restricted entry of. */
export function MovedPage() {
  const moved = useRead(read.restricted.moved.queryOptions(undefined))
  return (
    <div className="app-main app-main--wide">
      <PageHeader
        title="What you wrote and became a restricted entry"
        under="You still read it, here and under the restricted entries of the family. The ward manager or the safeguarding lead looks at each of these: tell them if you think it was wrong."
      />
      <Ready reading={moved} what="entries">
        {(rows) =>
          rows.length > 0 ? (
            <MovedTable rows={rows} />
          ) : (
            <Empty>Nothing that you wrote became a restricted entry.</Empty>
          )
        }
      </Ready>
    </div>
  )
}

function MovedTable({ rows }: { rows: readonly Moved[] }) {
  return (
    <Table
      caption="What you wrote and became a restricted entry"
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { name: 'When', cell: ({ movedAt }) => formatDateTime(movedAt) },
        { name: 'By', cell: ({ mover }) => <Shown>{mover}</Shown> },
        { name: 'About', cell: ({ about }) => <Shown>{about}</Shown> },
        {
          name: 'What you wrote',
          cell: ({ what, from }) => (
            <>
              <ShownNote>{what}</ShownNote>
              <span className="app-quiet">{from}</span>
            </>
          ),
        },
        { name: 'Why', cell: ({ because }) => <Shown>{because}</Shown> },
        { name: 'Seen', cell: (move) => <Seen move={move} /> },
      ]}
    />
  )
}

function Seen({ move: { id, version, seenAt } }: { move: Moved }) {
  const seen = useCommand(act.restricted.seen.mutate)
  if (seenAt) return formatDateTime(seenAt)
  return (
    <Button kind="quiet" small onClick={() => void seen({ id, version })}>
      I have seen it
    </Button>
  )
}
