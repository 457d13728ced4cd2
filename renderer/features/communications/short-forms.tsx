import { act, useCommand, useCommandAtPress } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import type { LoopView } from './view.ts'

interface OfLoop {
  loop: LoopView
  onDone: () => void
}

/** The named question that a duty depends on; either answer is kept. */
export function AnswerForm({ loop, onDone }: OfLoop) {
  const answer = useCommandAtPress(act.communications.answer.mutate)
  return (
    <Form<{ answer: 'yes' | 'no'; because: string }>
      act="Keep the answer"
      draft={`question:${loop.dutyId}`}
      save={(typed) =>
        answer((answeredAt) => ({
          ...typed,
          eventId: loop.eventId,
          question: loop.question?.id ?? '',
          answeredAt,
        }))
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <RadiosField
        name="answer"
        legend={loop.question?.text ?? ''}
        required="Choose yes or no"
        inline
        choices={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
      />
      <TextField name="because" label="How it is known" required="Enter how it is known" />
    </Form>
  )
}

/** Considered, and not needed, with the reason: the only way in which a duty goes away. */
export function DropForm({ loop, onDone }: OfLoop) {
  const drop = useCommandAtPress(act.communications.drop.mutate)
  return (
    <Form<{ because: string }>
      act="Record that it is not needed"
      draft={`drop:${loop.dutyId}`}
      kind="warning"
      save={({ because }) => drop((droppedAt) => ({ dutyId: loop.dutyId, because, droppedAt }))}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <TextField
        name="because"
        label="Considered, not needed because"
        hint="After the limit has run out it still counts as not told in time."
        required="Enter why it is not needed"
      />
    </Form>
  )
}

/** What came of it, once that is known. */
export function OutcomeForm({ loop, onDone }: OfLoop) {
  const record = useCommand(act.communications.outcome.mutate)
  const last = loop.acknowledgements.at(-1)
  if (!last) return null
  return (
    <Form<{ outcome: string }>
      act="Record the outcome"
      draft={`outcome:${last.id}:${last.version}`}
      initial={{ outcome: last.outcome }}
      save={({ outcome }) => record({ id: last.id, version: last.version, outcome })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <NoteField name="outcome" label="What came of it" rows={3} required="Enter what came of it" />
    </Form>
  )
}
