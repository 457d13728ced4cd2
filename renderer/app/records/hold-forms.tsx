import { act, type InputOf, useCommand } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import type { Family } from './kept-page.tsx'

/** Keeps the record of a family, whatever its age. */
export function PlaceHold({ family, onDone }: { family: Family; onDone: () => void }) {
  const place = useCommand(act.retention.placeHold.mutate)
  return (
    <Form<Omit<InputOf<typeof act.retention.placeHold.mutate>, 'personId'>>
      act="Hold the record"
      draft={`retention-hold:${family.motherId}`}
      save={(typed) => place({ ...typed, personId: family.motherId })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <TextField
        name="because"
        label="Why it is held"
        hint="An inquiry, a claim, a complaint, a police investigation."
        required="Enter why it is held"
      />
      <TextField name="reference" label="Reference, where there is one" width={20} />
    </Form>
  )
}

/** Ends a hold; the record is kept by its age again. */
export function LiftHold({
  hold,
  onDone,
}: {
  hold: NonNullable<Family['hold']>
  onDone: () => void
}) {
  const lift = useCommand(act.retention.liftHold.mutate)
  return (
    <Form<{ reason: string }>
      act="Lift the hold"
      kind="warning"
      save={({ reason }) => lift({ id: hold.id, version: hold.version, reason })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <TextField name="reason" label="Why it is lifted" required="Enter why it is lifted" />
    </Form>
  )
}
