import { Link } from '@tanstack/react-router'
import { reportLabels } from '#domain/culture/codes.ts'
import { agencyLabels } from '#domain/people/record.ts'
import { formatDate, formatDateTime } from '#domain/shared/calendar.ts'
import { Empty } from '../../ui/empty.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { MeetingView } from './view.ts'

interface MeetingsProps {
  meetings: readonly MeetingView[]
  mayEdit: boolean
}

/** Conferences, core groups, reviews and hearings about the babies, and the unit's part in each. */
export function Meetings({ meetings, mayEdit }: MeetingsProps) {
  return (
    <Table
      caption="Meetings of other agencies"
      captionHidden
      rows={meetings}
      rowKey={({ id }) => id}
      empty={
        <Empty>
          No meeting is on record in the last year. Enter each invitation on the day on which it
          comes.
        </Empty>
      }
      columns={[
        {
          name: 'When',
          cell: ({ heldAt }) => formatDateTime(heldAt),
          sortBy: ({ heldAt }) => heldAt,
        },
        {
          name: 'Meeting',
          cell: ({ kindName, agency, baby }) => (
            <>
              {kindName}
              <div className="culture-small">
                <Shown>{baby}</Shown>; called by {agencyLabels[agency].toLowerCase()}
              </div>
            </>
          ),
          sortBy: ({ kindName }) => kindName,
        },
        {
          name: 'Invited',
          cell: ({ invited, invitedOn }) =>
            invited === 'no' ? (
              <Tag tone="warning">Not invited</Tag>
            ) : (
              invitedOn && formatDate(invitedOn)
            ),
        },
        { name: 'Report', cell: (meeting) => <Report meeting={meeting} /> },
        { name: 'The unit was there', cell: (meeting) => <There meeting={meeting} /> },
        ...(mayEdit
          ? [
              {
                name: 'Change',
                cell: ({ id, toRecord, kindName, heldAt }: MeetingView) => (
                  <Link
                    to="/people/culture/partnership/meetings/$meetingId"
                    params={{ meetingId: id }}
                    aria-label={`${toRecord ? 'Record what came of it' : 'Open'}: ${kindName}, ${formatDateTime(heldAt)}`}
                  >
                    {toRecord ? 'Record what came of it' : 'Open'}
                  </Link>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

function Report({ meeting }: { meeting: MeetingView }) {
  const { reportAsked, reportDueAt, report, reportSentAt, reportLate } = meeting
  if (!reportAsked || reportDueAt === null) return 'None asked for'
  const isLate = reportSentAt !== null && reportSentAt > reportDueAt
  return (
    <>
      {report === null ? (
        reportLate ? (
          <Tag tone="late">Late</Tag>
        ) : null
      ) : (
        <Tag tone={report === 'sent' && !isLate ? 'good' : 'warning'}>
          {isLate ? 'Sent late' : reportLabels[report]}
        </Tag>
      )}
      <div className="culture-small">due {formatDateTime(reportDueAt)}</div>
    </>
  )
}

function There({ meeting }: { meeting: MeetingView }) {
  const { cancelled, attended, attendedBy, notAttendedBecause, decided, toRecord, late } = meeting
  if (cancelled) return <Tag>Cancelled</Tag>
  if (attended === null)
    return late ? (
      <Tag tone="late">Late: not recorded</Tag>
    ) : toRecord ? (
      <Tag tone="warning">To be recorded</Tag>
    ) : (
      'Still to come'
    )
  return (
    <>
      {attended === 'yes' ? (
        <Shown>{attendedBy ?? ''}</Shown>
      ) : (
        <>
          <Tag tone="warning">{attended === 'no' ? 'Nobody' : 'Not known'}</Tag>{' '}
          <Shown>{notAttendedBecause}</Shown>
        </>
      )}
      {decided && (
        <details>
          <summary>What was decided</summary>
          <ShownNote>{decided}</ShownNote>
        </details>
      )}
    </>
  )
}
