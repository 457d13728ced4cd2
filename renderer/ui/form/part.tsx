import type { ReactNode } from 'react'

/** A part of a form under its own heading. */
export function FormPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="app-form__part">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** Fields beside each other where the screen is wide enough. */
export function FormRow({ children }: { children: ReactNode }) {
  return <div className="app-form__row">{children}</div>
}
