import { reviewWithinHours, windowMinutes } from '#domain/restricted/access.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import type { RestrictedPerson } from './view.ts'

interface OpenFormProps {
  person: RestrictedPerson
  signer: string
  onDone: () => void
}

/** Opens the restricted entries of one person in an emergency. */
export function OpenForm({ person, signer, onDone }: OpenFormProps) {
  const open = useCommand(act.restricted.open.mutate)
  return (
    <Form<Omit<InputOf<typeof act.restricted.open.mutate>, 'personId'>>
      act="Open them in an emergency"
      kind="warning"
      save={(typed, beside) => open({ ...typed, personId: person.id }, beside)}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <p>
        They are open for you for {windowMinutes} minutes. That you opened them and why is kept, and
        somebody else reviews it within {reviewWithinHours} hours. If it can wait, ask the ward
        manager, the consultant or the safeguarding lead instead.
      </p>
      <TextField
        name="because"
        label="Why this cannot wait"
        required="Say in a sentence why this cannot wait"
      />
      <SignatureField signer={signer} />
    </Form>
  )
}
