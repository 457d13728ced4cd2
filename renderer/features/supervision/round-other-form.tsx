import { type CheckOutcome, outcomeLabels, whereabouts } from '#domain/supervision/rounds.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import type { CheckTyped } from './round-taps.ts'

interface Typed {
  seenAt: string
  outcome: CheckOutcome
  where?: string
  note?: string
}

interface RoundOtherFormProps {
  pairId: string
  onCheck: (check: CheckTyped) => void
  onCancel: () => void
}

/** What one tap cannot say: seen at another time, away from the unit, looked for and not found. */
export function RoundOtherForm({ pairId, onCheck, onCancel }: RoundOtherFormProps) {
  return (
    <Form<Typed>
      act="Put it in the round"
      save={async ({ seenAt, outcome, where, note }) => {
        const found = whereabouts.find(({ label }) => label === where)
        onCheck({
          pairId,
          seenAt,
          timed: 'typed',
          outcome,
          ...(outcome === 'seen' && found
            ? { place: found.place, withWhom: found.withWhom }
            : { note: note ?? '' }),
        })
        return { ok: true, value: null }
      }}
      cancel={{ label: 'Go back', onClick: onCancel }}
    >
      <InstantField
        name="seenAt"
        legend="When was it?"
        hint="The time at which the baby was seen or looked for, not of typing it in."
        required="Enter when it was"
      />
      <RadiosField
        name="outcome"
        legend="What was it?"
        required="Choose what it was"
        choices={choicesOf(outcomeLabels)}
        further={(outcome) =>
          outcome === 'seen' ? (
            <SelectField
              name="where"
              label="Where, and with whom?"
              required="Choose where the baby was"
              choices={whereabouts.map(({ label }) => ({ value: label, label }))}
            />
          ) : (
            <NoteField
              name="note"
              label={
                outcome === 'away' ? 'Where is the baby, and with whom?' : 'What is being done?'
              }
              required="Enter where the baby is, or what is being done"
              rows={2}
            />
          )
        }
      />
    </Form>
  )
}
