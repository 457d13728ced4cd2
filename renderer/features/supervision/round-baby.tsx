import { useState } from 'react'
import { formatDateTime, formatTime } from '#domain/shared/calendar.ts'
import { outcomeLabels, whereabouts } from '#domain/supervision/rounds.ts'
import { Button } from '../../ui/button.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import { RoundOtherForm } from './round-other-form.tsx'
import { type CheckTyped, tapped } from './round-taps.ts'
import type { RoundsView } from './rounds.tsx'

type Baby = RoundsView['babies'][number]

interface RoundBabyProps {
  baby: Baby
  bed: string
  check: CheckTyped | undefined
  onCheck: (check: CheckTyped) => void
  onUndo: () => void
}

/** One baby: when it is due, one button for each place and company, and what was not done on time. */
export function RoundBabyCard({ baby, bed, check, onCheck, onUndo }: RoundBabyProps) {
  const now = useServiceNow()
  const [other, setOther] = useState(false)
  return (
    <li className={check ? 'round-baby round-baby--done' : 'round-baby'}>
      <h2>
        {bed}: <Shown>{baby.baby}</Shown>
      </h2>
      <p>
        {baby.everyMinutes === null
          ? 'Kept apart: each contact is recorded instead'
          : `Every ${baby.everyMinutes} minutes`}
        {baby.awaySince && `. Out since ${formatDateTime(baby.awaySince)}: not due until back`}
        {baby.dueAt && (
          <>
            , <Countdown what="due" due={baby.dueAt} soonMinutes={5} />
          </>
        )}
      </p>
      <NotOnTime baby={baby} />
      {check ? (
        <p className="round-baby__said">
          <strong>
            {saidOf(check)}, {formatTime(check.seenAt)}
          </strong>{' '}
          <Button kind="quiet" small onClick={onUndo} label={`Undo: ${baby.baby}`}>
            Undo
          </Button>
        </p>
      ) : (
        <div className="round-baby__taps">
          {lastFirst(baby).map(({ place, withWhom, label }) => (
            <button
              key={label}
              type="button"
              className="round-tap"
              onClick={() => onCheck(tapped(baby.pairId, now(), place, withWhom))}
            >
              {label} <span className="app-hidden">: {baby.baby}</span>
            </button>
          ))}
          <button
            type="button"
            className="round-tap round-tap--other"
            aria-expanded={other}
            onClick={() => setOther(!other)}
          >
            Another time, away, not found <span className="app-hidden">: {baby.baby}</span>
          </button>
        </div>
      )}
      {other && !check && (
        <RoundOtherForm
          pairId={baby.pairId}
          onCheck={(made) => {
            setOther(false)
            onCheck(made)
          }}
          onCancel={() => setOther(false)}
        />
      )}
    </li>
  )
}

/** Where the baby was seen last stands first: mostly it is there again. It is never chosen by itself. */
const lastFirst = ({ last }: Baby) => {
  const isLast = ({ place, withWhom }: (typeof whereabouts)[number]) =>
    last?.place === place && last.withWhom === withWhom
  return [...whereabouts].sort((a, b) => Number(isLast(b)) - Number(isLast(a)))
}

const saidOf = ({ outcome, place, withWhom }: CheckTyped) =>
  outcome === 'seen'
    ? (whereabouts.find((one) => one.place === place && one.withWhom === withWhom)?.label ?? 'Seen')
    : outcomeLabels[outcome]

const stateWords: Partial<Record<Baby['notOnTime'][number]['state'], string>> = {
  late: 'late',
  bulk: 'entered in bulk',
  missed: 'missed',
  'not-found': 'not found',
  'away-late': 'away, entered late',
}

/** What was not done on time in the last 24 hours: the latest three, and how many in all. */
function NotOnTime({ baby: { notOnTime } }: { baby: Baby }) {
  if (notOnTime.length === 0) return null
  return (
    <p>
      <Tag tone="warning">{notOnTime.length} not on time in 24 hours</Tag>{' '}
      {notOnTime
        .slice(0, 3)
        .map(
          ({ dueAt, state, lateMinutes }) =>
            `${formatTime(dueAt)} ${state === 'late' ? `${lateMinutes} min late` : (stateWords[state] ?? state)}`,
        )
        .join('; ')}
    </p>
  )
}
