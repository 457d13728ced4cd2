import type { Says } from '#domain/shared/escort/escort.ts'
import type { Choice } from './choice.ts'

const says: readonly Choice<Says>[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not-said', label: 'Does not say' },
]

interface SaysQuestionProps {
  legend: string
  hint?: string
  value: Says
  onChange: (value: Says) => void
}

/** What somebody else says, in one press: yes, no, or does not say. Its answer changes what is shown at once. */
export function SaysQuestion({ legend, hint, value, onChange }: SaysQuestionProps) {
  return (
    <fieldset className="nhsuk-fieldset">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{legend}</legend>
      {hint && <div className="nhsuk-hint">{hint}</div>}
      <div className="app-tabs episode-choice">
        {says.map((choice) => (
          <button
            key={choice.value}
            type="button"
            aria-pressed={value === choice.value}
            onClick={() => onChange(choice.value)}
          >
            {choice.label}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
