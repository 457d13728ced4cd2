import type { ReactNode } from 'react'

export type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'danger' | 'legal' | 'late'

/** A word in a box. The word says it; the colour only helps to find it. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <strong className={tone === 'neutral' ? 'app-tag' : `app-tag app-tag--${tone}`}>
      {children}
    </strong>
  )
}

export function Tags({ children }: { children: ReactNode }) {
  return <div className="app-tags">{children}</div>
}
