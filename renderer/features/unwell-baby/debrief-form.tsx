import type { Reply } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

interface Held {
  heldAt: Instant
  learning: string
}

interface DebriefFormProps {
  episodeId: string
  endedAt: Instant
  save: (debrief: Held) => Promise<Reply<unknown>>
  onDone: () => void
}

/** What the team takes from it. */
export function DebriefForm({ episodeId, endedAt, save, onDone }: DebriefFormProps) {
  return (
    <Form<Held>
      act="Record the debrief"
      draft={`debrief:${episodeId}`}
      save={save}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="Debrief">
        <HeldFields endedAt={endedAt} />
      </FormPart>
    </Form>
  )
}

interface CorrectDebriefFormProps extends Pick<DebriefFormProps, 'endedAt' | 'onDone'> {
  draft: string
  debrief: Held
  save: (changed: Held & { reason: string }) => Promise<Reply<unknown>>
}

/** A debrief put right: what it said before stays readable. */
export function CorrectDebriefForm({ draft, debrief, endedAt, ...rest }: CorrectDebriefFormProps) {
  return (
    <Form<Held & { reason: string }>
      act="Save the correction"
      draft={draft}
      initial={{ heldAt: textOfInstant(debrief.heldAt), learning: debrief.learning }}
      save={rest.save}
      onSaved={rest.onDone}
      cancel={{ label: 'Go back', onClick: rest.onDone }}
    >
      <FormPart title="Debrief, put right">
        <HeldFields endedAt={endedAt} />
        <TextField name="reason" label="What was wrong?" required="Enter what was wrong" />
      </FormPart>
    </Form>
  )
}

function HeldFields({ endedAt }: { endedAt: Instant }) {
  return (
    <>
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
    </>
  )
}
