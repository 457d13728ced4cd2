import { act, useCommand } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Section } from '../../ui/section.tsx'
import { useMe } from '../session/me.ts'

interface UnlockFormProps {
  userId: string
  name: string
  onDone: () => void
}

/** Takes the wait after wrong tries away; the password stays as it was. */
export function UnlockForm({ userId, name, onDone }: UnlockFormProps) {
  const me = useMe()
  const unlock = useCommand(act.users.unlock.mutate)
  return (
    <Section title={`Unlock ${name}`}>
      <Form<{ because: string }>
        act="Unlock the account"
        save={(input, beside) => unlock({ ...input, userId }, beside)}
        onSaved={onDone}
        cancel={{ label: 'Go back', onClick: onDone }}
      >
        <p>They can try again at once. Their password stays as it was.</p>
        <TextField
          name="because"
          label="Why"
          hint="Such as: mistyped it, caps lock was on. If they have forgotten it, set a new one."
          required="Enter why"
        />
        <SignatureField signer={me.name} />
      </Form>
    </Section>
  )
}
