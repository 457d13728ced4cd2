import { type ReactNode, useEffect, useRef } from 'react'

interface AloneProps {
  title: string
  wide?: boolean
  children: ReactNode
}

/** A page before the sign-in: one thing on the screen, nothing round it. */
export function Alone({ title, wide = false, children }: AloneProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new title is a new page
  useEffect(() => heading.current?.focus({ preventScroll: true }), [title])
  return (
    <main className={wide ? 'app-main app-alone app-alone--wide' : 'app-main app-alone'}>
      <div className="app-alone__inside">
        <p className="app-alone__name">MBU Assurance</p>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </div>
    </main>
  )
}
