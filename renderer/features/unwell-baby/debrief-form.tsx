import type { Reply } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'

interface DebriefFormProps {
  episodeId: string
  endedAt: Instant
  save: (debrief: { heldAt: Instant; learning: string }) => Promise<Reply<unknown>>
  onDone: () => void
}

/** What the team takes from it. */
export function DebriefForm({ episodeId, endedAt, save, onDone }: DebriefFormProps) {
  return (
    <Form<{ heldAt: Instant; learning: string }>
      act="Record the debrief"
      draft={`debrief:${episodeId}`}
      save={save}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="Debrief">
        <InstantField
          name="heldAt"
          legend="Held at"
          required="Enter when it was held"
          earliest={endedAt}
        />
        <NoteField
          name="learning"
          label="What went well, what did not, and what changes"
          hint="No names of patients."
          required="Enter what was learned"
          rows={4}
        />
      </FormPart>
    </Form>
  )
}
