import type { ReactNode } from 'react'
import { readerRoleLabels } from '#domain/documents/rule-content.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { DocumentView } from './view.ts'
import { readingTones, readingWords } from './words.ts'

type Standing = DocumentView['line']['readers'][number]

interface WhoMustReadProps {
  view: DocumentView
  /** The way to name who stands in, for a part that only its author fills. */
  standIn: (role: Standing['role']) => ReactNode
}

/** Who has to read it, who has, and why somebody has to read it again. */
export function WhoMustRead({ view, standIn }: WhoMustReadProps) {
  const nameOf = new Map(view.signatures.map(({ readerId, reader }) => [readerId, reader]))
  const holderOf = new Map(view.readers.map(({ role, name }) => [role, name]))
  return (
    <Table<Standing>
      caption="Who has to read it"
      captionHidden
      rows={view.line.readers}
      rowKey={({ role }) => role}
      empty={<p className="app-quiet">Nobody has to read it.</p>}
      columns={[
        {
          name: 'Part',
          cell: ({ role }) => (
            <>
              {readerRoleLabels[role]}
              <p className="app-quiet">
                {holderOf.has(role) ? <Shown>{holderOf.get(role) ?? ''}</Shown> : 'nobody is named'}
              </p>
              {view.standIns
                .filter((one) => one.role === role)
                .map((one) => (
                  <p key={one.recordId}>
                    <Tag tone="info">Stand-in</Tag> <Shown>{one.name}</Shown>, named by{' '}
                    <Shown>{one.namedBy}</Shown> {formatDateTime(one.namedAt)}:{' '}
                    <Shown>{one.because}</Shown>
                  </p>
                ))}
              {view.needStandIn.includes(role) && (
                <p>
                  <Tag tone="warning">Only its author fills this part</Tag> {standIn(role)}
                </p>
              )}
            </>
          ),
        },
        {
          name: 'Reading',
          cell: ({ reading, dueAt }) => (
            <div className="history-state">
              <Tag tone={readingTones[reading]}>{readingWords[reading]}</Tag>
              {dueAt !== null && <Countdown what="Due" due={dueAt} soonMinutes={240} />}
            </div>
          ),
        },
        {
          name: 'Signed',
          cell: ({ signedAt, signedBy, reOpenedBy }) =>
            signedAt === null ? (
              '–'
            ) : (
              <>
                <Shown>{nameOf.get(signedBy ?? '') ?? '–'}</Shown>, {formatDateTime(signedAt)}
                {reOpenedBy && <p className="app-quiet">Changed {formatDateTime(reOpenedBy.at)}</p>}
              </>
            ),
        },
      ]}
    />
  )
}

/** Who on this shift has read it as it stands: everybody counts, whatever their part. */
export function OnThisShift({ view: { onShift, current } }: { view: DocumentView }) {
  if (!current) return <p className="app-quiet">Nothing has been received yet.</p>
  if (onShift.length === 0) return <p className="app-quiet">Nobody is recorded as on shift now.</p>
  return (
    <ul className="history-plain">
      {onShift.map(({ staffId, name, hasRead }) => (
        <li key={staffId}>
          <Shown>{name}</Shown>{' '}
          <Tag tone={hasRead ? 'good' : 'warning'}>{hasRead ? 'Read' : 'Not read'}</Tag>
        </li>
      ))}
    </ul>
  )
}
