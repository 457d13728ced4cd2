import { Link } from '@tanstack/react-router'
import { read, useRead } from '../../api.ts'
import { ToldTable } from '../../features/communications/told-table.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { fullName } from '../people/full-name.ts'
import { Ready } from '../reading.tsx'
import { useMayTakeBack } from '../session/may-take-back.ts'
import { useMay } from '../session/me.ts'
import type { PairView, StayView } from './stay-view.ts'

const look = 'nhsuk-button nhsuk-button--secondary nhsuk-button--small'

/** Whom the agencies of each baby were told through, and what is still open with them. */
export function ToldSection({ view }: { view: StayView }) {
  const mayAct = useMay('duty:act')
  const { stay, pairs } = view
  return (
    <Section
      title="Who has been told"
      actions={
        <>
          {mayAct &&
            pairs.map(({ id, baby }) => (
              <Link
                key={id}
                to="/stays/$stayId/tell/$pairId"
                params={{ stayId: stay.id, pairId: id }}
                className={look}
              >
                Something to tell others
                {pairs.length > 1 && (
                  <>
                    : <Shown>{fullName(baby)}</Shown>
                  </>
                )}
              </Link>
            ))}
          <Link to="/duties" className={look}>
            All open duties
          </Link>
        </>
      }
    >
      {pairs.map((pair) => (
        <ToldOf key={pair.id} pair={pair} several={pairs.length > 1} />
      ))}
    </Section>
  )
}

function ToldOf({ pair, several }: { pair: PairView; several: boolean }) {
  const mayAct = useMay('duty:act')
  const mayWithdraw = useMay('duty:drop')
  const mayTakeBack = useMayTakeBack()
  const told = useRead(read.communications.ofPair.queryOptions({ pairId: pair.id }))
  return (
    <Ready reading={told} what="duties">
      {({ events }) => (
        <>
          {several && (
            <h3>
              <Shown>{fullName(pair.baby)}</Shown>
            </h3>
          )}
          {events.length === 0 && (
            <p className="app-quiet">Nothing has happened that others must be told of.</p>
          )}
          {events.map((event) => (
            <ToldTable
              key={event.eventId}
              event={event}
              mayAct={mayAct}
              mayTakeBack={mayTakeBack}
              mayWithdraw={mayWithdraw}
            />
          ))}
        </>
      )}
    </Ready>
  )
}
