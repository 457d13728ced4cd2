import type { ReactNode } from 'react'
import { isOpen } from '#domain/chronology/clashes.ts'
import { entryKindLabels } from '#domain/chronology/entry.ts'
import { whenText } from '#domain/chronology/gaps.ts'
import { lineOriginLabels } from '#domain/chronology/line.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { basisLabels, basisLine } from '#domain/shared/provenance.ts'
import { Empty } from '../../ui/empty.tsx'
import { Shown } from '../../ui/shown.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { ChronologyLine, ChronologyView } from './view.ts'

interface ChronologyTableProps {
  view: ChronologyView
  lines: readonly ChronologyLine[]
  /** The way to a document: its title as a link. */
  documentLink: (documentId: string, title: string) => ReactNode
  /** The way to the correction of an entry; nothing where it cannot be corrected here. */
  correctLink: (line: ChronologyLine) => ReactNode
}

/** Every line of the history, oldest first: when it happened apart from when it was recorded. */
export function ChronologyTable({ view, lines, documentLink, correctLink }: ChronologyTableProps) {
  const nameOf = new Map(view.people.map(({ id, name }) => [id, name]))
  const inClash = new Set(
    view.clashes.filter(isOpen).flatMap(({ firstId, secondId }) => [firstId, secondId]),
  )
  const columns: Column<ChronologyLine>[] = [
    {
      name: 'When it happened',
      sortBy: ({ happened }) => happened.on ?? '9',
      cell: (line) => <strong>{whenText(line)}</strong>,
    },
    {
      name: 'About',
      sortBy: ({ personId }) => nameOf.get(personId ?? '') ?? '',
      cell: ({ personId }) =>
        personId === null ? 'The family' : <Shown>{nameOf.get(personId) ?? ''}</Shown>,
    },
    {
      name: 'What',
      cell: (line) => (
        <>
          <Shown>{line.what}</Shown>
          <p className="app-quiet">
            {line.from === 'entry' ? entryKindLabels[line.kind] : lineOriginLabels[line.from]}
          </p>
          {inClash.has(line.recordId) && <Tag tone="warning">Accounts differ</Tag>}
          {correctLink(line)}
        </>
      ),
    },
    {
      name: 'How it is known',
      sortBy: ({ basis }) => (basis === null ? '' : basisLabels[basis.kind]),
      cell: ({ basis }) =>
        basis === null ? 'Basis not on record' : <Shown>{basisLine(basis)}</Shown>,
    },
    {
      name: 'Source, and who has read it',
      sortBy: ({ source }) => source,
      cell: (line) => <Source line={line} documentLink={documentLink} />,
    },
    {
      name: 'Recorded',
      sortBy: ({ recordedAt }) => recordedAt,
      cell: ({ recordedAt, recordedBy }) => (
        <>
          {formatDateTime(recordedAt)}
          <p className="app-quiet">
            <Shown>{recordedBy}</Shown>
          </p>
        </>
      ),
    },
  ]
  return (
    <Table
      caption="What happened, oldest first"
      captionHidden
      columns={columns}
      rows={lines}
      rowKey={(line) => `${line.recordId} ${line.from} ${line.what}`}
      empty={<Empty>Nothing on record is like this.</Empty>}
    />
  )
}

interface SourceProps {
  line: ChronologyLine
  documentLink: ChronologyTableProps['documentLink']
}

function Source({ line: { source, document }, documentLink }: SourceProps) {
  return (
    <>
      <Shown>{source}</Shown>
      {document && (
        <p className="app-quiet">
          {documentLink(document.documentId, document.title)}
          {document.place !== null && (
            <>
              , <Shown>{document.place}</Shown>
            </>
          )}
          .{' '}
          {document.readBy.length === 0 ? (
            'Read by nobody yet'
          ) : (
            <>
              Read by <Shown>{document.readBy.join(', ')}</Shown>
            </>
          )}
        </p>
      )}
    </>
  )
}
