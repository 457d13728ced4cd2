import { type MouseEvent, type Ref, useEffect, useRef } from 'react'

export interface SummaryError {
  message: string
  /** The id of the element to go to; none for what belongs to no field. */
  id?: string | undefined
}

interface ErrorSummaryProps {
  errors: readonly SummaryError[]
  /** Changes with each try, so that the focus comes back after a second try that failed as well. */
  attempt: number
  title?: string
}

/** What is wrong, all in one place, read out at once; each line goes to its field. */
export function ErrorSummary({ errors, attempt, title }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each failed try takes the focus
  useEffect(() => {
    box.current?.focus()
    box.current?.scrollIntoView?.({ block: 'nearest' })
  }, [attempt])
  if (errors.length === 0) return null
  return (
    <div
      className="app-error-summary"
      ref={box as Ref<HTMLDivElement>}
      role="alert"
      tabIndex={-1}
      aria-labelledby="error-summary-title"
    >
      <h2 id="error-summary-title">{title ?? 'There is a problem'}</h2>
      <ul>
        {errors.map(({ message, id }) => (
          <li key={`${id ?? ''}${message}`}>
            {id ? (
              <a href={`#${id}`} onClick={(event) => goTo(event, id)}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The address of the page must not change (no id of a record in it), so the jump is made by hand. */
function goTo(event: MouseEvent, id: string) {
  event.preventDefault()
  const element = document.getElementById(id)
  element?.focus({ preventScroll: true })
  element?.scrollIntoView?.({ block: 'center' })
}
