import { NewPasswordFields } from '../../ui/form/new-password-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

interface SignInFieldsProps {
  name: string
  who: string
  hint: string
}

/** Sign-in name and a new password of somebody who can open a new store. */
export function SignInFields({ name, who, hint }: SignInFieldsProps) {
  return (
    <>
      <TextField
        name={`${name}.signInName`}
        label="Sign-in name"
        hint={hint}
        required={`Enter a sign-in name for the ${who}`}
        width={20}
      />
      <NewPasswordFields
        of={who}
        name={`${name}.password`}
        againName={`$again.${name}`}
        signInName={`${name}.signInName`}
      />
    </>
  )
}

/** Name, sign-in name and password of one of the two people who can open a new store. */
export function PersonFields({ name, who }: { name: string; who: string }) {
  return (
    <>
      <TextField name={`${name}.name`} label="Name" required={`Enter the name of the ${who}`} />
      <SignInFields name={name} who={who} hint="Small letters and figures, such as s.okafor." />
    </>
  )
}
