import { Select } from 'nhsuk-react-components'
import { given } from '../optional.ts'
import type { Choice } from './choice.ts'
import { useField } from './use-field.ts'

interface SelectFieldProps {
  name: string
  label: string
  hint?: string
  required?: string
  choices: readonly Choice[]
  /** What the first line says while nothing is chosen. Nothing is ever chosen for the person. */
  prompt?: string
}

/** A list to choose one from; for more than about six choices. */
export function SelectField(props: SelectFieldProps) {
  const field = useField<string>(props.name, { empty: '', required: props.required })
  return (
    <Select
      id={field.id}
      name={field.name}
      label={props.label}
      value={field.typed}
      onChange={(event) => field.set(event.currentTarget.value)}
      onBlur={field.blur}
      {...given({ hint: props.hint, error: field.error })}
    >
      <Select.Option value="">{props.prompt ?? 'Choose'}</Select.Option>
      {props.choices.map((choice) => (
        <Select.Option key={choice.value} value={choice.value}>
          {choice.label}
        </Select.Option>
      ))}
    </Select>
  )
}
