import type { LockReason } from '#domain/shared/wire.ts'
import { act, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Form } from '../../ui/form/form.tsx'
import { PasswordField } from '../../ui/form/password-field.tsx'
import { ownPassword } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

const why: Partial<Record<LockReason, string>> = {
  idle: 'Locked because nobody used it. What you typed is kept and is there when you sign in again.',
  locked: 'Locked. What you typed is kept and is there when you sign in again.',
  closed: 'The unit was closed. The next sign-in opens it.',
  account: 'Your account was changed. Sign in again; if you cannot, ask the administrator.',
}

interface SignInProps {
  ended: LockReason | undefined
  onSignedIn: () => void
}

/** Sign-in name and password, and why the last session ended. */
export function SignIn({ ended, onSignedIn }: SignInProps) {
  const signIn = useCommand(act.session.signIn.mutate)
  const words = ended && why[ended]
  return (
    <>
      {words && <Banner title={words} />}
      <Form<{ signInName: string }>
        act="Sign in"
        save={(input, beside) => signIn(input, beside)}
        onSaved={onSignedIn}
      >
        <TextField
          name="signInName"
          label="Sign-in name"
          required="Enter your sign-in name"
          width={20}
          autoComplete="username"
        />
        <PasswordField
          name={ownPassword}
          label="Password"
          required="Enter your password"
          autoComplete="current-password"
        />
        <p className="app-quiet">
          Forgotten it, or locked after wrong tries? Go to the nurse in charge or the ward manager:
          with you there they unlock you, or you type a new one.
        </p>
      </Form>
    </>
  )
}
