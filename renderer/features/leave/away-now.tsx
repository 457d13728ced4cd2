import type { ReactNode } from 'react'
import { leaveStanding, whoIsMissingLabels } from '#domain/leave/standing.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { Banner } from '../../ui/banner.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { useTicking } from '../../ui/service-clock.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Since } from '../../ui/since.tsx'
import { RingList } from './ring-list.tsx'
import type { Leave, LeaveView, Missing } from './view.ts'

interface AwayNowProps {
  view: LeaveView
  /** What is done next about a leave that goes on. */
  actsOn: (leave: Leave) => ReactNode
  /** What is done next about somebody missing. */
  actsFor: (missing: Missing) => ReactNode
}

/** Above everything else: who is missing, who is late back, who is away, each with its clock and whom to ring. */
export function AwayNow({ view, actsOn, actsFor }: AwayNowProps) {
  const now = useTicking(5000)
  const missing = view.missing.filter(({ endedAt }) => endedAt === null)
  const away = view.leaves
    .filter(({ departure }) => departure !== null)
    .map((leave) => ({ leave, state: leaveStanding(leave, now).state }))
  return (
    <>
      {missing.map((one) => (
        <Banner key={one.recordId} title={whoIsMissingLabels[one.who]} tone="danger" urgent>
          <p>
            <Shown>{namesOf(view, one.mother, one.babyNames)}</Shown>, since{' '}
            {formatDateTime(one.missingSince)}: <Since at={one.missingSince} />. Begun by{' '}
            <Shown>{one.by}</Shown>.
          </p>
          <ShownNote>{one.circumstances}</ShownNote>
          <p>
            <strong>Ring now, in this order</strong>
          </p>
          <RingList
            lines={one.who === 'mother' ? view.ring.missingWithoutBaby : view.ring.missingWithBaby}
          />
          {actsFor(one)}
        </Banner>
      ))}
      {away.map(({ leave, state }) => {
        if (state !== 'out' && state !== 'late' && state !== 'overdue') return null
        const { departure } = leave
        const who = namesOf(view, leave.standing.out.mother, leave.outNames)
        return (
          <Banner
            key={leave.recordId}
            title={titles[state]}
            tone={state === 'out' ? 'info' : state === 'late' ? 'warning' : 'danger'}
            urgent={state === 'overdue'}
          >
            <p>
              <Shown>{who}</Shown>: {leave.placeName}
              {leave.address && (
                <>
                  , <Shown>{leave.address}</Shown>
                </>
              )}
              . Telephone <Shown>{leave.telephone}</Shown>.{' '}
              {departure && <Countdown what="Back" due={departure.dueBackAt} />}
            </p>
            {leave.recall.length > 0 && (
              <p>
                <strong>She has to come back: by the Mental Health Act she may not be out.</strong>{' '}
                {leave.recall.join('. ')}.
              </p>
            )}
            {state !== 'out' && (
              <>
                <p>
                  <strong>Ring now, in this order</strong>
                </p>
                <RingList lines={view.ring.late} />
              </>
            )}
            {state === 'late' && departure && !leave.found && (
              <p>The steps for who is missing begin at {formatDateTime(departure.missingAt)}.</p>
            )}
            {actsOn(leave)}
          </Banner>
        )
      })}
    </>
  )
}

const titles = {
  out: 'Away on leave',
  late: 'Late back from leave',
  overdue: 'Not back from leave: begin the steps for who is missing now',
}

const namesOf = (view: LeaveView, mother: boolean, babies: readonly string[]) =>
  [...(mother ? [view.mother] : []), ...babies].join(' with ')
