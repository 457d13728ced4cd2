import { formatDateTime } from '#domain/shared/calendar.ts'
import type { Reply } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { given } from '../../ui/optional.ts'

interface CorrectFormProps {
  /** The name under which what is typed is kept until it is saved. */
  draft?: string
  recognisedAt: Instant
  save: (input: { recognisedAt: Instant; reason: string }) => Promise<Reply<unknown>>
  onDone: () => void
}

/** Corrects when the concern was recognised. Earlier takes the limits along; later never gives more time. */
export function CorrectForm({ draft, recognisedAt, save, onDone }: CorrectFormProps) {
  return (
    <Form<{ recognisedAt: Instant; reason: string }>
      act="Correct the time"
      {...given({ draft })}
      initial={{ recognisedAt: textOfInstant(recognisedAt) }}
      save={save}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="When the concern was recognised">
        <p>
          Recorded now: {formatDateTime(recognisedAt)}. An earlier time moves the limits forward. A
          later one leaves them where they are.
        </p>
        <InstantField
          name="recognisedAt"
          legend="Recognised at"
          required="Enter when it was recognised"
        />
        <NoteField name="reason" label="Why is it corrected?" required="Enter why" rows={2} />
      </FormPart>
    </Form>
  )
}
