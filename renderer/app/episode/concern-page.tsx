import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { act, read, useCommandAtPress, useRead } from '../../api.ts'
import { concernOf, type RaisedBy } from '../../features/unwell-baby/concern-input.ts'
import { Banner } from '../../ui/banner.tsx'
import { Empty } from '../../ui/empty.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shown } from '../../ui/shown.tsx'
import type { BoardBed, CardPair } from '../board/board-view.ts'
import { bedTitle } from '../people/bed-title.ts'
import { Ready } from '../reading.tsx'

/** From any page: every baby on the unit, each with the press that raises the concern. */
export function ConcernPage() {
  const board = useRead(read.board.cards.queryOptions(undefined))
  return (
    <div className="app-main">
      <PageHeader
        title="Baby concern"
        under="One press raises it: the clock runs from the press. What it is can follow."
      />
      <Ready reading={board} what="babies on the unit">
        {({ beds }) => <Babies beds={beds} />}
      </Ready>
    </div>
  )
}

function Babies({ beds }: { beds: readonly BoardBed[] }) {
  const waiting = useRead(read.unwellBaby.pressed.queryOptions(undefined))
  const raise = useCommandAtPress(act.unwellBaby.raise.mutate)
  const navigate = useNavigate()
  const [refused, setRefused] = useState<string>()
  const pressed = new Set(
    waiting.state === 'ready' ? waiting.value.map(({ bedId }) => bedId) : undefined,
  )
  const here = beds.flatMap(({ bedId, bedName, stay, pairs }) =>
    stay ? pairs.map((pair) => ({ bedId, bedName, stay, pair })) : [],
  )
  const raiseNow = async (pairId: string, motherName: string, by: RaisedBy) => {
    const reply = await raise((pressedAt) => ({
      ...concernOf({}, by, pressedAt, motherName),
      pairId,
    }))
    if (!reply.ok) return setRefused(reply.failure.message)
    const { episodeId } = reply.value
    void navigate({ to: '/episodes/$episodeId', params: { episodeId } })
  }
  if (here.length === 0) return <Empty>No baby is on the unit.</Empty>
  return (
    <>
      {refused && <Banner tone="danger" title={refused} />}
      <ul className="episode-babies">
        {here.map(({ bedId, bedName, stay, pair }) => (
          <li key={pair.pairId} className="episode-which">
            <strong className="episode-which__name">
              <Shown>{pair.baby.name}</Shown>
            </strong>
            <span>
              {pair.baby.ageText}, mother <Shown>{stay.mother.name}</Shown>, {bedTitle(bedName)}
            </span>
            <Presses
              pair={pair}
              stayId={stay.stayId}
              claims={pressed.has(bedId)}
              onRaise={(by) => void raiseNow(pair.pairId, stay.mother.name, by)}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

interface PressesProps {
  pair: CardPair
  stayId: string
  /** The bed was pressed on the lock screen: its time is taken over on the page of the concern. */
  claims: boolean
  onRaise: (by: RaisedBy) => void
}

function Presses({ pair: { pairId, baby, episode }, stayId, claims, onRaise }: PressesProps) {
  const about = <span className="app-hidden">about {baby.name}</span>
  const form = { to: '/stays/$stayId/concern/$pairId', params: { stayId, pairId } } as const
  if (episode)
    return (
      <span className="app-buttons">
        <Link to="/episodes/$episodeId" params={{ episodeId: episode.episodeId }}>
          Open the concern that runs {about}
        </Link>
        <Link {...form}>Another matter {about}</Link>
      </span>
    )
  if (claims)
    return (
      <span className="app-buttons">
        <Link {...form} className="nhsuk-button nhsuk-button--warning nhsuk-button--small">
          Pressed on the lock screen: raise it {about}
        </Link>
      </span>
    )
  const press = (by: RaisedBy, words: string) => (
    <button
      type="button"
      className="nhsuk-button nhsuk-button--warning nhsuk-button--small"
      onClick={() => onRaise(by)}
    >
      {words} {about}
    </button>
  )
  return (
    <span className="app-buttons">
      {press('me', 'I am worried: raise it now')}
      {press('mother', 'The mother is worried: raise it now')}
      <Link {...form}>Say what it is first {about}</Link>
    </span>
  )
}
