import { useState } from 'react'
import { act, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Form } from '../../ui/form/form.tsx'
import { NewPasswordFields } from '../../ui/form/new-password-fields.tsx'
import { PasswordField } from '../../ui/form/password-field.tsx'
import { ownPassword } from '../../ui/form/signature-fields.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

/** A new password for whoever is signed in. */
export function ChangePassword() {
  const change = useCommand(act.users.changeOwnPassword.mutate)
  const [done, setDone] = useState(false)
  return (
    <div className="app-main app-main--reading">
      <PageHeader title="Change your password" />
      {done ? (
        <Banner title="Your password is changed" tone="good">
          <p>Use the new one from the next sign-in on, and to sign.</p>
        </Banner>
      ) : (
        <Form<{ newPassword: string }>
          act="Change the password"
          save={({ newPassword }, beside) => change({ newPassword }, beside)}
          onSaved={() => setDone(true)}
        >
          <PasswordField
            name={ownPassword}
            label="Password now"
            required="Enter your password"
            autoComplete="current-password"
          />
          <NewPasswordFields name="newPassword" againName="$again" signInName="$none" />
        </Form>
      )}
    </div>
  )
}
