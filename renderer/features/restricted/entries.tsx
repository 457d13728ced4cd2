import { keptFromText } from '#domain/restricted/entry.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { lagText, lateBy } from '#domain/shared/late-entry.ts'
import { basisLine } from '#domain/shared/provenance.ts'
import { Button } from '../../ui/button.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { RestrictedEntry } from './view.ts'

interface EntriesProps {
  entries: readonly RestrictedEntry[]
  onChange: (entry: RestrictedEntry) => void
  onWithdraw: (entry: RestrictedEntry) => void
}

/** The entries that this person may read: what, how it is known, and from whom it is kept. */
export function RestrictedEntries({ entries, onChange, onWithdraw }: EntriesProps) {
  return (
    <Table
      caption="Restricted entries"
      captionHidden
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        { name: 'When', cell: (entry) => <When entry={entry} /> },
        { name: 'About', cell: ({ about }) => <Shown>{about}</Shown> },
        {
          name: 'What',
          cell: ({ what, basis, moved }) => (
            <>
              <ShownNote>{what}</ShownNote>
              <span className="app-quiet">
                <Shown>{basisLine(basis)}</Shown>
              </span>
              {moved && <Moved moved={moved} />}
            </>
          ),
        },
        {
          name: 'Kept from',
          cell: ({ keptFrom, because }) => (
            <>
              {keptFromText(keptFrom)}
              <div className="app-quiet">
                <Shown>{because}</Shown>
              </div>
            </>
          ),
        },
        {
          name: 'Act',
          cell: (entry) => (
            <div className="app-buttons">
              <Button kind="quiet" small onClick={() => onChange(entry)}>
                Put right
              </Button>
              <Button kind="quiet" small onClick={() => onWithdraw(entry)}>
                Entered in error
              </Button>
            </div>
          ),
        },
      ]}
    />
  )
}

function When({
  entry: { happenedAt, recordedAt, version, by, moved },
}: {
  entry: RestrictedEntry
}) {
  const late = version === 1 && !moved ? lateBy(happenedAt, recordedAt) : null
  return (
    <>
      {formatDateTime(happenedAt)}
      <div className="app-quiet">
        {moved ? 'moved here by' : 'written by'} <Shown>{by}</Shown>
      </div>
      {late !== null && <Tag tone="warning">Late entry: {lagText(late)}</Tag>}
    </>
  )
}

/** What the record said besides, in which the words stood before; and who wrote it. */
function Moved({ moved }: { moved: NonNullable<RestrictedEntry['moved']> }) {
  const { from, writer, writtenAt, fields } = moved
  return (
    <div className="app-quiet">
      It stood in: {from}, written by <Shown>{writer}</Shown> {formatDateTime(writtenAt)}.
      {fields.map(({ label, text }) => (
        <span key={label}>
          {' '}
          {label}: <Shown>{text}</Shown>.
        </span>
      ))}
    </div>
  )
}
