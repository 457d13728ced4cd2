import { Link } from '@tanstack/react-router'
import { Countdown } from '../../ui/countdown.tsx'
import { Since } from '../../ui/since.tsx'
import type { CardAway } from './board-view.ts'

interface AwayOnCardProps {
  away: CardAway
  stayId: string
}

const words = {
  out: 'AWAY',
  late: 'AWAY',
  overdue: 'NOT BACK: begin the steps',
  missing: 'MISSING',
}

/** Away from the ward: where, and by when they are back; late, or missing, with the clock that runs. */
export function AwayOnCard({ away, stayId }: AwayOnCardProps) {
  const { state, where, since } = away
  return (
    <Link
      to="/stays/$stayId/leave"
      params={{ stayId }}
      className={`board-away${state === 'out' ? '' : ' board-away--late'}`}
    >
      <strong>{words[state]}</strong> {where}{' '}
      {state === 'missing' ? <Since at={since} /> : <Countdown what="back" due={since} />}
    </Link>
  )
}
