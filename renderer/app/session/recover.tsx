import { useState } from 'react'
import { act, useCommand } from '../../api.ts'
import { Alone } from '../../ui/alone.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Form } from '../../ui/form/form.tsx'
import { NewPasswordFields } from '../../ui/form/new-password-fields.tsx'
import { PasswordField } from '../../ui/form/password-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { RecoveryCode } from './recovery-code.tsx'

interface Recovery {
  recoveryCode: string
  signInName: string
  newPassword: string
  reason: string
}

/** With the sealed recovery code: a new password for an administrator, when nobody can sign in. */
export function Recover({ onDone }: { onDone: () => void }) {
  const recover = useCommand(act.setup.recover.mutate)
  const [code, setCode] = useState<string>()
  if (code) return <NewRecoveryCode code={code} onDone={onDone} />
  return (
    <Alone title="Open the unit with the recovery code">
      <Banner title="Only when nobody can sign in" tone="warning">
        <p>
          If somebody else can sign in, ask the administrator or the ward manager to set a new
          password for you. The use of the recovery code is kept in the audit.
        </p>
      </Banner>
      <Form<Recovery>
        act="Set the new password"
        save={async ({ recoveryCode, signInName, newPassword, reason }) => {
          const reply = await recover({ recoveryCode, signInName, newPassword, reason })
          if (reply.ok) setCode(reply.value.recoveryCode)
          return reply
        }}
        cancel={{ label: 'Back to the sign-in', onClick: onDone }}
      >
        <PasswordField
          name="recoveryCode"
          label="Recovery code"
          hint="From the sealed sheet that was printed when the unit was set up."
          required="Enter the recovery code"
        />
        <TextField
          name="signInName"
          label="Sign-in name of the administrator"
          required="Enter the sign-in name"
          width={20}
        />
        <NewPasswordFields name="newPassword" againName="$again" signInName="signInName" />
        <TextField
          name="reason"
          label="Why the recovery code is needed"
          required="Enter why the recovery code is needed"
        />
      </Form>
    </Alone>
  )
}

/** The code that takes the place of the used one, which opens the unit until the new one is written down. */
function NewRecoveryCode({ code, onDone }: { code: string; onDone: () => void }) {
  const settle = useCommand(act.setup.settleRecovery.mutate)
  const [fault, setFault] = useState<string>()
  const press = async () => {
    const reply = await settle({ recoveryCode: code })
    if (reply.ok) onDone()
    else setFault(reply.failure.message)
  }
  return (
    <RecoveryCode code={code} onWritten={() => void press()}>
      {fault && <Banner title={fault} tone="danger" urgent />}
      <p>
        The password is set. The code that you used opens the unit until you go on; after that only
        this one does. Destroy the old sheet then.
      </p>
    </RecoveryCode>
  )
}
