import { PasswordField } from './password-field.tsx'
import { SignerNoticeFields } from './signer-notice.tsx'
import { TextField } from './text-field.tsx'

/** Names of what travels beside the input and never inside it. */
export const ownPassword = '$password'
export const secondSignInName = '$second.signInName'
export const secondPassword = '$second.password'

/** The signer's own password again (product.md 2). */
export function SignatureField({ signer }: { signer: string }) {
  return (
    <>
      <SignerNoticeFields />
      <PasswordField
        name={ownPassword}
        label={`Your password, to sign as ${signer}`}
        required="Enter your password to sign"
      />
    </>
  )
}

/** The second person signs for themselves, with their own sign-in name and password. */
export function SecondPersonFields({ who }: { who: string }) {
  return (
    <>
      <TextField
        name={secondSignInName}
        label={`Sign-in name of the second person (${who})`}
        required="Enter the sign-in name of the second person"
        width={20}
      />
      <PasswordField
        name={secondPassword}
        label="Password of the second person"
        hint="They type it themselves."
        required="The second person enters their password"
      />
    </>
  )
}
