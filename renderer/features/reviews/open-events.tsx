import type { ReactNode } from 'react'
import { Banner } from '../../ui/banner.tsx'
import type { EventsView } from './view.ts'

interface OpenEventsProps {
  view: EventsView
  /** The way to where they are answered. */
  link: ReactNode
}

/** Above a review: what it has to answer first. Nothing where nothing is open. */
export function OpenEvents({ view, link }: OpenEventsProps) {
  const open = view.events.filter(({ answer }) => answer === undefined).length
  if (open === 0) return null
  return (
    <Banner
      title={
        open === 1 ? 'An event has not been answered' : `${open} events have not been answered`
      }
      tone="warning"
    >
      <p>A renewal or a lowering cannot be signed before that. A raise never waits. {link}</p>
    </Banner>
  )
}
