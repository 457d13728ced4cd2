import { act, type InputOf, useCommand } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { NewPasswordFields } from '../../ui/form/new-password-fields.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Section } from '../../ui/section.tsx'
import { useMe } from '../session/me.ts'
import { IdentifiedByField } from './identified-by-field.tsx'

interface ResetFormProps {
  userId: string
  name: string
  onDone: () => void
}

/** A new password for somebody who cannot get in. They are here, and type it themselves. */
export function ResetForm({ userId, name, onDone }: ResetFormProps) {
  const me = useMe()
  const reset = useCommand(act.users.startReset.mutate)
  return (
    <Section title={`A new password for ${name}`}>
      <Form<Omit<InputOf<typeof act.users.startReset.mutate>, 'userId'>>
        act="Set the new password"
        save={(input, beside) => reset({ ...input, userId }, beside)}
        onSaved={onDone}
        cancel={{ label: 'Go back', onClick: onDone }}
      >
        <p>
          The new password counts at once. It stays on a list until the administrator or the ward
          manager, other than you, confirms it, at the latest tomorrow.
        </p>
        <IdentifiedByField />
        <p>They type the new password themselves.</p>
        <NewPasswordFields name="newPassword" againName="$again" signInName="$none" />
        <TextField name="because" label="Why" required="Enter why" />
        <SignatureField signer={me.name} />
      </Form>
    </Section>
  )
}
