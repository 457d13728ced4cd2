import { act, useCommand } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Shown } from '../../ui/shown.tsx'
import type { LoopView } from './view.ts'

/** One line of what was done about a loop. */
export interface LoopMark {
  kind: 'sending' | 'acknowledgement' | 'drop'
  id: string
  version: number
  whom: string
  /** Staff id of who recorded it last. */
  byId: string
}

/** Whether the person at the window may take this mark back: their own, or anybody's. */
export type MayTakeBack = (mark: LoopMark) => boolean

const marks: Record<LoopMark['kind'], string> = {
  sending: 'that it was sent',
  acknowledgement: 'that it was acknowledged',
  drop: 'that it is not needed',
}

/** What was recorded last of a loop: taken back first, so that nothing is left that rests on it. */
export function lastMark(loop: LoopView): LoopMark | undefined {
  const { label: whom, sendings, acknowledgements, drops } = loop
  const marked = (kind: LoopMark['kind'], one?: { id: string; version: number; byId: string }) =>
    one && { kind, id: one.id, version: one.version, whom, byId: one.byId }
  return (
    marked('drop', drops.at(-1)) ??
    marked('acknowledgement', acknowledgements.at(-1)) ??
    marked('sending', sendings.at(-1))
  )
}

interface TakeBackButtonProps {
  mark: LoopMark
  onTakeBack: (mark: LoopMark) => void
}

export const TakeBackButton = ({ mark, onTakeBack }: TakeBackButtonProps) => (
  <Button
    kind="quiet"
    small
    label={`Take back ${marks[mark.kind]}: ${mark.whom}`}
    onClick={() => onTakeBack(mark)}
  >
    Take back
  </Button>
)

interface TakeBackFormProps {
  mark: LoopMark
  onDone: () => void
}

/** Takes back what was recorded of a loop by mistake: it stays readable in the audit, and the loop is open again. */
export function TakeBackForm({ mark, onDone }: TakeBackFormProps) {
  const undo = useCommand(act.communications.undo.mutate)
  const { kind, id, version, whom } = mark
  return (
    <Form<{ reason: string }>
      act={`Take back ${marks[kind]}`}
      kind="warning"
      draft={`take-back:${id}:${version}`}
      save={({ reason }) => undo({ kind, id, version, reason })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <p>
        <strong>
          <Shown>{whom}</Shown>
        </strong>
      </p>
      <TextField
        name="reason"
        label="What was wrong"
        hint="The duty is open again, with its first limit."
        required="Enter what was wrong"
      />
    </Form>
  )
}
