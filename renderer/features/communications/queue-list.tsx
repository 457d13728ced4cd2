import type { ReactNode } from 'react'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import { byWhom } from './by-whom.ts'
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
export function QueueList({ lines, ...choosing }: QueueListProps) {
  return (
    <ol className="duties-queue" aria-label="Open loops, overdue first">
      {lines.map((line) => (
        <li key={line.loop.dutyId}>
          <LineButton line={line} {...choosing}>
            <strong className="duties-line__whom">
              <Shown>{line.loop.label}</Shown>
            </strong>
            <span className="duties-line__about">
              {whereNow(line.event.family, choosing.bedName)},{' '}
              <Shown>{line.event.family.babyName}</Shown>: {whatAndWhen(line)}
            </span>
          </LineButton>
        </li>
      ))}
    </ol>
  )
}

/** The same, with everything that one recipient has to hear about one baby together: one call for all of it. */
export function QueueByWhom({ lines, ...choosing }: QueueListProps) {
  return (
    <ol className="duties-queue" aria-label="Open loops, by whom to ring">
      {byWhom(lines).map(({ key, label, family, lines: theirs }) => (
        <li key={key} className="duties-whom">
          <h2>
            <Shown>{label}</Shown>
          </h2>
          <p className="duties-line__about">
            {whereNow(family, choosing.bedName)}, <Shown>{family.babyName}</Shown>
            {theirs.length > 1 && `: ${theirs.length} to tell in one call`}
          </p>
          <ol className="duties-queue">
            {theirs.map((line) => (
              <li key={line.loop.dutyId}>
                <LineButton line={line} {...choosing}>
                  <span className="duties-line__about">{whatAndWhen(line)}</span>
                </LineButton>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  )
}

interface LineButtonProps extends Pick<QueueListProps, 'chosen' | 'onChoose'> {
  line: QueueLine
  children: ReactNode
}

function LineButton({ line: { loop }, chosen, onChoose, children }: LineButtonProps) {
  return (
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
      {children}
    </button>
  )
}

const whatAndWhen = ({ event }: QueueLine) => `${event.title}, ${formatDateTime(event.occurredAt)}`

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
