import { Link } from '@tanstack/react-router'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { fullName } from '../people/full-name.ts'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import type { Person } from './family-view.ts'
import type { StatementKind } from './statement-kind.ts'

interface StatementsSectionProps<Row extends { id: string; version: number }> {
  kind: StatementKind<Row>
  motherId: string
  /** The babies and the mother. */
  people: readonly Person[]
}

/** Everything of one kind that is said about each of a family, with its basis. */
export function StatementsSection<Row extends { id: string; version: number }>({
  kind,
  motherId,
  people,
}: StatementsSectionProps<Row>) {
  const mayEdit = useMay('people:edit')
  return (
    <Section
      title={kind.title}
      actions={
        mayEdit && (
          <Link
            to={kind.add.to}
            params={{ motherId }}
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          >
            {kind.add.label}
          </Link>
        )
      }
    >
      {people.map((person) => (
        <Statements
          key={person.id}
          kind={kind}
          motherId={motherId}
          person={person}
          mayEdit={mayEdit}
        />
      ))}
    </Section>
  )
}

interface StatementsProps<Row extends { id: string; version: number }> {
  kind: StatementKind<Row>
  motherId: string
  person: Person
  mayEdit: boolean
}

function Statements<Row extends { id: string; version: number }>(props: StatementsProps<Row>) {
  const { kind, motherId, person, mayEdit } = props
  const rows = kind.useRows(person.id)
  const change = {
    name: 'Change',
    cell: (row: Row) => (
      <Link to={kind.change.to} params={{ motherId, personId: person.id, recordId: row.id }}>
        Change <span className="app-hidden">{kind.nameOf(row)}</span>
      </Link>
    ),
  }
  return (
    <Ready reading={rows} what={kind.title.toLowerCase()}>
      {(all) => (
        <Table
          caption={kind.caption(fullName(person))}
          rows={all}
          rowKey={({ id }) => id}
          empty={
            <p className="app-quiet">
              {kind.empty[0]} <Shown>{fullName(person)}</Shown> {kind.empty[1]}
            </p>
          }
          columns={mayEdit ? [...kind.columns, change] : kind.columns}
        />
      )}
    </Ready>
  )
}
