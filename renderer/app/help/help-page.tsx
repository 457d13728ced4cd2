import { Link, useSearch } from '@tanstack/react-router'
import { type HelpPage as Help, helpFor, helpPages } from '#domain/help/pages.ts'
import { formatDate } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { Glossary } from './glossary-section.tsx'

/** Help for the screen that the person came from, with the source of its rules; then every other screen. */
export function HelpPage() {
  const { from } = useSearch({ from: '/help' })
  const here = helpFor(from)
  const mayRead = useMay('rule-sets:read')
  return (
    <div className="app-main">
      <PageHeader title="Help" />
      <Section title={here.title}>
        <Says help={here} />
        {mayRead && here.rules.length > 0 && <Rules kinds={here.rules} />}
        <p>
          <Link to={from as '/'}>Back to where you were</Link>
        </p>
      </Section>
      <Section title="Other screens">
        {helpPages
          .filter(({ path }) => path !== here.path)
          .map((help) => (
            <details key={help.path}>
              <summary>{help.title}</summary>
              <Says help={help} />
              {mayRead && help.rules.length > 0 && <Rules kinds={help.rules} />}
            </details>
          ))}
      </Section>
      <Glossary />
    </div>
  )
}

function Says({ help }: { help: Help }) {
  return (
    <ul>
      {help.says.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
      {help.sources?.map((source) => (
        <li key={source}>
          <strong>Source:</strong> {source}
        </li>
      ))}
    </ul>
  )
}

/** The rules behind a screen as they are in force, each with where it comes from. */
function Rules({ kinds }: { kinds: readonly string[] }) {
  const sets = useRead(read.ruleSets.list.queryOptions(undefined))
  return (
    <Ready reading={sets} what="rules">
      {(all) => {
        const now = newestFirst(all.filter(({ kind }) => kinds.includes(kind)))
        return (
          <Table
            caption="The rules behind this screen"
            rows={now}
            rowKey={({ id }) => id}
            columns={[
              {
                name: 'Rules',
                cell: ({ id, title, revision }) => (
                  <Link to="/administration/rules/$revisionId" params={{ revisionId: id }}>
                    {title}, revision {revision}
                  </Link>
                ),
              },
              { name: 'Source', cell: ({ source }) => <Shown>{source}</Shown> },
              {
                name: 'Approved',
                cell: ({ approvedAt }) =>
                  approvedAt ? (
                    formatDate(approvedAt.slice(0, 10))
                  ) : (
                    <Tag tone="warning">Not approved: default of the app</Tag>
                  ),
              },
            ]}
          />
        )
      }}
    </Ready>
  )
}

interface Revision {
  kind: string
  effectiveFrom: string
  approvedAt: string | null
}

/** Of each kind the revision that is approved last; where none is, the newest default. */
function newestFirst<Row extends Revision>(rows: readonly Row[]): Row[] {
  const order = (row: Row) => `${row.approvedAt ?? ''} ${row.effectiveFrom}`
  return [...Map.groupBy(rows, ({ kind }) => kind).values()].flatMap((ofKind) =>
    [...ofKind].sort((a, b) => order(b).localeCompare(order(a))).slice(0, 1),
  )
}
