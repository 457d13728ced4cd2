import type { Reply } from '#domain/shared/failure.ts'
import { type Beside, Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

interface ReopenFormProps {
  draft: string
  signer: string
  /** The outcome in words. */
  label: string
  save: (reason: string, beside: Beside) => Promise<Reply<unknown>>
  onDone: () => void
}

/** An outcome that was signed by mistake is taken back: the clock and every limit go on as if it had not been. */
export function ReopenForm({ draft, signer, label, save, onDone }: ReopenFormProps) {
  return (
    <Form<{ reason: string }>
      act="Take the outcome back: the clock goes on"
      draft={draft}
      kind="warning"
      save={({ reason }, beside) => save(reason, beside)}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title={`Signed by mistake: ${label}`}>
        <p>The clock never stopped counting: limits that ran out meanwhile are late at once.</p>
        <TextField name="reason" label="What was wrong?" required="Enter what was wrong" />
        <SignatureField signer={signer} />
      </FormPart>
    </Form>
  )
}
