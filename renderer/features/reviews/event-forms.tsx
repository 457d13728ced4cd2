import { type Candour, candourLabels, reviewAnswerLabels } from '#domain/reviews/record.ts'
import { type NotedKind, notedKindLabels } from '#domain/reviews/rule-content.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import type { EventsView, ReviewEvent } from './view.ts'

interface Done {
  onDone: () => void
}
type Noted = InputOf<typeof act.reviews.note.mutate>

/** An incident or a concern. The incident itself is kept in the trust's own system. */
export function NoteEventForm({
  view,
  pairId,
  onDone,
}: Done & { view: EventsView; pairId: string }) {
  const noteEvent = useCommand(act.reviews.note.mutate)
  const today = dateOf(useServiceNow()())
  return (
    <Form<Omit<Noted, 'pairId'>>
      act="Note it"
      draft={`review-event:${pairId}`}
      save={(typed) => noteEvent({ ...typed, pairId })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="What happened">
        <RadiosField
          name="kind"
          legend="What was it?"
          required="Choose what it was"
          choices={choicesOf(notedKindLabels)}
          further={(kind) => (
            <>
              <p className="app-quiet">
                Supervision is reviewed {view.limits[kind as NotedKind]} of when it happened.
              </p>
              {kind === 'incident' && <IncidentFields />}
            </>
          )}
        />
        <InstantField
          name="happenedAt"
          legend="When it happened"
          required="Enter when it happened"
        />
        <NoteField
          name="what"
          label="What happened: only what was seen, heard or said"
          required="Enter what happened"
        />
      </FormPart>
      <FormPart title="How it is known">
        <BasisField name="basis" of="this" today={today} />
      </FormPart>
    </Form>
  )
}

function IncidentFields() {
  return (
    <>
      <TextField
        name="trustNumber"
        label="The trust’s incident number"
        hint="Report it in the trust’s own system too. Leave it empty until the number has come."
      />
      <RadiosField
        name="candour"
        legend="Was the duty of candour considered?"
        required="Say whether the duty of candour was considered"
        choices={choicesOf(candourLabels)}
        further={(value) =>
          value === 'does-not-apply' ? (
            <TextField
              name="candourBecause"
              label="Why it does not apply"
              required="Enter why it does not apply"
            />
          ) : null
        }
      />
    </>
  )
}

/** What came later: the number, and what was decided on candour. */
export function LaterForm({ event, onDone }: Done & { event: ReviewEvent }) {
  const add = useCommand(act.reviews.addLater.mutate)
  const { recordId: id, version, trustNumber, candour, candourBecause } = event
  return (
    <Form<{ trustNumber?: string; candour: Candour; candourBecause?: string; reason: string }>
      act="Save it"
      draft={`review-event-later:${id}:${version}`}
      save={(typed) => add({ ...typed, id, version })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
      initial={{ trustNumber: trustNumber ?? '', candour: candour ?? '', candourBecause }}
    >
      <IncidentFields />
      <TextField name="reason" label="What has come" required="Enter what has come" />
    </Form>
  )
}

/** What the review says of one event. */
export function AnswerEventForm({ event, onDone }: Done & { event: ReviewEvent }) {
  const answer = useCommand(act.reviews.answer.mutate)
  return (
    <Form<Omit<InputOf<typeof act.reviews.answer.mutate>, 'eventId'>>
      act="Record the answer"
      draft={`review-answer:${event.recordId}`}
      save={(typed) => answer({ ...typed, eventId: event.recordId })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <AnswerFields />
    </Form>
  )
}

const AnswerFields = () => (
  <>
    <RadiosField
      name="answer"
      legend="What does it mean for the supervision?"
      required="Say what it means for the supervision"
      choices={choicesOf(reviewAnswerLabels)}
    />
    <NoteField
      name="because"
      label="In what it is changed; or why it stays as it is"
      required="Enter in what it is changed, or why it is not"
    />
  </>
)

type Corrected = Omit<InputOf<typeof act.reviews.correctAnswer.mutate>, 'eventId' | 'version'>

/** An answer that was entered wrongly. */
export function CorrectAnswerForm({ event, onDone }: Done & { event: ReviewEvent }) {
  const correct = useCommand(act.reviews.correctAnswer.mutate)
  const { recordId: eventId, answer } = event
  if (!answer) return null
  const { version, because } = answer
  return (
    <Form<Corrected>
      act="Correct the answer"
      draft={`review-answer-correct:${answer.recordId}:${version}`}
      initial={{ answer: answer.answer, because }}
      save={(typed) => correct({ ...typed, eventId, version })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <p>
        Where the answer is another one, a review that was signed before does not close the event
        any more: supervision is reviewed again.
      </p>
      <AnswerFields />
      <TextField name="reason" label="What was wrong" required="Enter what was wrong" />
    </Form>
  )
}
