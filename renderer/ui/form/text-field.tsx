import { TextInput } from 'nhsuk-react-components'
import { given } from '../optional.ts'
import { useField } from './use-field.ts'

export interface TextFieldProps {
  name: string
  label: string
  hint?: string
  required?: string
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
  autoComplete?: string
  check?: (typed: string) => string | undefined
  read?: (typed: string) => unknown
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'
}

/** One line of text. Sent without blanks at its ends; an empty one is not sent. */
export function TextField(props: TextFieldProps) {
  const field = useField<string>(props.name, {
    empty: '',
    isEmpty: (typed) => typed.trim() === '',
    required: props.required,
    check: props.check,
    read: props.read ?? ((typed) => typed.trim()),
  })
  return (
    <TextInput
      id={field.id}
      name={field.name}
      label={props.label}
      value={field.typed}
      onChange={(event) => field.set(event.currentTarget.value)}
      onBlur={field.blur}
      autoComplete={props.autoComplete ?? 'off'}
      spellCheck={false}
      dir="auto"
      {...given({
        hint: props.hint,
        error: field.error,
        width: props.width,
        inputMode: props.inputMode,
      })}
    />
  )
}
