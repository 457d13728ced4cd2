import { useEffect, useState } from 'react'
import { formatTime } from '#domain/shared/calendar.ts'
import { act, type Outputs, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useDrafts } from '../../ui/form/drafts.tsx'
import { RoundBabyCard } from './round-baby.tsx'
import { type CheckTyped, type Taps, tapsOf, without } from './round-taps.ts'

export type RoundsView = Outputs['supervision']['rounds']

const savedAs = 'round'

interface RoundsProps {
  view: RoundsView
  signer: string
  /** A bed as it is called on the screen: "Bed 1". */
  bedTitle: (name: string) => string
}

/**
 * A round: one tap for each baby says that it was seen, where and with whom; then it is signed once
 * (decision 23). What was tapped is kept when the screen locks, each with the moment of its tap.
 */
export function Rounds({ view, signer, bedTitle }: RoundsProps) {
  const { taps, keep } = useTaps()
  const sign = useCommand(act.supervision.signRound.mutate)
  const [said, say] = useState<{ title: string; wrong?: boolean }>()
  const here = view.babies.flatMap(({ pairId }) => taps[pairId] ?? [])
  // Who is on record as out is due nowhere; tapped all the same, the baby is in the round.
  const out = view.babies.filter(({ pairId, awaySince }) => awaySince !== null && !taps[pairId])
  const due = view.babies.length - out.length
  const send = async () => {
    const reply = await sign({ checks: here })
    if (reply.ok) {
      keep({})
      say({ title: `Signed: ${reply.value.checks} of ${due} babies` })
    } else say({ title: reply.failure.message, wrong: true })
  }
  if (view.babies.length === 0) return <Empty>No baby is on the unit.</Empty>
  return (
    <>
      {said && (
        <Banner
          title={said.title}
          tone={said.wrong ? 'danger' : 'good'}
          urgent={said.wrong === true}
        />
      )}
      <ul className="rounds">
        {view.babies.map((baby) => (
          <RoundBabyCard
            key={baby.pairId}
            baby={baby}
            bed={bedTitle(baby.bedName)}
            check={taps[baby.pairId]}
            onCheck={(check: CheckTyped) => {
              say(undefined)
              keep({ ...taps, [baby.pairId]: check })
            }}
            onUndo={() => keep(without(taps, baby.pairId))}
          />
        ))}
      </ul>
      <div className="rounds__sign">
        <Button disabled={here.length === 0} onClick={() => void send()}>
          {`Sign the round as ${signer}: ${here.length} of ${due} babies${out.length > 0 ? `; ${out.length} out` : ''}`}
        </Button>
        {here.length > 0 && (
          <p className="app-quiet">
            Tapped {here.map(({ seenAt }) => formatTime(seenAt)).sort()[0]} and after. Whoever is
            not tapped is not in the round.
          </p>
        )}
      </div>
    </>
  )
}

/** The taps of a round that is not signed, kept with this person's drafts. */
function useTaps() {
  const drafts = useDrafts()
  const [taps, setTaps] = useState<Taps>({})
  useEffect(() => {
    drafts?.load(savedAs).then(
      (kept) => setTaps(tapsOf(kept)),
      () => undefined,
    )
  }, [drafts])
  const keep = (next: Taps) => {
    setTaps(next)
    const saved =
      Object.keys(next).length === 0 ? drafts?.clear(savedAs) : drafts?.save(savedAs, next)
    saved?.catch(() => undefined)
  }
  return { taps, keep }
}
