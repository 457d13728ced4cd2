import { act, useCommand } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

interface ConcernProps {
  loop: { eventId: string }
  onDone: () => void
}

/** A safeguarding concern, or consent to share: then the social worker is told whatever the legal status. */
export function ConcernForm({ loop: { eventId }, onDone }: ConcernProps) {
  const record = useCommand(act.communications.concern.mutate)
  return (
    <Form<{ because: string }>
      act="Record it: the social worker is told"
      draft={`concern-or-consent:${eventId}`}
      save={({ because }) => record({ eventId, because })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <TextField
        name="because"
        label="Which concern, or whose consent to share, and when"
        required="Enter the concern, or who consented"
      />
    </Form>
  )
}

interface WithdrawEventProps {
  event: { eventId: string; version: number; title: string }
  onDone: () => void
}

/** An event that was recorded by hand and never was, or of another family: its duties go with it. */
export function WithdrawEventForm({ event, onDone }: WithdrawEventProps) {
  const withdraw = useCommand(act.communications.withdrawEvent.mutate)
  const { eventId, version, title } = event
  return (
    <Form<{ reason: string }>
      act={`Entered in error: ${title}`}
      kind="warning"
      draft={`withdraw-event:${eventId}:${version}`}
      save={({ reason }) => withdraw({ eventId, version, reason })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <TextField
        name="reason"
        label="What was wrong"
        hint="It stays readable. Once anybody was told, tell them instead that it was an error."
        required="Enter what was wrong"
      />
    </Form>
  )
}
