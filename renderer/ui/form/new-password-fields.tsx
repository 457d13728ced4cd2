import { passwordFault, passwordMinimum } from '#domain/users/passwords.ts'
import { PasswordField } from './password-field.tsx'
import { useTyped } from './use-typed.ts'

interface NewPasswordFieldsProps {
  name: string
  /** Where the same password is typed again; not sent. */
  againName: string
  /** Whose it is, where a form asks for more than one: the ward manager. */
  of?: string
  /** The path of the sign-in name, which the password may not hold. */
  signInName: string
}

/** A new password, twice. */
export function NewPasswordFields({ name, againName, of, signInName }: NewPasswordFieldsProps) {
  const signIn = useTyped<string>(signInName) ?? ''
  const typed = useTyped<string>(name) ?? ''
  return (
    <>
      <PasswordField
        name={name}
        label="New password"
        hint={`${passwordMinimum} characters or more. Three words that do not belong together are easy to remember.`}
        required={of ? `Enter a password for the ${of}` : 'Enter a password'}
        autoComplete="new-password"
        check={(text) => passwordFault(text, signIn.trim()) ?? undefined}
      />
      <PasswordField
        name={againName}
        label="The same password again"
        required={of ? `Enter the password for the ${of} again` : 'Enter the password again'}
        autoComplete="new-password"
        check={(text) =>
          text === typed ? undefined : 'This is not the same as the password above'
        }
      />
    </>
  )
}
