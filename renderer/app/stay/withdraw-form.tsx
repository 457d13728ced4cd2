import { type ReactNode, useState } from 'react'
import type { Reply } from '#domain/shared/failure.ts'
import { Button } from '../../ui/button.tsx'
import { type Beside, Form } from '../../ui/form/form.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

interface WithdrawFormProps {
  /** What is withdrawn, as it reads after "Mark": "this contact". */
  what: string
  /** What the button says, where it is not a record that was entered in error. */
  act?: string
  /** The name under which the reason is kept until it is saved. */
  draft: string
  withdraw: (reason: string, beside: Beside) => Promise<Reply<unknown>>
  onDone: () => void
  /** Where it is signed: the fields of the signatures. */
  signature?: ReactNode
}

/** Marks a record as entered in error. It stays readable in the history, and counts no more. */
export function WithdrawForm({ what, draft, withdraw, onDone, ...rest }: WithdrawFormProps) {
  const { act = `Mark ${what} as entered in error`, signature } = rest
  const [asking, ask] = useState(false)
  if (!asking) {
    return (
      <p>
        <Button kind="quiet" small onClick={() => ask(true)}>
          {act}
        </Button>
      </p>
    )
  }
  return (
    <Form<{ reason: string }>
      act={act}
      kind="warning"
      draft={draft}
      save={({ reason }, beside) => withdraw(reason, beside)}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: () => ask(false) }}
    >
      <TextField
        name="reason"
        label="What was wrong"
        hint="It stays readable in the history."
        required="Enter what was wrong"
      />
      {signature}
    </Form>
  )
}
