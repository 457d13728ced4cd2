import type { Reply } from '#domain/shared/failure.ts'
import { type Beside, Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { SecondPersonFields, SignatureField } from '../../ui/form/signature-fields.tsx'
import { given } from '../../ui/optional.ts'

interface ErrorFormProps {
  /** The name under which what is typed is kept until it is saved. */
  draft?: string
  signer: string
  save: (reason: string, beside: Beside) => Promise<Reply<unknown>>
  onDone: () => void
}

/** Entered in error: the nurse in charge and a second person, each with their own password (decision 26). */
export function ErrorForm({ draft, signer, save, onDone }: ErrorFormProps) {
  return (
    <Form<{ reason: string }>
      act="Mark as entered in error"
      {...given({ draft })}
      kind="warning"
      save={({ reason }, beside) => save(reason, beside)}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="Entered in error">
        <p>
          Only for an episode that never was, such as one raised for the wrong baby. It stays
          readable.
        </p>
        <NoteField
          name="reason"
          label="What is wrong with it?"
          required="Enter what is wrong"
          rows={2}
        />
        <SignatureField signer={signer} />
        <SecondPersonFields who="another registered nurse or doctor" />
      </FormPart>
    </Form>
  )
}
