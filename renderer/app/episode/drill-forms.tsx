import { act, type InputOf, type Outputs, useCommand } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { NoteField } from '../../ui/form/note-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { WithdrawForm } from '../stay/withdraw-form.tsx'

export type DrillView = Outputs['unwellBaby']['drills'][number]
type Drill = InputOf<typeof act.unwellBaby.recordDrill.mutate>

export function DrillForm({ onDone }: { onDone: () => void }) {
  const save = useCommand(act.unwellBaby.recordDrill.mutate)
  return (
    <Form<Drill>
      act="Record the drill"
      draft="drill"
      save={(input) => save(input)}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <DrillFields />
    </Form>
  )
}

/** A drill put right, or marked as entered in error: it counts no more then. */
export function CorrectDrill({
  drill,
  onDone,
}: {
  drill: DrillView | undefined
  onDone: () => void
}) {
  const correct = useCommand(act.unwellBaby.correctDrill.mutate)
  const withdraw = useCommand(act.unwellBaby.withdrawDrill.mutate)
  if (!drill) return null
  const { id: drillId, version, heldAt, scenario, learning } = drill
  const draft = `${drillId}:${version}`
  return (
    <>
      <Form<Drill & { reason: string }>
        key={draft}
        act="Save the correction"
        draft={`correct-drill:${draft}`}
        initial={{ heldAt: textOfInstant(heldAt), scenario, learning }}
        save={(changed) => correct({ ...changed, drillId, version })}
        onSaved={onDone}
        cancel={{ label: 'Go back', onClick: onDone }}
      >
        <DrillFields />
        <TextField name="reason" label="What was wrong?" required="Enter what was wrong" />
      </Form>
      <WithdrawForm
        what="this drill"
        draft={`withdraw-drill:${draft}`}
        withdraw={(reason) => withdraw({ drillId, version, reason })}
        onDone={onDone}
      />
    </>
  )
}

function DrillFields() {
  return (
    <>
      <InstantField name="heldAt" legend="Held at" required="Enter when the drill was held" />
      <TextField
        name="scenario"
        label="Scenario"
        hint="An invented baby: no names of patients."
        required="Enter the scenario"
      />
      <NoteField
        name="learning"
        label="What went well, what did not, and what changes"
        required="Enter what was learned"
        rows={3}
      />
    </>
  )
}
