import type { ReactNode } from 'react'
import { readerRoleLabels } from '#domain/documents/rule-content.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { Empty } from '../../ui/empty.tsx'
import { Shown } from '../../ui/shown.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { KindTags, StateTags } from './tags.tsx'
import type { RegisterLine, RegisterView } from './view.ts'

interface RegisterTableProps {
  view: RegisterView
  link: (documentId: string, title: string) => ReactNode
}

/** The register: each document with its source, how far it has come, and who has still to read it. */
export function RegisterTable({ view, link }: RegisterTableProps) {
  const babyOf = new Map(view.babies.map(({ id, name }) => [id, name]))
  const severalBabies = view.babies.length > 1
  const columns: Column<RegisterLine>[] = [
    {
      name: 'Document',
      sortBy: ({ title }) => title,
      cell: (line) => (
        <>
          {link(line.id, line.title)}
          {severalBabies && line.babyId !== null && (
            <p className="app-quiet">
              About <Shown>{babyOf.get(line.babyId) ?? ''}</Shown>
            </p>
          )}
          <KindTags line={line} />
        </>
      ),
    },
    {
      name: 'From',
      sortBy: ({ sourceName }) => sourceName,
      cell: ({ sourceName, because }) => (
        <>
          {sourceName === '' ? 'Nobody is known who holds it' : <Shown>{sourceName}</Shown>}
          <p className="app-quiet">
            <Shown>{because}</Shown>
          </p>
        </>
      ),
    },
    {
      name: 'State',
      sortBy: ({ dueAt }) => dueAt ?? '9',
      cell: (line) => (
        <>
          <StateTags line={line} />
          <Steps line={line} />
        </>
      ),
    },
    { name: 'Still to read it', cell: (line) => <StillToRead line={line} /> },
  ]
  return (
    <Table
      caption="Documents of this mother and baby"
      captionHidden
      columns={columns}
      rows={view.documents}
      rowKey={({ id }) => id}
      empty={
        <Empty>
          Nothing is on the register yet. Put on it what is expected, or add a document that
          somebody holds.
        </Empty>
      }
    />
  )
}

function Steps({ line: { receivedAt, lastChasedAt, askedAt, askedOf } }: { line: RegisterLine }) {
  if (receivedAt !== null) return <p className="app-quiet">Received {formatDateTime(receivedAt)}</p>
  if (askedAt === null) return null
  return (
    <p className="app-quiet">
      Asked {formatDateTime(askedAt)}
      {askedOf !== null && (
        <>
          , <Shown>{askedOf}</Shown>
        </>
      )}
      {lastChasedAt !== null && `; again ${formatDateTime(lastChasedAt)}`}
    </p>
  )
}

function StillToRead({ line: { state, readers } }: { line: RegisterLine }) {
  if (state !== 'received' && state !== 're-opened' && state !== 'not-read') return <>–</>
  const open = readers.filter(({ reading }) => reading !== 'read')
  const reasons = new Set(open.flatMap(({ reOpenedBy }) => reOpenedBy?.why ?? []))
  return (
    <>
      <ul className="history-plain">
        {open.map(({ role, reading }) => (
          <li key={role}>
            {readerRoleLabels[role]}
            {reading === 're-opened' && ': again'}
          </li>
        ))}
      </ul>
      {[...reasons].map((why) => (
        <p key={why} className="app-quiet">
          <Shown>{why}</Shown>
        </p>
      ))}
    </>
  )
}
