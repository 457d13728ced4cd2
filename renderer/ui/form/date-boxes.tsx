import type { ClipboardEvent } from 'react'
import { boxesOf, boxesOfPasted, type DateBoxes, textOfBoxes } from './date-text.ts'

interface DateBoxesProps {
  id: string
  text: string
  error: boolean
  onChange: (text: string) => void
  onBlur: () => void
}

const parts = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
] as const

/** Three boxes for a date; a whole date pasted into any of them fills all three. */
export function DateBoxesInput({ id, text, error, onChange, onBlur }: DateBoxesProps) {
  const boxes = boxesOf(text)
  const type = (part: keyof DateBoxes, value: string) =>
    onChange(textOfBoxes(boxesOfPasted(value) ?? { ...boxes, [part]: value }))
  const paste = (event: ClipboardEvent) => {
    const pasted = boxesOfPasted(event.clipboardData.getData('text'))
    if (!pasted) return
    event.preventDefault()
    onChange(textOfBoxes(pasted))
  }
  return (
    <div className="nhsuk-date-input">
      {parts.map(({ part, label, width }) => (
        <div key={part} className="nhsuk-date-input__item">
          <label className="nhsuk-label nhsuk-date-input__label" htmlFor={`${id}-${part}`}>
            {label}
          </label>
          <input
            id={`${id}-${part}`}
            className={`nhsuk-input nhsuk-date-input__input nhsuk-input--width-${width}${error ? ' nhsuk-input--error' : ''}`}
            inputMode="numeric"
            autoComplete="off"
            value={boxes[part]}
            onChange={(event) => type(part, event.currentTarget.value)}
            onPaste={paste}
            onBlur={onBlur}
          />
        </div>
      ))}
    </div>
  )
}
