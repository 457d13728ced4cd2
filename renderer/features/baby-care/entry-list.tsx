import type { ReactNode } from 'react'
import { formatDateTime, formatTime, minutesBetween } from '#domain/shared/calendar.ts'
import { lagText, lateBy } from '#domain/shared/late-entry.ts'
import { Button } from '../../ui/button.tsx'
import { useTicking } from '../../ui/service-clock.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { CareLogView, EntryView } from './view.ts'

interface EntryListProps {
  log: CareLogView
  mayWrite: boolean
  onCorrect: (entry: EntryView) => void
  /** Takes an entry back that whoever looks has just made. */
  onUndo: (entry: EntryView) => void
  /** The way to raise a concern, beside what makes somebody look at the baby. */
  concern: ReactNode
}

/** Every entry of the day, the latest first: when it was, what it was, who saw it, and who entered it when. */
export function EntryList({ log, mayWrite, onCorrect, onUndo, concern }: EntryListProps) {
  const now = useTicking(10_000)
  if (log.entries.length + log.withdrawn.length === 0)
    return <p className="app-quiet">Nothing is written down for this day.</p>
  return (
    <ul className="care-list">
      {log.entries.map((entry) => (
        <li key={entry.id} className="care-entry">
          <span className="care-entry__time">{formatTime(entry.happenedAt)}</span>
          <div className="care-entry__main">
            <strong>{entry.label}</strong> <Shown>{entry.text}</Shown>{' '}
            <Tag tone={entry.source === 'mother' ? 'info' : 'neutral'}>{entry.sourceLabel}</Tag>
            {entry.note && <ShownNote>{entry.note}</ShownNote>}
            {entry.worries.map(({ text, source }) => (
              <p key={text} className="care-entry__worry">
                <strong>{text}.</strong> <span className="app-quiet">{source}</span> {concern}
              </p>
            ))}
            {entry.before.map((said) => (
              <p key={said.version} className="app-quiet">
                <s>
                  {formatTime(said.happenedAt)} <Shown>{said.text}</Shown>
                </s>{' '}
                put right by <Shown>{said.changedBy}</Shown>: <Shown>{said.reason}</Shown>
              </p>
            ))}
          </div>
          <span className="care-entry__by">
            <EnteredWhen entry={entry} />
          </span>
          {mayWrite && entry.undoableUntil !== null && now < entry.undoableUntil && (
            <Button
              kind="quiet"
              small
              label={`Undo: ${entry.label} at ${formatTime(entry.happenedAt)}`}
              onClick={() => onUndo(entry)}
            >
              Undo
            </Button>
          )}
          {mayWrite && (
            <Button
              kind="quiet"
              small
              label={`Put right: ${entry.label} at ${formatTime(entry.happenedAt)}`}
              onClick={() => onCorrect(entry)}
            >
              Put right
            </Button>
          )}
        </li>
      ))}
      {log.withdrawn.map((one) => (
        <li key={one.id} className="care-entry app-quiet">
          <span className="care-entry__time">{formatTime(one.happenedAt)}</span>
          <div className="care-entry__main">
            <s>
              {one.label} <Shown>{one.text}</Shown>
            </s>{' '}
            Entered in error, says <Shown>{one.by}</Shown>: <Shown>{one.reason}</Shown>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Within five minutes an entry was made as it happened; later it says when. */
const atOnceMinutes = 5

function EnteredWhen({ entry: { happenedAt, enteredAt, enteredBy } }: { entry: EntryView }) {
  const late = lateBy(happenedAt, enteredAt)
  return minutesBetween(happenedAt, enteredAt) <= atOnceMinutes ? (
    <>
      entered by <Shown>{enteredBy}</Shown>
    </>
  ) : (
    <>
      {late !== null && <Tag tone="warning">Late entry: {lagText(late)}</Tag>} entered{' '}
      {formatDateTime(enteredAt)} by <Shown>{enteredBy}</Shown>
    </>
  )
}
