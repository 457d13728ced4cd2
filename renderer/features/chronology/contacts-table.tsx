import type { ReactNode } from 'react'
import { type Seen, seenLabels, serviceLabels } from '#domain/chronology/contact.ts'
import { basisLine } from '#domain/shared/provenance.ts'
import { roughText } from '#domain/shared/rough-date.ts'
import { Empty } from '../../ui/empty.tsx'
import { Shown } from '../../ui/shown.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import type { ContactView, PatternView } from './view.ts'

const seenTones: Record<Seen, Tone> = {
  yes: 'good',
  partly: 'info',
  no: 'neutral',
  'not-known': 'neutral',
}

interface ContactsTableProps {
  view: PatternView
  correctLink: (contact: ContactView) => ReactNode
}

/** Every contact: what was reported beside what was seen. */
export function ContactsTable({ view: { contacts, people }, correctLink }: ContactsTableProps) {
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  const columns: Column<ContactView>[] = [
    {
      name: 'When',
      sortBy: ({ happened }) => happened.on ?? '9',
      cell: ({ happened }) => roughText(happened),
    },
    {
      name: 'Patient',
      sortBy: ({ personId }) => nameOf.get(personId) ?? '',
      cell: ({ personId }) => <Shown>{nameOf.get(personId) ?? ''}</Shown>,
    },
    {
      name: 'Where',
      sortBy: ({ provider }) => provider,
      cell: (one) => (
        <>
          <Shown>{`${one.provider}, ${one.place}`}</Shown>
          <p className="app-quiet">{serviceLabels[one.service]}</p>
          {correctLink(one)}
        </>
      ),
    },
    {
      name: 'Reported',
      cell: ({ reported, reportedBy }) => (
        <>
          <Shown>{reported}</Shown>
          <p className="app-quiet">
            by <Shown>{reportedBy}</Shown>
          </p>
        </>
      ),
    },
    {
      name: 'Observed',
      sortBy: ({ seen }) => seenLabels[seen],
      cell: ({ seen, observed, outcome }) => (
        <>
          <Tag tone={seenTones[seen]}>{seenLabels[seen]}</Tag>
          {observed !== '' && (
            <p>
              <Shown>{observed}</Shown>
            </p>
          )}
          {outcome !== '' && (
            <p className="app-quiet">
              <Shown>{outcome}</Shown>
            </p>
          )}
        </>
      ),
    },
    { name: 'How it is known', cell: ({ basis }) => <Shown>{basisLine(basis)}</Shown> },
  ]
  return (
    <Table
      caption="Contacts with health services"
      captionHidden
      columns={columns}
      rows={[...contacts].sort((a, b) => (sortDay(a) < sortDay(b) ? -1 : 1))}
      rowKey={({ recordId }) => recordId}
      empty={
        <Empty>
          No contact is recorded yet. Take them out of the GP record, the letters of emergency
          departments and the Red Book.
        </Empty>
      }
    />
  )
}

const sortDay = ({ happened }: ContactView) => happened.on ?? '9'
