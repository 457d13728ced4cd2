import type { ReactNode } from 'react'
import { granterLabels } from '#domain/leave/record.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { useTicking } from '../../ui/service-clock.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { Grant, LeaveView } from './view.ts'

interface Section17TableProps {
  view: LeaveView
  acts: (grant: Grant) => ReactNode
}

/** The mother's position under the Mental Health Act, and the leave that was granted under section 17. */
export function Section17Part({ view, acts }: Section17TableProps) {
  const now = useTicking(60_000)
  return (
    <>
      {view.act.text.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {view.grants.length > 0 && (
        <Table
          caption="Leave under section 17, Mental Health Act"
          rows={view.grants}
          rowKey={({ recordId }) => recordId}
          columns={[
            {
              name: 'Covers',
              cell: (grant) => (
                <>
                  {grant.placeNames.join(', ')}
                  <p>
                    {formatDateTime(grant.startsAt)} to {formatDateTime(grant.endsAt)}
                  </p>
                  <p>{grant.escorted ? 'Escorted' : 'Not escorted'}</p>
                </>
              ),
            },
            { name: 'Conditions', cell: ({ conditions }) => <ShownNote>{conditions}</ShownNote> },
            {
              name: 'Granted',
              cell: (grant) => (
                <>
                  <Shown>{grant.grantedBy}</Shown>, {granterLabels[grant.grantedAs].toLowerCase()},{' '}
                  {formatDateTime(grant.grantedAt)}
                  <p className="app-quiet">
                    <Shown>{grant.document}</Shown>. Entered by <Shown>{grant.enteredBy}</Shown>
                  </p>
                  {grant.ministryDocument && (
                    <p className="app-quiet">
                      Ministry of Justice: <Shown>{grant.ministryDocument}</Shown>
                    </p>
                  )}
                </>
              ),
            },
            {
              name: 'Now',
              cell: (grant) =>
                grant.revokedAt !== null ? (
                  <>
                    <Tag tone="danger">Revoked</Tag> {formatDateTime(grant.revokedAt)},{' '}
                    <Shown>{`${grant.revokedBy}, ${grant.revokedDocument}`}</Shown>
                  </>
                ) : grant.endsAt <= now ? (
                  <Tag>Run out</Tag>
                ) : (
                  <>
                    <Tag tone="good">In force</Tag> {acts(grant)}
                  </>
                ),
            },
          ]}
        />
      )}
    </>
  )
}
