import { TextInput } from 'nhsuk-react-components'
import { type CareKind, wayRule } from '#domain/baby-care/kinds.ts'
import { ConfirmField } from '../../ui/form/confirm-field.tsx'
import { useField } from '../../ui/form/use-field.ts'
import { given } from '../../ui/optional.ts'
import { judgeAmount, typedNumber } from './entry-typed.ts'

interface AmountFieldProps {
  kind: CareKind
  way: string
  lastWeight: number | null
}

/** The amount with its unit beside it. What can hardly be right is asked again, and kept once it is confirmed. */
export function AmountField({ kind, way, lastWeight }: AmountFieldProps) {
  const rule = wayRule(kind, way)?.amount
  const field = useField<string>('amount', {
    empty: '',
    isEmpty: (typed) => typed.trim() === '',
    required: rule?.needed ? `Enter it in ${rule.unit}` : undefined,
    check: (typed) => {
      const value = typedNumber(typed)
      return value === undefined
        ? `Enter it in figures, in ${rule?.unit ?? ''}`
        : judgeAmount(kind, way, value, lastWeight).fault
    },
    read: typedNumber,
  })
  if (!rule) return null
  const value = typedNumber(field.typed)
  const { unlikely } = value === undefined ? {} : judgeAmount(kind, way, value, lastWeight)
  return (
    <>
      <TextInput
        id={field.id}
        name={field.name}
        label={rule.needed ? rule.label : `${rule.label} (if it was taken)`}
        suffix={rule.unit}
        width={5}
        inputMode={rule.decimals === 0 ? 'numeric' : 'decimal'}
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
            name="confirmed"
            label={`It is right: ${field.typed.trim()} ${rule.unit}`}
            required="Check it again, or confirm it"
          />
        </div>
      )}
    </>
  )
}
