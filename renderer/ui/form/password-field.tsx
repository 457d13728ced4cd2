import { TextInput } from 'nhsuk-react-components'
import { useState } from 'react'
import { Button } from '../button.tsx'
import { given } from '../optional.ts'
import { useField } from './use-field.ts'

interface PasswordFieldProps {
  name: string
  label: string
  hint?: string
  required: string
  autoComplete?: 'current-password' | 'new-password' | 'off'
  check?: (typed: string) => string | undefined
}

/** A password, hidden unless asked to show; never kept in a draft. */
export function PasswordField(props: PasswordFieldProps) {
  const [shown, show] = useState(false)
  const field = useField<string>(props.name, {
    empty: '',
    required: props.required,
    check: props.check,
    secret: true,
  })
  return (
    <TextInput
      id={field.id}
      name={field.name}
      type={shown ? 'text' : 'password'}
      label={props.label}
      width={20}
      value={field.typed}
      onChange={(event) => field.set(event.currentTarget.value)}
      onBlur={field.blur}
      autoComplete={props.autoComplete ?? 'off'}
      autoCapitalize="none"
      spellCheck={false}
      inputWrapperProps={{ className: 'app-password' }}
      formGroupProps={{
        afterInput: (
          <Button
            kind="quiet"
            small
            className="app-password__show"
            label={shown ? 'Hide the password' : 'Show the password'}
            onClick={() => show(!shown)}
          >
            {shown ? 'Hide' : 'Show'}
          </Button>
        ),
      }}
      {...given({ hint: props.hint, error: field.error })}
    />
  )
}
