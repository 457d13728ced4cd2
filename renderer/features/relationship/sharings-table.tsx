import type { ReactNode } from 'react'
import { recipientLabels } from '#domain/relationship/codes.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { Sharing } from './view.ts'

interface SharingsTableProps {
  sharings: readonly Sharing[]
  acts: (sharing: Sharing) => ReactNode
}

/** Who was given it, with which scope statement, and who has acknowledged it. */
export function SharingsTable({ sharings, acts }: SharingsTableProps) {
  return (
    <Table
      caption="Who has it"
      captionHidden
      rows={sharings}
      rowKey={({ recordId }) => recordId}
      empty={<p>Nobody has been given it yet.</p>}
      columns={[
        {
          name: 'Who',
          cell: ({ recipient, name, through }) => (
            <>
              {recipient === 'mother' ? recipientLabels.mother : <Shown>{name}</Shown>}
              {through !== '' && (
                <p className="app-quiet">
                  Only through <Shown>{through}</Shown>
                </p>
              )}
            </>
          ),
        },
        {
          name: 'When and how',
          cell: ({ sharedAt, outcome, how, because }) => (
            <>
              {outcome === 'withheld' && <Tag tone="warning">Kept from her for now</Tag>}{' '}
              {formatDateTime(sharedAt)}. <Shown>{outcome === 'withheld' ? because : how}</Shown>
            </>
          ),
        },
        {
          name: 'Scope statement',
          cell: ({ scopeRevision }) =>
            scopeRevision === null ? 'Not with this' : `Revision ${scopeRevision}`,
        },
        { name: 'Acknowledged', cell: (sharing) => <Acknowledged sharing={sharing} /> },
        { name: 'Next', cell: acts },
      ]}
    />
  )
}

function Acknowledged({ sharing: { standing, chases } }: { sharing: Sharing }) {
  if (standing.state === 'nothing-awaited') return 'Not asked for'
  if (standing.state === 'acknowledged')
    return (
      <>
        <Tag tone="good">Yes</Tag> <Shown>{standing.by}</Shown>
        {standing.at !== null && `, ${formatDateTime(standing.at)}`}
      </>
    )
  const last = chases.at(-1)
  return (
    <>
      <Countdown what="Awaited" due={standing.dueAt} />
      {last && (
        <p className="app-quiet">
          Chased {formatDateTime(last.chasedAt)}: <Shown>{last.chasedOf}</Shown>
        </p>
      )}
    </>
  )
}
