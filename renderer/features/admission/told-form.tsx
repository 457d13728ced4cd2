import type { ReactNode } from 'react'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

type ToldInput = InputOf<typeof act.admission.tellReferrer.mutate>

interface ToldFormProps {
  decisionId: string
  /** How the referrer may be told. */
  route: ReactNode
  onDone: () => void
}

/** That the referrer was told, by whom it was taken, and how. */
export function ToldForm({ decisionId, route, onDone }: ToldFormProps) {
  const tell = useCommand(act.admission.tellReferrer.mutate)
  return (
    <Form<ToldInput>
      act="Record that the referrer was told"
      draft={`told:${decisionId}`}
      save={(typed) => tell({ ...typed, decisionId })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <p>{route}</p>
      <TextField name="toldTo" label="Who was told: name and role" required="Enter who was told" />
      <TextField
        name="how"
        label="How: by telephone, letter, secure email"
        required="Enter how they were told"
      />
      <InstantField name="toldAt" legend="When?" required="Enter when they were told" />
    </Form>
  )
}
