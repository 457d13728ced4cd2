import { useState } from 'react'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { EventActs } from './event-acts.tsx'
import { Due } from './queue-list.tsx'
import {
  type LoopMark,
  lastMark,
  type MayTakeBack,
  TakeBackButton,
  TakeBackForm,
} from './take-back-form.tsx'
import type { EventView, LoopView } from './view.ts'
import { actBy, statusTone, statusWord } from './words.ts'

interface ToldTableProps {
  event: EventView
  mayAct: boolean
  mayTakeBack: MayTakeBack
  /** May say that an event was entered in error. */
  mayWithdraw: boolean
}

/** Who had to be told of one event, how each of them stands, and who was considered and is not told. */
export function ToldTable({ event, mayAct, mayTakeBack, mayWithdraw }: ToldTableProps) {
  const [mark, takeBack] = useState<LoopMark>()
  return (
    <div className="duties-told">
      {mark && <TakeBackForm mark={mark} onDone={() => takeBack(undefined)} />}
      <Table
        caption={`${event.title}, ${formatDateTime(event.occurredAt)}`}
        rows={event.loops}
        rowKey={({ dutyId }) => dutyId}
        empty={
          <p>
            {event.title}, {formatDateTime(event.occurredAt)}: nobody had to be told.
          </p>
        }
        columns={[
          { name: 'Whom', cell: ({ label }) => <Shown>{label}</Shown> },
          {
            name: 'How it stands',
            cell: (loop) => (
              <>
                <Tag tone={statusTone(loop.status)}>{statusWord(loop.status)}</Tag>{' '}
                {actBy(loop.status) !== null && <Due loop={loop} />}
                {loop.status.state === 'dropped' && <Shown>{loop.status.because}</Shown>}
                {loop.sentLate && <Tag tone="warning">Sent late</Tag>}
              </>
            ),
          },
          {
            name: 'Sent',
            cell: ({ sendings: [first] }) =>
              first ? (
                <>
                  {first.sentAt ? formatDateTime(first.sentAt) : 'Time not recorded'}, to{' '}
                  <Shown>{first.toName}</Shown>
                </>
              ) : (
                '–'
              ),
          },
          {
            name: 'Acknowledged',
            cell: ({ acknowledgements: [first] }) =>
              first ? (
                <>
                  {first.acknowledgedAt
                    ? formatDateTime(first.acknowledgedAt)
                    : 'Time not recorded'}
                  , by <Shown>{first.byName ?? 'name not recorded'}</Shown>
                </>
              ) : (
                '–'
              ),
          },
          ...(event.loops.map(lastMark).some((last) => last && mayTakeBack(last))
            ? [
                {
                  name: 'Mistake',
                  cell: (loop: LoopView) => {
                    const last = lastMark(loop)
                    return (
                      last &&
                      mayTakeBack(last) && <TakeBackButton mark={last} onTakeBack={takeBack} />
                    )
                  },
                },
              ]
            : []),
        ]}
      />
      {event.considered.length > 0 && (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">
              Considered and not told ({event.considered.length})
            </span>
          </summary>
          <ul className="nhsuk-details__text">
            {event.considered.map(({ label, because }) => (
              <li key={label}>
                {label}: {because}
              </li>
            ))}
          </ul>
        </details>
      )}
      <EventActs event={event} mayAct={mayAct} mayTakeBack={mayWithdraw} />
    </div>
  )
}
