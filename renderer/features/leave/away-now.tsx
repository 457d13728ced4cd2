import type { ReactNode } from 'react'
import {
  leaveStanding,
  leaveStateLabels,
  type StillOut,
  whoIsMissingLabels,
  whoIsMissingNow,
} from '#domain/leave/standing.ts'
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
  const out = view.leaves.flatMap(({ standing }) => standing.out.babies)
  return (
    <>
      {missing.map((one) => {
        const who = whoIsMissingNow(one, { mother: false, babies: out })
        return (
          <Banner key={one.recordId} title={whoIsMissingLabels[who]} tone="danger" urgent>
            <p>
              <Shown>{namesOf(view, one.mother, one.babyNames)}</Shown>, since{' '}
              {formatDateTime(one.missingSince)}: <Since at={one.missingSince} />. Begun by{' '}
              <Shown>{one.by}</Shown>.
            </p>
            <ShownNote>{one.circumstances}</ShownNote>
            <p>
              <strong>Ring now, in this order</strong>
            </p>
            <RingList lines={view.ring[ringFor[who]]} />
            {actsFor(one)}
          </Banner>
        )
      })}
      {view.leaves.map((leave) => {
        // Whom somebody searches for stands above.
        const still = leaveStanding(leave, now).each.filter(({ state }) => state !== 'missing')
        if (still.length === 0) return null
        return (
          <OutOnLeave key={leave.recordId} view={view} leave={leave} still={still}>
            {actsOn(leave)}
          </OutOnLeave>
        )
      })}
    </>
  )
}

const ringFor = {
  mother: 'missingWithoutBaby',
  'mother-baby-out': 'missingWithBaby',
  'mother-with-baby': 'missingWithBaby',
  baby: 'missingBabyAlone',
} as const

interface OutOnLeaveProps {
  view: LeaveView
  leave: Leave
  still: readonly StillOut[]
  children: ReactNode
}

/** One leave that goes on: by person how it stands, what calls them back, and whom to ring. */
function OutOnLeave({ view, leave, still, children }: OutOnLeaveProps) {
  const [first] = still
  const { departure, recall } = leave
  if (!first || !departure) return null
  const state = first.found ? 'found' : first.state
  // Who is not back by the limit is searched for: to call them back is not the next step any more.
  const called = recall.length > 0 && !first.found && state !== 'overdue'
  const withMissing = isWithMissing(leave)
  return (
    <Banner
      title={withMissing ? outWithMissing : titles[state]}
      tone={called || withMissing ? 'danger' : tones[state]}
      urgent={state === 'overdue' || called || withMissing}
    >
      {still.map((one) => (
        <p key={`${one.state} ${one.found}`}>
          <Shown>{namesOf(view, one.mother, namesIn(view, one.babies))}</Shown>
          {still.length > 1 &&
            ` (${(one.found ? 'found, not back' : leaveStateLabels[one.state]).toLowerCase()})`}
          : <WhereNow leave={leave} /> <Countdown what="Back" due={one.dueBackAt} />
        </p>
      ))}
      {called && (
        <>
          <p>
            <strong>Call them back now, or decide the leave again once they are here.</strong>
          </p>
          <ul>
            {recall.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {state !== 'out' && state !== 'found' && (
        <>
          <p>
            <strong>Ring now, in this order</strong>
          </p>
          <RingList lines={view.ring[ringOf(leave)]} />
        </>
      )}
      {state === 'late' && (
        <p>The steps for who is missing begin at {formatDateTime(first.missingAt)}.</p>
      )}
      {children}
    </Banner>
  )
}

/** A baby who is out with a mother whom somebody searches for is not calmly away, whatever the time of return. */
export const isWithMissing = ({ standing: { each } }: Leave): boolean =>
  each.some(({ state, mother }) => state === 'missing' && mother) &&
  each.some(({ state, babies, found }) => state !== 'missing' && babies.length > 0 && !found)

const outWithMissing = 'A baby is out with the mother who is missing: begin the steps for the baby'

/** What was said of a baby who stayed out when the mother came back; undefined where she is out too. */
const saidOf = (leave: Leave) =>
  leave.standing.out.mother
    ? undefined
    : leave.returns.findLast(({ outKnown }) => outKnown !== null)

/** Where nobody knows who has the baby there is nobody to ask: the list of a missing baby holds at once. */
function ringOf(leave: Leave): keyof LeaveView['ring'] {
  if (leave.standing.out.mother) return 'late'
  return saidOf(leave)?.outKnown === false ? 'missingBabyAlone' : 'lateBabyAlone'
}

/** Where they are by the leave; of a baby who stayed out when the mother came back, by what was said then. */
function WhereNow({ leave }: { leave: Leave }) {
  const said = saidOf(leave)
  if (said?.outKnown === false) return <strong>nobody knows where the baby is.</strong>
  if (said)
    return (
      <>
        <Shown>{said.outWhere}</Shown>, with <Shown>{said.outWith}</Shown>. Telephone{' '}
        <Shown>{said.outTelephone}</Shown>.
      </>
    )
  return (
    <>
      {leave.placeName}
      {leave.address && (
        <>
          , <Shown>{leave.address}</Shown>
        </>
      )}
      {!leave.mother && (
        <>
          , with <Shown>{leave.withWhom}</Shown>
        </>
      )}
      . Telephone <Shown>{leave.telephone}</Shown>.
    </>
  )
}

const titles = {
  out: 'Away on leave',
  late: 'Late back from leave',
  overdue: 'Not back from leave: begin the steps for who is missing now',
  missing: 'Missing',
  found: 'Found, and not back from leave',
}

const tones = {
  out: 'info',
  late: 'warning',
  overdue: 'danger',
  missing: 'danger',
  found: 'info',
} as const

const namesIn = (view: LeaveView, babies: readonly string[]) =>
  babies.map(
    (one) => view.babies.find(({ pairId }) => pairId === one)?.name ?? 'A baby who has left',
  )

const namesOf = (view: LeaveView, mother: boolean, babies: readonly string[]) =>
  [...(mother ? [view.mother] : []), ...babies].join(' with ')
