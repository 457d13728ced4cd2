import type { ReactNode } from 'react'

interface BannerProps {
  title: string
  tone?: 'info' | 'good' | 'warning' | 'danger'
  /** Read out at once, over what is being read: for what must not wait. */
  urgent?: boolean
  children?: ReactNode
}

/** A message that belongs to the whole page. */
export function Banner({ title, tone = 'info', urgent = false, children }: BannerProps) {
  return (
    <div
      className={tone === 'info' ? 'app-banner' : `app-banner app-banner--${tone}`}
      role={urgent ? 'alert' : 'status'}
    >
      <p className="app-banner__title">{title}</p>
      {children}
    </div>
  )
}
