import { act, type InputOf, useCommand } from '../../api.ts'
import { CheckboxesField } from '../../ui/form/checkboxes-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { NoteField } from '../../ui/form/note-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { YesNoField } from '../../ui/form/yes-no-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { BabyStillOut } from './baby-still-out.tsx'
import type { Leave, LeaveView } from './view.ts'

interface Of {
  view: LeaveView
  leave: Leave
  onDone: () => void
}

const babyChoices = (view: LeaveView, among: readonly string[]) =>
  view.babies
    .filter(({ pairId }) => among.includes(pairId))
    .map(({ pairId, name }) => ({ value: pairId, label: name }))

/** They left: when, who went, and who went along. */
export function LeftForm({ view, leave, onDone }: Of) {
  const left = useCommand(act.leave.left.mutate)
  const now = useServiceNow()
  const leaveId = leave.recordId
  return (
    <Form<Omit<InputOf<typeof act.leave.left.mutate>, 'leaveId' | 'babies'> & { babies?: string[] }>
      act="Record that they left"
      draft={`leave-left:${leaveId}`}
      initial={{ leftAt: textOfInstant(now()), babies: leave.babies }}
      save={(typed) => left({ ...typed, babies: typed.babies ?? [], leaveId })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <InstantField name="leftAt" legend="They left at" required="Enter when they left" />
      {leave.babies.length > 0 && (
        <CheckboxesField
          name="babies"
          legend={leave.mother ? 'Which baby went with her?' : 'Which baby left?'}
          {...(leave.mother
            ? { hint: 'Tick none where she went alone after all.' }
            : { required: 'Say which baby left' })}
          choices={babyChoices(view, leave.babies)}
        />
      )}
      <TextField name="wentWith" label="Who went along (names of staff and others)" />
    </Form>
  )
}

type Back = Omit<InputOf<typeof act.leave.back.mutate>, 'leaveId' | 'babies' | 'mother'> & {
  babies?: string[]
  mother?: boolean
}

/** Who came back, when, and how they were. Mother and baby may come back apart. */
export function BackForm({ view, leave, onDone }: Of) {
  const back = useCommand(act.leave.back.mutate)
  const now = useServiceNow()
  const leaveId = leave.recordId
  const { out } = leave.standing
  return (
    <Form<Back>
      act="Record the return"
      draft={`leave-back:${leaveId}`}
      initial={{ backAt: textOfInstant(now()) }}
      save={(typed) =>
        back({ ...typed, mother: typed.mother ?? false, babies: typed.babies ?? [], leaveId })
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <InstantField name="backAt" legend="Back at" required="Enter when they came back" />
      {out.mother && (
        <YesNoField
          name="mother"
          legend="Is the mother back?"
          required="Say whether the mother is back"
          furtherIfYes={
            <NoteField
              name="motherCondition"
              label="How the mother was on return"
              required="Enter how the mother was on return"
              rows={2}
            />
          }
        />
      )}
      {out.babies.length > 0 && (
        <>
          <CheckboxesField
            name="babies"
            legend="Which baby is back?"
            choices={babyChoices(view, out.babies)}
          />
          <BabyCondition />
        </>
      )}
      <BabyStillOut leave={leave} />
      <TextField name="broughtBy" label="Who brought them, where somebody did" />
    </Form>
  )
}

function BabyCondition() {
  const back = useTyped<string[]>('babies') ?? []
  if (back.length === 0) return null
  return (
    <NoteField
      name="babyCondition"
      label="How the baby was on return: looked at by whom, what was seen"
      required="Enter how the baby was on return"
      rows={2}
    />
  )
}
