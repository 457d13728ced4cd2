import type { Reply } from '#domain/shared/failure.ts'
import { type Beside, Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'

interface TakeOnFormProps {
  signer: string
  save: (beside: Beside) => Promise<Reply<unknown>>
  onDone: () => void
}

/** The next person takes over by signing (decision 32). */
export function TakeOnForm({ signer, save, onDone }: TakeOnFormProps) {
  return (
    <Form
      act="I answer for the next step now"
      save={(_input, beside) => save(beside)}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="Take over">
        <p>From now on you answer for the next step, until somebody else takes over.</p>
        <SignatureField signer={signer} />
      </FormPart>
    </Form>
  )
}
