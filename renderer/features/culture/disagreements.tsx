import { Link } from '@tanstack/react-router'
import { disagreementTopicLabels } from '#domain/culture/codes.ts'
import { agencyLabels } from '#domain/people/record.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { Empty } from '../../ui/empty.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { DisagreementView, PartnershipView, RungView } from './view.ts'

interface DisagreementsProps {
  view: PartnershipView
  mayEdit: boolean
}

/** The log of disagreements with other agencies, each with the rungs that it has climbed. */
export function Disagreements({ view, mayEdit }: DisagreementsProps) {
  return (
    <Table
      caption="Disagreements"
      captionHidden
      rows={view.disagreements}
      rowKey={({ id }) => id}
      empty={
        <Empty>
          No disagreement is on record in the last year. To disagree openly protects the baby: put
          it here on the day on which it comes up.
        </Empty>
      }
      columns={[
        {
          name: 'Came up',
          cell: ({ openedAt }) => formatDateTime(openedAt),
          sortBy: ({ openedAt }) => openedAt,
        },
        {
          name: 'With, and about',
          cell: ({ agency, about, baby }) => (
            <>
              {agencyLabels[agency]}: {disagreementTopicLabels[about].toLowerCase()}
              {baby && (
                <div className="culture-small">
                  <Shown>{baby}</Shown>
                </div>
              )}
            </>
          ),
        },
        {
          name: 'What each holds',
          cell: ({ ours, theirs }) => (
            <>
              <ShownNote>{`The unit: ${ours}`}</ShownNote>
              <ShownNote>{`They: ${theirs}`}</ShownNote>
            </>
          ),
        },
        {
          name: 'On the ladder',
          cell: ({ rungs }) => rungs.map((rung) => <Rung key={rung.id} rung={rung} />),
        },
        ...(mayEdit
          ? [
              {
                name: 'Next',
                cell: ({ standing, openedAt }: DisagreementView) =>
                  standing && (
                    <Link
                      to="/people/culture/partnership/rungs/$rungId"
                      params={{ rungId: standing.id }}
                      aria-label={`Resolved, or taken further: came up ${formatDateTime(openedAt)}`}
                    >
                      Resolved, or taken further
                    </Link>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}

function Rung({
  rung: { rung, who, withWhom, outcome, endedAt, dueAt, late, said },
}: {
  rung: RungView
}) {
  return (
    <div className="culture-rung">
      {rung}. {who} (<Shown>{withWhom}</Shown>){' '}
      {outcome === null ? (
        <Tag tone={late ? 'late' : 'info'}>
          {late ? 'Late: ' : ''}by {formatDateTime(dueAt)}
        </Tag>
      ) : (
        <>
          <Tag
            tone={
              endedAt !== null && endedAt > dueAt
                ? 'warning'
                : outcome === 'resolved'
                  ? 'good'
                  : 'neutral'
            }
          >
            {outcome === 'resolved' ? 'Resolved' : 'Taken further'}
            {endedAt !== null && endedAt > dueAt ? ', late' : ''}
          </Tag>
          <ShownNote>{said}</ShownNote>
        </>
      )}
    </div>
  )
}
