import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import type { RosterDuty } from '../../features/training/roster.tsx'
import { Form } from '../../ui/form/form.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { DutyFields } from '../people/duty-fields.tsx'

interface DutyFormProps {
  duty: RosterDuty
  onDone: () => void
}

type Changed = Pick<InputOf<typeof act.users.changeDuty.mutate>, 'duty' | 'reason'>

/** Other times, or another charge, with why; the shift stays the same person's. */
export function ChangeDuty({ duty, onDone }: DutyFormProps) {
  const change = useCommand(act.users.changeDuty.mutate)
  const { id, version, staffId, startsAt, endsAt, nurseInCharge } = duty
  return (
    <Form<Changed>
      act="Save the change"
      draft={`change-duty:${id}:${version}`}
      initial={{ duty: { staffId, startsAt, endsAt, nurseInCharge } }}
      save={({ duty: typed, reason }) =>
        change({ id, version, reason, duty: { ...typed, staffId } })
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <DutyFields prefix="duty." />
      <TextField
        name="reason"
        label="Why it is changed"
        hint="Such as: swapped, stays longer."
        required="Enter why it is changed"
      />
    </Form>
  )
}

/** Takes a shift off the roster: it stays readable. */
export function WithdrawDuty({ duty, onDone }: DutyFormProps) {
  const withdraw = useCommand(act.users.withdrawDuty.mutate)
  const { id, version, startsAt } = duty
  return (
    <Form<{ reason: string }>
      act="Take off the roster"
      kind="warning"
      save={({ reason }) => withdraw({ id, version, reason })}
      onSaved={onDone}
    >
      <p>The shift of {formatDateTime(startsAt)} counts no more. It stays readable.</p>
      <TextField
        name="reason"
        label="Why"
        hint="Such as: off sick, entered in error."
        required="Enter why it is taken off"
      />
    </Form>
  )
}
