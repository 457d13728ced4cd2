import { type ReactNode, useId } from 'react'

interface SectionProps {
  title: string
  actions?: ReactNode
  children: ReactNode
}

/** A part of a page under its own heading. */
export function Section({ title, actions, children }: SectionProps) {
  const id = useId()
  return (
    <section className="app-section" aria-labelledby={id}>
      <div className="app-section__top">
        <h2 id={id}>{title}</h2>
        {actions && <div className="app-buttons app-no-print">{actions}</div>}
      </div>
      {children}
    </section>
  )
}
