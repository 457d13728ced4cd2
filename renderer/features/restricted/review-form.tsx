import type { ReactNode } from 'react'
import { reviewOutcomes } from '#domain/restricted/access.ts'
import type { Reply } from '#domain/shared/failure.ts'
import type { act, InputOf } from '../../api.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { type Beside, Form } from '../../ui/form/form.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

interface ReviewFormProps {
  signer: string
  save: (typed: Typed, beside: Beside) => Promise<Reply<unknown>>
  onDone: () => void
  /** What is reviewed, in a sentence. */
  children: ReactNode
}

type Typed = Omit<InputOf<typeof act.restricted.review.mutate>, 'id' | 'version'>

/** The word on what somebody did with restricted entries, signed by somebody else. */
export function ReviewForm({ signer, save, onDone, children }: ReviewFormProps) {
  return (
    <Form<Typed>
      act="Sign the review"
      save={save}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <p>{children}</p>
      <RadiosField
        name="outcome"
        legend="Was it needed?"
        required="Say whether it was needed"
        choices={choicesOf(reviewOutcomes)}
      />
      <TextField
        name="review"
        label="What you looked at, and what follows"
        required="Enter what you looked at"
      />
      <SignatureField signer={signer} />
    </Form>
  )
}
