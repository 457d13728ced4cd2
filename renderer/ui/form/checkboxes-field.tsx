import { Checkboxes } from 'nhsuk-react-components'
import { given } from '../optional.ts'
import type { Choice } from './choice.ts'
import { useField } from './use-field.ts'

interface CheckboxesFieldProps {
  name: string
  legend: string
  hint?: string
  required?: string
  choices: readonly Choice[]
}

/** Any number of choices, sent as a list in the order in which they are shown. */
export function CheckboxesField(props: CheckboxesFieldProps) {
  const field = useField<string[]>(props.name, {
    empty: [],
    isEmpty: (typed) => typed.length === 0,
    required: props.required,
    focus: '1',
    read: (typed) =>
      props.choices.map(({ value }) => value).filter((value) => typed.includes(value)),
  })
  const toggle = (value: string) =>
    field.set(
      field.typed.includes(value)
        ? field.typed.filter((other) => other !== value)
        : [...field.typed, value],
    )
  return (
    <Checkboxes
      id={field.id}
      idPrefix={field.id}
      name={field.name}
      legend={props.legend}
      legendProps={{ size: 's' }}
      small
      {...given({ hint: props.hint, error: field.error })}
    >
      {props.choices.map((choice, index) => (
        <Checkboxes.Item
          key={choice.value}
          id={`${field.id}-${index + 1}`}
          value={choice.value}
          checked={field.typed.includes(choice.value)}
          onChange={() => toggle(choice.value)}
          onBlur={field.blur}
          {...given({ hint: choice.hint })}
        >
          {choice.label}
        </Checkboxes.Item>
      ))}
    </Checkboxes>
  )
}
