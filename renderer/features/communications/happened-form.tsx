import { act, type InputOf, type Outputs, useCommand } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { YesNoField } from '../../ui/form/yes-no-field.tsx'

type HappenedInput = InputOf<typeof act.communications.happened.mutate>
type ByHand = Outputs['communications']['eventsByHand'][number]

interface HappenedFormProps {
  pairId: string
  events: readonly ByHand[]
  onDone: () => void
}

/** Something that others must be told of and that no other page records. */
export function HappenedForm({ pairId, events, onDone }: HappenedFormProps) {
  const record = useCommand(act.communications.happened.mutate)
  return (
    <Form<Omit<HappenedInput, 'pairId'>>
      act="Record it, and list who must be told"
      draft={`happened:${pairId}`}
      save={(typed) => record({ ...typed, pairId })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <SelectField
        name="event"
        label="What has happened?"
        required="Choose what has happened"
        choices={events.map(({ event, title }) => ({ value: event, label: title }))}
      />
      <Details events={events} />
      <InstantField
        name="at"
        legend="When did it happen, or was it settled?"
        required="Enter when"
      />
      <InstantField
        name="startsAt"
        legend="When does it start? (leave or discharge)"
        hint="Leave this empty for anything else."
        future
      />
      <YesNoField
        name="concernOrConsent"
        legend="Is a safeguarding concern, or consent to share, on record?"
        required="Choose yes or no"
      />
    </Form>
  )
}

/** Of an episode of the mother others hear what it means for care of the baby: it is asked for. */
function Details({ events }: Pick<HappenedFormProps, 'events'>) {
  const chosen = useTyped<string>('event')
  const ofMother = events.some(({ event, ofMother: hers }) => hers && event === chosen)
  return ofMother ? (
    <NoteField
      key="mother"
      name="details"
      label="What happened, and what does it mean for care of the baby?"
      hint="It is told and written to everybody who must be told. It counts for each of her babies on the unit."
      rows={3}
      required="Enter what happened, and what it means for care of the baby"
    />
  ) : (
    <NoteField
      key="other"
      name="details"
      label="What happened, in a sentence or two (optional)"
      hint="It is told and written to everybody who must be told."
      rows={2}
    />
  )
}
