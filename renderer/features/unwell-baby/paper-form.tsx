import type { Reply } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

export interface PaperTyped {
  writtenFrom: Instant
  writtenUntil: Instant
  because: string
  keptWhere: string
}

interface PaperFormProps {
  draft: string
  save: (typed: PaperTyped) => Promise<Reply<unknown>>
  onDone: () => void
}

/** Says which part of the episode was written by hand. The entries themselves are made with the usual forms. */
export function PaperForm({ draft, save, onDone }: PaperFormProps) {
  return (
    <Form<PaperTyped>
      act="Mark this part as written on paper"
      draft={draft}
      save={save}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="Written on paper while the computer was down">
        <p>
          Then enter what is on the form, each with the time that is written there. Everything that
          happened in this time and is entered after it is marked as from paper. No limit and no
          clock is changed by it.
        </p>
        <InstantField
          name="writtenFrom"
          legend="Written on paper from"
          required="Enter when the form was begun"
        />
        <InstantField
          name="writtenUntil"
          legend="The computer was back at"
          required="Enter when the computer was back"
        />
        <TextField
          name="because"
          label="Why the computer could not be used"
          required="Enter why the computer could not be used"
        />
        <TextField
          name="keptWhere"
          label="Where the form is kept"
          required="Enter where the form is kept"
        />
      </FormPart>
    </Form>
  )
}
