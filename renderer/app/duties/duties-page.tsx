import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { read, useRead } from '../../api.ts'
import { EffectOnCare } from '../../features/communications/effect-on-care.tsx'
import { actsOf, LoopPanel } from '../../features/communications/loop-panel.tsx'
import { type LoopAct, QueueByWhom, QueueList } from '../../features/communications/queue-list.tsx'
import type { QueueView } from '../../features/communications/view.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { bedTitle } from '../people/bed-title.ts'
import { Ready } from '../reading.tsx'
import { useMayTakeBack } from '../session/may-take-back.ts'
import { useMay } from '../session/me.ts'

/** Every open loop with every agency, overdue first, with the words for the telephone beside it. */
export function DutiesPage() {
  const queue = useRead({
    ...read.communications.open.queryOptions(undefined),
    refetchInterval: 30_000,
  })
  const { duty } = useSearch({ from: '/duties' })
  return (
    <div className="app-main app-main--wide">
      <Ready reading={queue} what="duties">
        {(value) => <Queue key={duty} queue={value} first={duty} />}
      </Ready>
    </div>
  )
}

function Queue({ queue: { lines, late }, first }: { queue: QueueView; first: string | undefined }) {
  const mayAct = useMay('duty:act')
  const mayDrop = useMay('duty:drop')
  const mayTakeBack = useMayTakeBack()
  const [chosen, choose] = useState(first)
  const [doing, setDoing] = useState<LoopAct>()
  const [grouped, group] = useState(false)
  const List = grouped ? QueueByWhom : QueueList
  const line = lines.find(({ loop }) => loop.dutyId === chosen) ?? lines[0]
  return (
    <>
      <PageHeader
        title="Duties"
        under={`${lines.length} open with other agencies, ${late} overdue`}
        actions={
          lines.length > 1 && (
            <Button kind="quiet" small onClick={() => group(!grouped)}>
              {grouped ? 'One by one, soonest first' : 'Together by whom to ring'}
            </Button>
          )
        }
      />
      {line === undefined ? (
        <Empty>Nobody is waiting to be told, and everybody who was told has said so.</Empty>
      ) : (
        <div className="duties">
          <List
            lines={lines}
            chosen={line.loop.dutyId}
            bedName={bedTitle}
            onChoose={(dutyId, act) => {
              choose(dutyId)
              const found = lines.find(({ loop }) => loop.dutyId === dutyId)?.loop
              setDoing(act && mayAct && found && actsOf(found).includes(act) ? act : undefined)
            }}
          />
          <div className="duties__beside">
            <p>
              {line.event.family.referralId === null ? (
                <Link to="/stays/$stayId" params={{ stayId: line.event.family.stayId }}>
                  Open the stay of {line.event.family.babyName}
                </Link>
              ) : (
                <Link
                  to="/referrals/$referralId"
                  params={{ referralId: line.event.family.referralId }}
                >
                  Open the referral of {line.event.family.babyName}
                </Link>
              )}
            </p>
            <EffectOnCare key={line.event.eventId} event={line.event} mayAct={mayAct} />
            <LoopPanel
              key={line.loop.dutyId}
              loop={line.loop}
              doing={doing}
              onDo={(act) => {
                choose(line.loop.dutyId)
                setDoing(act)
              }}
              mayAct={mayAct}
              mayDrop={mayDrop}
              mayTakeBack={mayTakeBack}
            />
          </div>
        </div>
      )}
    </>
  )
}
