import { Link } from '@tanstack/react-router'
import { Countdown } from '../../ui/countdown.tsx'
import { Since } from '../../ui/since.tsx'
import type { CardAway } from './board-view.ts'

interface AwayOnCardProps {
  away: CardAway
  stayId: string
  /** Who, where it is said once for several. */
  who?: string
}

const words = {
  out: 'AWAY',
  'not-left': 'NOT LEFT: still here?',
  late: 'AWAY',
  recalled: 'TO COME BACK NOW',
  overdue: 'NOT BACK: begin the steps',
  missing: 'MISSING',
  found: 'FOUND, NOT BACK',
}

/** Away from the ward: where, and by when they are back; late, or missing, with the clock that runs. */
export function AwayOnCard({ away, stayId, who }: AwayOnCardProps) {
  const { state, where, since } = away
  return (
    <Link
      to="/stays/$stayId/leave"
      params={{ stayId }}
      className={`board-away${state === 'out' ? '' : ' board-away--late'}`}
    >
      <strong>{who ? `${who}: ${words[state]}` : words[state]}</strong> {where}{' '}
      <Clock state={state} since={since} />
    </Link>
  )
}

/** The clock that counts: until they are back; since they are missing or called back; when they were to leave. */
function Clock({ state, since }: Pick<CardAway, 'state' | 'since'>) {
  if (state === 'missing' || state === 'recalled' || state === 'found') return <Since at={since} />
  return <Countdown what={state === 'not-left' ? 'to leave' : 'back'} due={since} />
}

/** Where twins are together, which is said once; undefined where only one is away, or each somewhere else. */
export function awayTogether(pairs: readonly { away?: CardAway }[]): CardAway | undefined {
  const [first, ...others] = pairs.map(({ away }) => away)
  const isSame = (away: CardAway | undefined) =>
    away?.state === first?.state && away?.where === first?.where && away?.since === first?.since
  return others.length > 0 && others.every(isSame) ? first : undefined
}
