import { epochMs, formatTime } from '#domain/shared/calendar.ts'
import type { Outputs } from '../../api.ts'
import { RunningClock } from '../../features/unwell-baby/running-clock.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { lengthText } from '../../ui/duration.ts'
import { Section } from '../../ui/section.tsx'
import { useTicking } from '../../ui/service-clock.tsx'
import { bedTitle } from '../people/bed-title.ts'
import { PressConcern } from './press-concern.tsx'

type Item = Outputs['session']['lockScreen']['items'][number]

const keyOf = ({ bed, kind, what, since, dueAt }: Item) =>
  `${bed} ${kind} ${what} ${since ?? dueAt ?? ''}`

/** Clocks that run and what is overdue, by bed alone: no name stands here. */
export function LockedBeds({ items }: { items: readonly Item[] }) {
  // Twins may have the same line twice: it says nothing more the second time.
  const clocks = [
    ...new Map(
      items.filter(({ kind }) => kind !== 'bed').map((item) => [keyOf(item), item]),
    ).values(),
  ]
  return (
    <Section title="On the unit now">
      <PressConcern items={items} />
      {clocks.length === 0 ? (
        <p>Nothing is overdue, and no clock is running.</p>
      ) : (
        <ul className="app-locked">
          {clocks.map((item) => (
            <li key={keyOf(item)}>
              <strong>{bedTitle(item.bed)}</strong> <Line item={item} />
            </li>
          ))}
        </ul>
      )}
      <p className="app-quiet">Sign in to see names and to act.</p>
    </Section>
  )
}

function Line({ item: { kind, what, since, next, dueAt } }: { item: Item }) {
  if (kind === 'running' && since)
    return (
      <>
        {what}: running <RunningClock startedAt={since} />
        {next && (
          <span className="app-locked__next">
            {next}
            {dueAt && (
              <>
                , <Limit due={dueAt} />
              </>
            )}
          </span>
        )}
      </>
    )
  return dueAt ? <Countdown what={what} due={dueAt} /> : what
}

/** Until when it is to be done, in words that no appointment has; LATE once that is past. */
function Limit({ due }: { due: string }) {
  const left = epochMs(due) - epochMs(useTicking(1000))
  const by = `(by ${formatTime(due)})`
  if (left < 0)
    return (
      <span className="app-clock app-clock--late">
        {lengthText(-left)} LATE {by}
      </span>
    )
  return (
    <span className="app-clock app-clock--soon">
      {left < 60_000 ? 'now' : `within ${lengthText(left)}`} {by}
    </span>
  )
}
