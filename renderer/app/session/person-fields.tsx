import { NewPasswordFields } from '../../ui/form/new-password-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

/** Name, sign-in name and password of one of the two people who can open a new store. */
export function PersonFields({ name, who }: { name: string; who: string }) {
  return (
    <>
      <TextField name={`${name}.name`} label="Name" required={`Enter the name of the ${who}`} />
      <TextField
        name={`${name}.signInName`}
        label="Sign-in name"
        hint="Small letters and figures, such as s.okafor."
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
