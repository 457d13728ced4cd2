import { TextInput } from 'nhsuk-react-components'
import {
  impossibleReading,
  type SignCode,
  signs,
  unlikelyReading,
} from '#domain/unwell-baby/signs.ts'
import { ConfirmField } from '../../ui/form/confirm-field.tsx'
import { useField } from '../../ui/form/use-field.ts'
import { given } from '../../ui/optional.ts'

/** A number as it is typed on a ward: "38,2" and "38.2" are the same. Undefined where it is no number. */
export function typedNumber(typed: string): number | undefined {
  const text = typed.trim().replace(',', '.')
  return /^\d{1,4}(\.\d{1,3})?$/.test(text) ? Number(text) : undefined
}

function fault(code: SignCode, typed: string): string | undefined {
  const value = typedNumber(typed)
  if (value === undefined)
    return `Enter ${signs[code].label.toLowerCase()} in figures, in ${signs[code].unit}`
  return impossibleReading(code, value)
}

/** One sign with its unit beside it. What can hardly be right is asked again, and counts once it is confirmed. */
export function ReadingField({ code }: { code: SignCode }) {
  const { label, unit, decimals } = signs[code]
  const name = `readings.${code}`
  const field = useField<string>(`${name}.value`, {
    empty: '',
    isEmpty: (typed) => typed.trim() === '',
    check: (typed) => fault(code, typed),
    read: typedNumber,
  })
  const value = typedNumber(field.typed)
  const possible = value !== undefined && impossibleReading(code, value) === undefined
  const unlikely = possible ? unlikelyReading(code, value) : undefined
  return (
    <div className="episode-reading">
      <TextInput
        id={field.id}
        name={field.name}
        label={label}
        suffix={unit}
        width={4}
        inputMode={decimals === 0 ? 'numeric' : 'decimal'}
        autoComplete="off"
        value={field.typed}
        onChange={(event) => field.set(event.currentTarget.value)}
        onBlur={field.blur}
        {...given({ error: field.error })}
      />
      {unlikely && (
        <div className="episode-reading__unlikely" role="status">
          <p>{unlikely}.</p>
          <ConfirmField
            name={`${name}.confirmed`}
            label={`It is right: ${field.typed.trim()} ${unit}`}
            required={`Measure ${label.toLowerCase()} again, or confirm it`}
          />
        </div>
      )}
    </div>
  )
}
