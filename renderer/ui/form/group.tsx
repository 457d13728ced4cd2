import type { ReactNode } from 'react'

interface GroupProps {
  id: string
  legend: string
  hint?: string | undefined
  error?: string | undefined
  children: ReactNode
}

/** Several boxes that answer one question, with its legend, hint and error read out together. */
export function Group({ id, legend, hint, error, children }: GroupProps) {
  const described = [hint && `${id}--hint`, error && `${id}--error-message`].filter(Boolean)
  return (
    <div className={error ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group'}>
      <fieldset
        className="nhsuk-fieldset"
        aria-describedby={described.length > 0 ? described.join(' ') : undefined}
      >
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{legend}</legend>
        {hint && (
          <div className="nhsuk-hint" id={`${id}--hint`}>
            {hint}
          </div>
        )}
        {error && (
          <span className="nhsuk-error-message" id={`${id}--error-message`}>
            <span className="nhsuk-u-visually-hidden">Error: </span>
            {error}
          </span>
        )}
        {children}
      </fieldset>
    </div>
  )
}
