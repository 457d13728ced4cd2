import type { ReactNode } from 'react'

export interface TimelineEntry {
  key: string
  when: string
  title: ReactNode
  children?: ReactNode
}

/** What happened, newest first or oldest first as given. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="app-timeline">
      {entries.map(({ key, when, title, children }) => (
        <li key={key}>
          <div className="app-timeline__when">{when}</div>
          <div className="app-timeline__title">{title}</div>
          {children}
        </li>
      ))}
    </ol>
  )
}
