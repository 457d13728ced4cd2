import { Radios } from 'nhsuk-react-components'
import type { ReactNode } from 'react'
import { given } from '../optional.ts'
import type { Choice } from './choice.ts'
import { useField } from './use-field.ts'

interface RadiosFieldProps {
  name: string
  legend: string
  hint?: string
  required?: string
  choices: readonly Choice[]
  inline?: boolean
  /** What is asked further, under the choice that is made. */
  further?: (value: string) => ReactNode
  read?: (typed: string) => unknown
}

/** A few choices, all in sight. Nothing is ever chosen for the person. */
export function RadiosField(props: RadiosFieldProps) {
  const field = useField<string>(props.name, {
    empty: '',
    required: props.required,
    read: props.read,
    focus: '1',
  })
  return (
    <>
      <Radios
        id={field.id}
        idPrefix={field.id}
        name={field.name}
        legend={props.legend}
        legendProps={{ size: 's' }}
        small
        {...given({ hint: props.hint, error: field.error, inline: props.inline })}
      >
        {props.choices.map((choice, index) => (
          <Radios.Item
            key={choice.value}
            id={`${field.id}-${index + 1}`}
            value={choice.value}
            checked={field.typed === choice.value}
            onChange={() => field.set(choice.value)}
            onBlur={field.blur}
            {...given({ hint: choice.hint })}
          >
            {choice.label}
          </Radios.Item>
        ))}
      </Radios>
      {field.typed !== '' && props.further?.(field.typed)}
    </>
  )
}
