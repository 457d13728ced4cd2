import type { ReactNode } from 'react'

/** What stands where nothing is yet: says so, and what to do first. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="app-empty">
      <p>{children}</p>
      {action}
    </div>
  )
}
