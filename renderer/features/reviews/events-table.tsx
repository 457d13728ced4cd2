import type { ReactNode } from 'react'
import { candourLabels, reviewAnswerLabels } from '#domain/reviews/record.ts'
import { eventKindLabels } from '#domain/reviews/rule-content.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { basisLine } from '#domain/shared/provenance.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { EventsView, ReviewEvent } from './view.ts'

interface EventsTableProps {
  view: EventsView
  acts: (event: ReviewEvent) => ReactNode
}

/** What happened, how it is known, and how the review of it stands. */
export function EventsTable({ view, acts }: EventsTableProps) {
  return (
    <Table
      caption="Events that open a review"
      captionHidden
      rows={view.events}
      rowKey={({ recordId }) => recordId}
      empty={<p>Nothing has opened a review before its date.</p>}
      columns={[
        {
          name: 'When',
          cell: ({ happenedAt, kind, recordedAt, notedBy }) => (
            <>
              {formatDateTime(happenedAt)} <Tag>{eventKindLabels[kind]}</Tag>
              <p className="app-quiet">
                Entered {formatDateTime(recordedAt)}, <Shown>{notedBy}</Shown>
              </p>
            </>
          ),
        },
        { name: 'What', cell: (event) => <What event={event} /> },
        { name: 'Review', cell: (event) => <Standing event={event} /> },
        { name: 'Next', cell: acts },
      ]}
    />
  )
}

function What({ event }: { event: ReviewEvent }) {
  const { what, basis, kind, trustNumber, candour, candourBecause } = event
  return (
    <>
      <ShownNote>{what}</ShownNote>
      {basis && <p className="app-quiet">{basisLine(basis)}</p>}
      {kind === 'incident' && (
        <p className="app-quiet">
          {trustNumber === null ? (
            <Tag tone="warning">No incident number yet</Tag>
          ) : (
            <>
              Incident number <Shown>{trustNumber}</Shown>
            </>
          )}
          . Duty of candour: {candour === null ? 'not said' : candourLabels[candour].toLowerCase()}
          {candourBecause !== '' && (
            <>
              , <Shown>{candourBecause}</Shown>
            </>
          )}
        </p>
      )}
    </>
  )
}

function Standing({ event: { standing, reviewDueAt, answer } }: { event: ReviewEvent }) {
  return (
    <>
      {standing.closedAt === null ? (
        <Countdown what="Review" due={reviewDueAt} />
      ) : (
        <>
          <Tag tone={standing.closedAt <= reviewDueAt ? 'good' : 'warning'}>
            {standing.closedAt <= reviewDueAt ? 'Reviewed' : 'Reviewed late'}
          </Tag>{' '}
          {formatDateTime(standing.closedAt)}
        </>
      )}
      {answer && (
        <p>
          {reviewAnswerLabels[answer.answer]}: <Shown>{answer.because}</Shown>{' '}
          <span className="app-quiet">
            <Shown>{answer.by}</Shown>, {formatDateTime(answer.answeredAt)}
          </span>
        </p>
      )}
      {standing.state === 'to-review' && <p>Answered. The review itself is still to be signed.</p>}
    </>
  )
}
