import { useId } from 'react'

/** How far a long piece of work has come. */
export function Progress({ what, done, of }: { what: string; done: number; of: number }) {
  const id = useId()
  return (
    <div className="app-progress">
      <label htmlFor={id}>
        {what}: {done} of {of}
      </label>
      <progress id={id} value={done} max={of} />
    </div>
  )
}
