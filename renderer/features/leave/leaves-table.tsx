import type { ReactNode } from 'react'
import { askerLabels, carerLabels } from '#domain/leave/record.ts'
import { leaveStanding, leaveStateLabels } from '#domain/leave/standing.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { useTicking } from '../../ui/service-clock.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import type { Leave, LeaveView } from './view.ts'
import { whoGoes } from './who-goes.ts'

interface LeavesTableProps {
  view: LeaveView
  acts: (leave: Leave) => ReactNode
}

const tones: Record<Leave['standing']['state'], Tone> = {
  'asked-for': 'warning',
  agreed: 'good',
  'not-left': 'late',
  refused: 'neutral',
  out: 'info',
  late: 'late',
  overdue: 'danger',
  missing: 'danger',
  back: 'neutral',
}

/** Every leave of the stay, the newest first: what was asked for, what was decided, and what happened. */
export function LeavesTable({ view, acts }: LeavesTableProps) {
  const now = useTicking(5000)
  return (
    <Table
      caption="Leave"
      captionHidden
      rows={view.leaves}
      rowKey={({ recordId }) => recordId}
      empty={<p>No leave has been asked for in this stay.</p>}
      columns={[
        { name: 'Asked for', cell: (leave) => <AskedFor leave={leave} /> },
        {
          name: 'Decided',
          cell: (leave) => {
            const { state } = leaveStanding(leave, now)
            return (
              <>
                <Tag tone={tones[state]}>{leaveStateLabels[state]}</Tag>
                <Decided leave={leave} />
              </>
            )
          },
        },
        { name: 'Taken', cell: (leave) => <Taken leave={leave} /> },
        { name: 'Next', cell: acts },
      ]}
    />
  )
}

function AskedFor({ leave }: { leave: Leave }) {
  const who = whoGoes(leave)
  return (
    <>
      <strong>{leave.placeName}</strong>: <Shown>{leave.purpose}</Shown>
      <p>
        {formatDateTime(leave.plannedOutAt)} to {formatDateTime(leave.plannedBackAt)}
      </p>
      <p>
        <Shown>{leave.mother && leave.withWhom ? `${who}; ${leave.withWhom}` : who}</Shown>
        {leave.address && (
          <>
            . <Shown>{leave.address}</Shown>
            {leave.newAddress && ' (new address)'}
          </>
        )}
      </p>
      <p className="app-quiet">
        Asked by: {askerLabels[leave.askedBy].toLowerCase()}. Telephone{' '}
        <Shown>{leave.telephone}</Shown>
      </p>
    </>
  )
}

function Decided({ leave: { decision, version, mother } }: { leave: Leave }) {
  if (!decision) return null
  return (
    <>
      {decision.leaveVersion !== version && <p>Changed since this was decided:</p>}
      {decision.outcome === 'agreed' && (
        <p>
          Staff for the baby {decision.babyEscorts}
          {mother && `, for the mother ${decision.motherEscorts}`}
          {decision.section17Escort &&
            ', with the escort of her section 17, Mental Health Act leave'}
          {decision.adult && (
            <>
              ; approved adult <Shown>{decision.adult}</Shown>
            </>
          )}
        </p>
      )}
      {decision.overrideId !== null && <Tag tone="warning">Less than the rules say</Tag>}
      {decision.because && <ShownNote>{decision.because}</ShownNote>}
      {decision.reached.map(({ whom, label, name, at }) => (
        <p key={whom} className="app-quiet">
          {label}: <Shown>{name}</Shown>, {formatDateTime(at)}
        </p>
      ))}
      <p className="app-quiet">
        <Shown>{decision.second ? `${decision.by} and ${decision.second}` : decision.by}</Shown>,{' '}
        {formatDateTime(decision.decidedAt)}
      </p>
    </>
  )
}

function Taken({ leave: { departure, returns, standing } }: { leave: Leave }) {
  if (!departure) return null
  return (
    <>
      <p>
        Left {formatDateTime(departure.leftAt)}
        {departure.babyNames.length === 0 && ', without the baby'}
        {!departure.mother && ', without the mother'}
        {departure.wentWith && (
          <>
            , with <Shown>{departure.wentWith}</Shown>
          </>
        )}
        <Entered at={departure.recordedAt} by={departure.by} />
      </p>
      {returns.map((one) => (
        <div key={one.recordId}>
          <p>
            {one.mother ? 'Mother' : ''}
            {one.mother && one.babyNames.length > 0 ? ' with ' : ''}
            <Shown>{one.babyNames.join(', ')}</Shown> back {formatDateTime(one.backAt)}
            {one.backAt > departure.dueBackAt && (
              <>
                {' '}
                <Tag tone="late">late</Tag>
              </>
            )}
            {one.broughtBy && (
              <>
                , brought by <Shown>{one.broughtBy}</Shown>
              </>
            )}
            <Entered at={one.recordedAt} by={one.by} />
          </p>
          {one.motherCondition && <ShownNote>{`Mother: ${one.motherCondition}`}</ShownNote>}
          {one.babyCondition && <ShownNote>{`Baby: ${one.babyCondition}`}</ShownNote>}
          {one.outKnown !== null && <ShownNote>{stayedOut(one)}</ShownNote>}
        </div>
      ))}
      {standing.apart && <Tag tone="warning">Mother and baby came back apart</Tag>}
    </>
  )
}

/** What was said of a baby who stayed out. */
const stayedOut = (one: Leave['returns'][number]): string =>
  one.outKnown
    ? [
        `The baby stayed out: ${one.outWhere}, with ${one.outWith}`,
        one.outCarer && `(${carerLabels[one.outCarer].toLowerCase()})`,
        `telephone ${one.outTelephone}`,
        one.outDueBackAt && `back by ${formatDateTime(one.outDueBackAt)}`,
        one.outConsentBy ? `agreed by ${one.outConsentBy}` : 'nobody was asked to agree',
      ]
        .filter(Boolean)
        .join('; ')
    : 'The baby was not with her, and nobody knew where'

const Entered = ({ at, by }: { at: string; by: string }) => (
  <span className="app-quiet">
    {' '}
    (entered {formatDateTime(at)}, <Shown>{by}</Shown>)
  </span>
)
