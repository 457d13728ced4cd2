import { useId } from 'react'
import { type Display, textSizes, themes, useDisplay } from './display.tsx'

/** Theme and text size. They count at once and stay for this person. */
export function DisplayFields() {
  const { display, change } = useDisplay()
  const id = useId()
  return (
    <>
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor={`${id}-theme`}>
          Colours
        </label>
        <select
          className="nhsuk-select"
          id={`${id}-theme`}
          value={display.theme}
          onChange={(event) =>
            change({ ...display, theme: event.currentTarget.value as Display['theme'] })
          }
        >
          {Object.entries(themes).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor={`${id}-size`}>
          Text size
        </label>
        <select
          className="nhsuk-select"
          id={`${id}-size`}
          value={display.textSize}
          onChange={(event) =>
            change({ ...display, textSize: event.currentTarget.value as Display['textSize'] })
          }
        >
          {Object.entries(textSizes).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </>
  )
}
