import { Checkboxes } from 'nhsuk-react-components'
import { given } from '../optional.ts'
import { useField } from './use-field.ts'

interface ConfirmFieldProps {
  name: string
  label: string
  /** The message when it is not ticked. Without it the box may stay empty, and sends false. */
  required?: string
}

/** One box to tick, sent as true or false. */
export function ConfirmField({ name, label, required }: ConfirmFieldProps) {
  const field = useField<boolean>(name, {
    empty: false,
    isEmpty: (typed) => required !== undefined && !typed,
    required,
    focus: '1',
  })
  return (
    <Checkboxes
      id={field.id}
      idPrefix={field.id}
      name={name}
      small
      {...given({ error: field.error })}
    >
      <Checkboxes.Item
        id={`${field.id}-1`}
        checked={field.typed}
        onChange={() => field.set(!field.typed)}
        onBlur={field.blur}
      >
        {label}
      </Checkboxes.Item>
    </Checkboxes>
  )
}
