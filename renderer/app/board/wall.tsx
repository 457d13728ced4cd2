import { formatTime } from '#domain/shared/calendar.ts'
import { act, forgetReadings, type Outputs, read, useRead } from '../../api.ts'
import { RunningClock } from '../../features/unwell-baby/running-clock.tsx'
import { Button } from '../../ui/button.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { useTicking } from '../../ui/service-clock.tsx'
import { Since } from '../../ui/since.tsx'
import { Tag } from '../../ui/tag.tsx'
import { bedTitle } from '../people/bed-title.ts'
import { Ready } from '../reading.tsx'
import { ClockBanner } from './clock-banner.tsx'

type WallView = Outputs['board']['wall']
type WallBed = WallView['beds'][number]

/**
 * The wall of a staff room, over the whole screen: by bed alone, without a name (decision 5). It outlives the
 * idle lock; whoever wants more takes it off and signs in.
 */
export function Wall() {
  const wall = useRead(
    // Things run late as time goes by, without anybody writing anything.
    { ...read.board.wall.queryOptions(undefined), refetchInterval: 15_000 },
  )
  return <Ready reading={wall}>{(view) => <WallOf view={view} />}</Ready>
}

function WallOf({ view }: { view: WallView }) {
  return (
    <main className="wall">
      <header className="wall__top">
        <h1 className="app-hidden">The unit on the wall</h1>
        <WallTime />
        <Shift view={view} />
        <Button kind="quiet" small onClick={() => void takeOff()}>
          Take off the wall
        </Button>
      </header>
      {view.clock && <ClockBanner clock={view.clock} />}
      {view.beds.length === 0 && <p>No beds are set up.</p>}
      <ul className="wall__beds">
        {view.beds.map((bed) => (
          <WallBedCard key={bed.bed} bed={bed} />
        ))}
      </ul>
    </main>
  )
}

function WallTime() {
  return <span className="wall__time">{formatTime(useTicking(1000))}</span>
}

function Shift({ view }: { view: WallView }) {
  return (
    <span className="wall__shift">
      On shift {view.onShift}{' '}
      {!view.nurseInCharge && <Tag tone="warning">Nurse in charge not recorded</Tag>}
    </span>
  )
}

function WallBedCard({ bed }: { bed: WallBed }) {
  const absences = bed.absences ?? []
  const state =
    bed.concerns.length + absences.length > 0
      ? 'concern'
      : bed.overdue > 0
        ? 'late'
        : bed.inUse
          ? 'in-use'
          : 'free'
  return (
    <li className={`wall-bed wall-bed--${state}`}>
      <h2>{bedTitle(bed.bed)}</h2>
      {bed.concerns.map((concern, index) => (
        // Twins, or two of no bed, may be unwell since one minute: what tells them apart names nobody.
        <div
          key={`${concern.what} ${concern.since} ${sameBefore(bed.concerns, index)}`}
          className="wall-bed__concern"
        >
          <strong>
            {concern.what === 'baby concern' ? 'Baby concern' : 'Baby concern pressed'}{' '}
            {concern.since && <RunningClock startedAt={concern.since} />}
          </strong>
          {concern.next && <span>{concern.next}</span>}
          {concern.dueAt && <Countdown what="next step" due={concern.dueAt} soonMinutes={5} />}
        </div>
      ))}
      {absences.map(({ what, since, stayId }) => (
        <div key={`${stayId} ${what} ${since}`} className="wall-bed__concern">
          <strong>
            {startingLarge(what)} <Since at={since} />
          </strong>
        </div>
      ))}
      {bed.staffOnly && <StaffOnlyPart of={bed.staffOnly} />}
      {bed.overdue > 0 && (
        <p className="wall-bed__late">
          {bed.overdue} overdue
          {bed.overdueSince && (
            <>
              , the first <Countdown due={bed.overdueSince} />
            </>
          )}
        </p>
      )}
      {bed.concerns.length + absences.length === 0 && bed.overdue === 0 && (
        <p className="app-quiet">{bed.inUse ? 'Nothing overdue' : 'Free'}</p>
      )}
    </li>
  )
}

/** How many before this one begin alike. */
const sameBefore = (concerns: WallBed['concerns'], index: number) =>
  concerns.slice(0, index).filter(({ since }) => since === concerns[index]?.since).length

const startingLarge = (what: string) => what.charAt(0).toUpperCase() + what.slice(1)

/** What hangs there only because the unit confirmed that staff alone see it. */
function StaffOnlyPart({ of }: { of: NonNullable<WallBed['staffOnly']> }) {
  return (
    <>
      {of.babies.map(({ pairId, legal, inside, outside, reviewDueAt }) => (
        <div key={pairId} className="wall-bed__staff-only">
          <span>{legal.length > 0 ? legal.join(', ') : 'Legal status not recorded'}</span>
          <span>
            Inside <strong>{inside.levelName}</strong>
            {inside.stricterFor && `, ${inside.stricterFor}`}
            {inside.fallback && `, ${inside.fallback}`}
          </span>
          <span>
            Outside <strong>{outside.levelName}</strong>
            {outside.stricterFor && `, ${outside.stricterFor}`}
            {outside.fallback && `, ${outside.fallback}`}
          </span>
          {reviewDueAt && <Countdown what="review" due={reviewDueAt} soonMinutes={240} />}
        </div>
      ))}
      {of.unread > 0 && <span>{of.unread} not read</span>}
    </>
  )
}

/** Fills the whole screen where the browser lets it; the wall is the same in a window. */
export async function hangUp() {
  await document.documentElement.requestFullscreen?.().catch(() => undefined)
  await act.session.startWall.mutate(undefined)
  forgetReadings()
}

async function takeOff() {
  if (document.fullscreenElement) await document.exitFullscreen().catch(() => undefined)
  await act.session.lock.mutate(undefined)
}
