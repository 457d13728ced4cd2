import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { read, useRead } from '../../api.ts'
import { Empty } from '../../ui/empty.tsx'
import { bedTitle } from '../people/bed-title.ts'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { BedCard } from './bed-card.tsx'
import type { BoardBed, BoardView } from './board-view.ts'
import { ClockBanner } from './clock-banner.tsx'
import { FilterField, FilterStrip, filtered } from './filter.tsx'
import { MoreBelow } from './more-below.tsx'
import { PaperLine } from './paper.tsx'
import { PressedStrip } from './pressed-strip.tsx'
import { RunningStrip } from './running-strip.tsx'
import { Cover, ReflectionsToHold, SpotChecksToMake } from './shift-reminders.tsx'
import { OverdueStrip, ShiftStrip } from './strips.tsx'
import { UnitDetailsStrip } from './unit-details-strip.tsx'

/** The ward board: home. */
export function BoardPage() {
  const board = useRead(
    // Levels run out as time goes by, without anybody writing anything.
    { ...read.board.cards.queryOptions(undefined), refetchInterval: 30_000 },
  )
  return <Ready reading={board}>{(view) => <Board view={view} />}</Ready>
}

function Board({ view }: { view: BoardView }) {
  const mayAdmit = useMay('stays:edit')
  const { show } = useSearch({ from: '/' })
  const navigate = useNavigate()
  const of = filtered(view, show)
  const filter = {
    of,
    show,
    onShow: (next: typeof show) => void navigate({ to: '/', search: next ? { show: next } : {} }),
  }
  return (
    <div className="board">
      <h1 className="app-hidden">Ward board</h1>
      {view.clock && <ClockBanner clock={view.clock} />}
      <PressedStrip beds={view.beds} />
      <RunningStrip beds={view.beds} />
      <OverdueStrip
        overdue={view.overdue}
        whole={show !== undefined}
        bedLink={({ bedName, stayId }) => <StayLink bedName={bedName} stayId={stayId} />}
      />
      <ShiftStrip
        onShift={view.onShift}
        cover={
          <>
            <Cover />
            <SpotChecksToMake beds={view.beds} />
            <ReflectionsToHold />
          </>
        }
        filter={<FilterField {...filter} />}
        paper={<PaperLine />}
      />
      <FilterStrip {...filter} />
      <UnitDetailsStrip />
      {view.beds.length === 0 && <Empty>No beds are set up. Add them under Administration.</Empty>}
      {show && of.beds.length === 0 && <Empty>No bed is among these now.</Empty>}
      <div className="board__cards">
        {of.beds.map((bed) => (
          <BedCard
            key={`${bed.bedId} ${bed.stay?.stayId ?? ''}`}
            bed={bed}
            heading={<BedHeading bed={bed} />}
            withoutBed={bed.stay && bed.bedId === '' && <GiveBed stayId={bed.stay.stayId} />}
            emptyAction={
              mayAdmit && (
                <Link to="/people/admit" search={{ bedId: bed.bedId }}>
                  Admit to {bedTitle(bed.bedName)}
                </Link>
              )
            }
          />
        ))}
      </div>
      <MoreBelow />
    </div>
  )
}

function BedHeading({ bed }: { bed: BoardBed }) {
  if (!bed.stay) return bedTitle(bed.bedName)
  return <StayLink bedName={bed.bedName} stayId={bed.stay.stayId} />
}

/** Somebody came in while no bed was free: the card says so until one is given. */
function GiveBed({ stayId }: { stayId: string }) {
  const mayMove = useMay('stays:edit')
  if (!mayMove) return null
  return (
    <Link to="/stays/$stayId/bed" params={{ stayId }}>
      Give them a bed
    </Link>
  )
}

function StayLink({ bedName, stayId }: { bedName: string; stayId: string }) {
  return (
    <Link to="/stays/$stayId" params={{ stayId }}>
      {bedTitle(bedName)}
    </Link>
  )
}
