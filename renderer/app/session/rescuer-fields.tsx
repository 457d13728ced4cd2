import { PasswordField } from '../../ui/form/password-field.tsx'
import { ownPassword, SecondPersonFields } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

/** Why, and the two people who answer for it, while nobody can be signed in. */
export function RescuerFields({ why }: { why: string }) {
  return (
    <>
      <TextField name="reason" label="Why" required={why} />
      <TextField
        name="signInName"
        label="Your sign-in name (administrator or ward manager)"
        required="Enter your sign-in name"
        width={20}
      />
      <PasswordField name={ownPassword} label="Your password" required="Enter your password" />
      <SecondPersonFields who="another administrator or ward manager" />
    </>
  )
}
