import { endingLabels } from '#domain/leave/record.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { CheckboxesField } from '../../ui/form/checkboxes-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { NoteField } from '../../ui/form/note-field.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { YesNoField } from '../../ui/form/yes-no-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import type { Leave, LeaveView, Missing } from './view.ts'

type Report = Omit<InputOf<typeof act.leave.missing.mutate>, 'stayId' | 'leaveId' | 'babies'> & {
  babies?: string[]
}

interface MissingFormProps {
  view: LeaveView
  stayId: string
  /** The leave from which they are not back; without one they left without leave. */
  leave: Leave | undefined
  onDone: () => void
}

/** Begins the steps for who is missing: who has to be told is listed at once. The app tells nobody itself. */
export function MissingForm({ view, stayId, leave, onDone }: MissingFormProps) {
  const report = useCommand(act.leave.missing.mutate)
  const now = useServiceNow()
  const out = leave?.standing.out
  const among = view.babies.filter(({ pairId }) => out === undefined || out.babies.includes(pairId))
  return (
    <Form<Report>
      act="Begin the steps for who is missing"
      kind="warning"
      draft={`missing:${stayId}`}
      initial={{
        missingSince: textOfInstant(now()),
        ...(out ? { mother: out.mother ? 'yes' : 'no', babies: out.babies } : {}),
      }}
      save={(typed) =>
        report({
          ...typed,
          babies: typed.babies ?? [],
          stayId,
          ...(leave ? { leaveId: leave.recordId } : {}),
        })
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <YesNoField
        name="mother"
        legend="Is the mother missing?"
        required="Say whether the mother is missing"
      />
      {among.length > 0 && (
        <CheckboxesField
          name="babies"
          legend="Which baby is missing?"
          hint="Tick none where the baby is safe on the unit."
          choices={among.map(({ pairId, name }) => ({ value: pairId, label: name }))}
        />
      )}
      <InstantField
        name="missingSince"
        legend="Missing since"
        hint={
          leave
            ? 'It counts from the limit of the leave at the latest, whenever it is entered.'
            : 'When they were last seen, or when it was noticed.'
        }
        required="Enter since when they are missing"
      />
      <NoteField
        name="circumstances"
        label="Where and by whom last seen, clothes, telephone, vehicle, what has been tried"
        required="Enter what is known"
      />
    </Form>
  )
}

/** Ends a search, by the name of who records it. */
export function EndMissingForm({ missing, onDone }: { missing: Missing; onDone: () => void }) {
  const end = useCommand(act.leave.endMissing.mutate)
  const now = useServiceNow()
  const { recordId: id, version, leaveId } = missing
  const endings = choicesOf(endingLabels).filter(
    ({ value }) => leaveId === null || value !== 'returned',
  )
  return (
    <Form<Omit<InputOf<typeof act.leave.endMissing.mutate>, 'id' | 'version'>>
      act="Record how the search ended"
      draft={`missing-end:${id}`}
      initial={{ endedAt: textOfInstant(now()) }}
      save={(typed) => end({ ...typed, id, version })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <RadiosField
        name="endedHow"
        legend="How did it end?"
        {...(leaveId === null
          ? {}
          : { hint: 'Where they are back, record the return from the leave instead.' })}
        required="Say how it ended"
        choices={endings}
      />
      <InstantField name="endedAt" legend="Ended at" required="Enter when it ended" />
      <NoteField
        name="endedWords"
        label="Who found them, where, and how mother and baby were"
        required="Enter how they were found"
      />
    </Form>
  )
}
