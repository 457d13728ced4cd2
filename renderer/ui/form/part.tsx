import { type ReactNode, useId } from 'react'

/** A part of a form under its own heading, named by it, so that two fields of one name can be told apart. */
export function FormPart({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className="app-form__part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

/** Fields beside each other where the screen is wide enough. */
export function FormRow({ children }: { children: ReactNode }) {
  return <div className="app-form__row">{children}</div>
}
