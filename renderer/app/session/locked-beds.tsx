import type { Outputs } from '../../api.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { Section } from '../../ui/section.tsx'

import { bedTitle } from '../people/bed-title.ts'
import { PressConcern } from './press-concern.tsx'

type Item = Outputs['session']['lockScreen']['items'][number]

/** Clocks that run and what is overdue, by bed alone: no name stands here. */
export function LockedBeds({ items }: { items: readonly Item[] }) {
  const clocks = items.filter(({ kind }) => kind !== 'bed')
  return (
    <Section title="On the unit now">
      {clocks.length === 0 ? (
        <p>Nothing is overdue, and no clock is running.</p>
      ) : (
        <ul className="app-locked">
          {clocks.map((item) => (
            <li key={`${item.bed} ${item.kind} ${item.what} ${item.dueAt ?? ''}`}>
              <strong>{bedTitle(item.bed)}</strong>{' '}
              {item.dueAt ? <Countdown what={item.what} due={item.dueAt} /> : item.what}
              {item.next && <span className="app-locked__next">Next: {item.next}</span>}
            </li>
          ))}
        </ul>
      )}
      <PressConcern items={items} />
      <p className="app-quiet">Sign in to see names and to act.</p>
    </Section>
  )
}
