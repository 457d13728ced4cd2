import { TextField, type TextFieldProps } from './text-field.tsx'

interface WholeNumberFieldProps
  extends Pick<TextFieldProps, 'name' | 'label' | 'hint' | 'required'> {
  least: number
  most: number
  /** What is sent instead of the number itself. */
  value?: (number: number) => unknown
}

/** A whole number between two limits, typed in figures: no sign, point or exponent is taken. */
export function WholeNumberField({ least, most, value, ...rest }: WholeNumberFieldProps) {
  return (
    <TextField
      {...rest}
      width={4}
      inputMode="numeric"
      check={(typed) => {
        const text = typed.trim()
        if (!/^\d{1,9}$/.test(text)) return 'Enter a whole number in figures, such as 12'
        const number = Number(text)
        return number < least || number > most
          ? `Enter a number between ${least} and ${most}`
          : undefined
      }}
      read={(typed) => {
        const number = Number(typed.trim())
        return value ? value(number) : number
      }}
    />
  )
}
