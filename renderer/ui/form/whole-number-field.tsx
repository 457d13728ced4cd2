import { TextField, type TextFieldProps } from './text-field.tsx'

interface WholeNumberFieldProps
  extends Pick<TextFieldProps, 'name' | 'label' | 'hint' | 'required'> {
  least: number
  most: number
}

/** A whole number between two limits, typed in figures: no sign, point or exponent is taken. */
export function WholeNumberField({ least, most, ...rest }: WholeNumberFieldProps) {
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
      read={(typed) => Number(typed.trim())}
    />
  )
}
