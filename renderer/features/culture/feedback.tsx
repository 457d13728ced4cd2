import { Link } from '@tanstack/react-router'
import { agencyLabels } from '#domain/people/record.ts'
import { formatDate, formatDateTime } from '#domain/shared/calendar.ts'
import { Empty } from '../../ui/empty.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { FeedbackView, PartnershipView } from './view.ts'

/** What partners say, a question a line, with its n; no mean of too few answers. */
export function FeedbackMeans({ view }: { view: PartnershipView }) {
  return (
    <Table
      caption="What partners say: 1 not at all, 5 wholly"
      rows={view.means}
      rowKey={({ id }) => id}
      columns={[
        { name: 'Question', cell: ({ name }) => name },
        {
          name: 'Mean',
          cell: ({ mean }) =>
            mean === null ? `not shown under ${view.meanFrom} answers` : mean.toFixed(1),
          number: true,
        },
        { name: 'n', cell: ({ n }) => n, number: true },
      ]}
    />
  )
}

interface FeedbackProps {
  feedback: readonly FeedbackView[]
  mayEdit: boolean
}

/** The forms that were given out, and which came back. */
export function Feedback({ feedback, mayEdit }: FeedbackProps) {
  return (
    <Table
      caption="Forms given out"
      rows={feedback}
      rowKey={({ id }) => id}
      empty={
        <Empty>
          No partner was asked in the last year. Print the form, give it out, and enter here that
          you did.
        </Empty>
      }
      columns={[
        {
          name: 'Asked',
          cell: ({ askedOn }) => <span className="culture-whole">{formatDate(askedOn)}</span>,
          sortBy: ({ askedOn }) => askedOn,
        },
        {
          name: 'Agency and occasion',
          cell: ({ agency, occasion }) => (
            <>
              {agencyLabels[agency]}
              <div className="culture-small">
                <Shown>{occasion}</Shown>
              </div>
            </>
          ),
        },
        { name: 'Came back', cell: (form) => <CameBack form={form} /> },
        ...(mayEdit
          ? [
              {
                name: 'Next',
                cell: ({ id, returnedOn, askedOn }: FeedbackView) =>
                  returnedOn === null && (
                    <Link
                      to="/people/culture/partnership/feedback/$feedbackId"
                      params={{ feedbackId: id }}
                      aria-label={`Enter the form given out on ${formatDate(askedOn)}`}
                    >
                      Enter the form
                    </Link>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}

function CameBack({ form: { returnedOn, dueAt, late, comment } }: { form: FeedbackView }) {
  if (returnedOn === null)
    return late ? <Tag tone="late">Not come back</Tag> : <>due {formatDateTime(dueAt)}</>
  return (
    <>
      {formatDate(returnedOn)}
      {comment && (
        <details>
          <summary>What they wrote</summary>
          <ShownNote>{comment}</ShownNote>
        </details>
      )}
    </>
  )
}
