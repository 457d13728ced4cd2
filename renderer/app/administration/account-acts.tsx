import { roleLabels } from '#domain/users/roles.ts'
import { act, useCommand } from '../../api.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { NewPasswordFields } from '../../ui/form/new-password-fields.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useMe } from '../session/me.ts'
import type { Account } from './accounts.tsx'
import { ResetForm } from './reset-form.tsx'
import { UnlockForm } from './unlock-form.tsx'

export type AccountAct = 'role' | 'disable' | 'enable' | 'reset' | 'unlock'

/** What can be done with an account as it stands. An account for one shift is never opened again. */
export function accountActs(account: Account): AccountAct[] {
  const { disabled, expiresAt, hasKey, lockedUntil } = account
  if (disabled || !hasKey) return expiresAt === null ? ['enable'] : []
  return ['role', ...(lockedUntil ? (['unlock'] as const) : []), 'reset', 'disable']
}

interface AccountActFormProps {
  act: AccountAct
  account: Account
  onDone: () => void
}

interface Typed {
  role: Account['role']
  newPassword: string
  reason: string
}

const titles = {
  role: 'Change the role',
  disable: 'Disable the account',
  enable: 'Open the account again',
} as const

/** The form of one act: what changes, why, and the signer's own password. */
export function AccountActForm({ act: doing, account, onDone }: AccountActFormProps) {
  const me = useMe()
  const changeRole = useCommand(act.users.changeRole.mutate)
  const disable = useCommand(act.users.disable.mutate)
  const enable = useCommand(act.users.enable.mutate)
  const { id, version } = account
  if (doing === 'reset') return <ResetForm userId={id} name={account.name} onDone={onDone} />
  if (doing === 'unlock') return <UnlockForm userId={id} name={account.name} onDone={onDone} />
  return (
    <Form<Typed>
      act={titles[doing]}
      kind={doing === 'disable' ? 'warning' : 'main'}
      save={({ role, newPassword, reason }, beside) => {
        switch (doing) {
          case 'role':
            return changeRole({ id, version, reason, role }, beside)
          case 'disable':
            return disable({ id, version, reason }, beside)
          case 'enable':
            return enable({ id, version, reason, newPassword }, beside)
        }
      }}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      {doing === 'role' && (
        <SelectField
          name="role"
          label="New role"
          required="Choose a role"
          choices={choicesOf(roleLabels)}
        />
      )}
      {doing === 'disable' && (
        <p>They cannot sign in any more, and are signed out at once. What they wrote stays.</p>
      )}
      {doing === 'enable' && (
        <NewPasswordFields name="newPassword" againName="$again" signInName="$none" />
      )}
      <TextField name="reason" label="Why" required="Enter why" />
      <SignatureField signer={me.name} />
    </Form>
  )
}
