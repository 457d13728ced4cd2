import { Link } from '@tanstack/react-router'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { Empty } from '../../ui/empty.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag, Tags } from '../../ui/tag.tsx'
import type { SpotChecksView, SpotCheckView } from './view.ts'

/** The babies with a plan or an order, and when staff were last asked what it means. */
export function BabiesToAskAbout({ view }: { view: SpotChecksView }) {
  return (
    <Table
      caption="Babies with a plan or an order"
      captionHidden
      rows={view.babies}
      rowKey={({ pairId }) => pairId}
      empty={<Empty>No baby on the unit has a plan or an order now.</Empty>}
      columns={[
        { name: 'Baby', cell: ({ baby }) => <Shown>{baby}</Shown>, sortBy: ({ baby }) => baby },
        {
          name: 'Legal status',
          cell: ({ statuses }) => (
            <Tags>
              {statuses.map((status) => (
                <Tag key={status} tone="legal">
                  {status}
                </Tag>
              ))}
            </Tags>
          ),
        },
        { name: 'Questions on', cell: ({ topics }) => topics.join(', ') },
        {
          name: 'Last asked',
          cell: ({ last, due }) => (
            <>
              {last !== null && <div>{formatDateTime(last)}</div>}
              {due && (
                <Tag tone={due.late ? 'late' : 'neutral'}>
                  {due.late ? 'Late: was due' : 'Due'} {formatDateTime(due.dueAt)}
                </Tag>
              )}
            </>
          ),
        },
        {
          name: 'Next',
          cell: ({ pairId, baby }) => (
            <Link
              to="/people/culture/spot-checks/ask/$pairId"
              params={{ pairId }}
              aria-label={`Ask about ${baby}`}
            >
              Ask about this baby
            </Link>
          ),
        },
      ]}
    />
  )
}

/** The spot checks of a year. */
export function SpotChecks({ checks }: { checks: readonly SpotCheckView[] }) {
  return (
    <Table
      caption="Spot checks of the last year"
      captionHidden
      rows={checks}
      rowKey={({ id }) => id}
      empty={<Empty>Nobody has been asked yet.</Empty>}
      columns={[
        {
          name: 'Asked',
          cell: ({ askedAt }) => formatDateTime(askedAt),
          sortBy: ({ askedAt }) => askedAt,
        },
        {
          name: 'Who was asked',
          cell: ({ staff, group }) => (
            <>
              <Shown>{staff}</Shown>
              <div className="culture-small">{group}</div>
            </>
          ),
          sortBy: ({ staff }) => staff,
        },
        { name: 'About', cell: ({ baby }) => <Shown>{baby}</Shown>, sortBy: ({ baby }) => baby },
        { name: 'Right answers', cell: (check) => <Result check={check} /> },
        { name: 'Talked through', cell: ({ talked }) => <ShownNote>{talked}</ShownNote> },
        {
          name: 'Next',
          cell: ({ id, answered, askedAt }) => (
            <Link
              to="/people/culture/spot-checks/$checkId"
              params={{ checkId: id }}
              aria-label={`${answered ? 'Open' : 'Enter the answers'}: asked ${formatDateTime(askedAt)}`}
            >
              {answered ? 'Open' : 'Enter the answers'}
            </Link>
          ),
        },
      ]}
    />
  )
}

function Result({ check: { answered, late, right, questions } }: { check: SpotCheckView }) {
  if (!answered)
    return <Tag tone={late ? 'late' : 'info'}>{late ? 'Not answered' : 'Being asked'}</Tag>
  const all = right === questions.length
  return (
    <Tag tone={all ? 'good' : 'warning'}>
      {right} of {questions.length}
    </Tag>
  )
}
