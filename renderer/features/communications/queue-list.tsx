import { formatDateTime } from '#domain/shared/calendar.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { QueueLine } from './view.ts'
import { actBy, statusTone, statusWord } from './words.ts'

export type LoopAct = 'sent' | 'acknowledged' | 'answer' | 'drop' | 'outcome' | 'concern'

/** The key of each act, on a line that has the focus. */
const keys: Readonly<Record<string, LoopAct>> = { s: 'sent', a: 'acknowledged', q: 'answer' }

interface QueueListProps {
  lines: readonly QueueLine[]
  chosen: string | undefined
  onChoose: (dutyId: string, act?: LoopAct) => void
  bedName: (bed: string) => string
}

/** Every open loop of the unit, overdue first. S, A and Q on a line open what is to be recorded. */
export function QueueList({ lines, chosen, onChoose, bedName }: QueueListProps) {
  return (
    <ol className="duties-queue" aria-label="Open loops, overdue first">
      {lines.map(({ event, loop }) => (
        <li key={loop.dutyId}>
          <button
            type="button"
            className="duties-line"
            aria-pressed={chosen === loop.dutyId}
            aria-keyshortcuts="S A Q"
            onClick={() => onChoose(loop.dutyId)}
            onKeyDown={({ key, ctrlKey, altKey, metaKey }) => {
              const act = keys[key.toLowerCase()]
              if (act && !ctrlKey && !altKey && !metaKey) onChoose(loop.dutyId, act)
            }}
          >
            <span className="duties-line__top">
              <Tag tone={statusTone(loop.status)}>{statusWord(loop.status)}</Tag>
              <Due loop={loop} />
            </span>
            <strong className="duties-line__whom">
              <Shown>{loop.label}</Shown>
            </strong>
            <span className="duties-line__about">
              {whereNow(event.family, bedName)}, <Shown>{event.family.babyName}</Shown>:{' '}
              {event.title}, {formatDateTime(event.occurredAt)}
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}

/** The bed; a family that was referred has none yet. */
const whereNow = (
  { bed, referralId }: QueueLine['event']['family'],
  bedName: (bed: string) => string,
): string => (bed ? bedName(bed) : referralId ? 'Referred' : 'Has left the unit')

export function Due({ loop }: Pick<QueueLine, 'loop'>) {
  const due = actBy(loop.status)
  if (due === null) return <span className="app-quiet">No time is set for it yet</span>
  return (
    <>
      <Countdown due={due} />
      {/* Decision 7: weekends alone were counted. */}
      {!loop.calendarKnown && <Tag tone="warning">Calendar not known</Tag>}
    </>
  )
}
