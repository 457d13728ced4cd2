import type { ChangedFigure } from '#domain/assurance/changed-figures.ts'
import type { WhyChanged } from '#domain/assurance/why-changed.ts'
import { Empty } from '../../ui/empty.tsx'
import { Table } from '../../ui/table.tsx'

type Figure = ChangedFigure & { why?: readonly WhyChanged[] }

/** Figures and computed levels that are another in the second of two reckonings, with why where that is known. */
export function ChangedFiguresTable({
  figures,
  empty,
}: {
  figures: readonly Figure[]
  empty: string
}) {
  const withWhy = figures.some(({ why }) => why !== undefined)
  return (
    <Table
      caption="Figures that changed"
      captionHidden
      rows={figures}
      rowKey={({ requirement, measure }) => `${requirement} ${measure}`}
      empty={<Empty>{empty}</Empty>}
      columns={[
        { name: 'Requirement', cell: ({ requirement }) => requirement },
        {
          name: 'Measure',
          cell: ({ measure, title }) => (measure ? `${measure} ${title}` : 'Computed level'),
        },
        { name: 'Before', cell: ({ before }) => before },
        { name: 'After', cell: ({ after }) => after },
        ...(withWhy ? [{ name: 'Why', cell: ({ why }: Figure) => <Why why={why ?? []} /> }] : []),
      ]}
    />
  )
}

const Why = ({ why }: { why: readonly WhyChanged[] }) =>
  why.length === 0 ? (
    'It follows from the measures above'
  ) : (
    <ul className="app-plain-list">
      {why.map(({ members, what, reason, because }) => (
        <li key={`${what} ${reason} ${because}`}>
          {members} × {what}: {reason}. <span className="app-quiet">{because}.</span>
        </li>
      ))}
    </ul>
  )
