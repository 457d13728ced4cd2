import { reviewOutcomes } from '#domain/restricted/access.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Shown } from '../../ui/shown.tsx'
import type { Opening } from './view.ts'

interface ReviewFormProps {
  opening: Opening
  signer: string
  onDone: () => void
}

type Typed = Omit<InputOf<typeof act.restricted.review.mutate>, 'id' | 'version'>

/** The word on an opening in an emergency, signed by somebody else than who opened. */
export function ReviewForm({ opening, signer, onDone }: ReviewFormProps) {
  const review = useCommand(act.restricted.review.mutate)
  return (
    <Form<Typed>
      act="Sign the review"
      save={(typed, beside) =>
        review({ ...typed, id: opening.id, version: opening.version }, beside)
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <p>
        <Shown>{opening.by}</Shown> opened the restricted entries about{' '}
        <Shown>{opening.about}</Shown> on {formatDateTime(opening.openedAt)}:{' '}
        <Shown>{opening.because}</Shown>
      </p>
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
