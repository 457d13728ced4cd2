import { useState } from 'react'
import {
  type EscortAnswer,
  motherAnswerLabels,
  motherAnswers,
} from '#domain/shared/escort/escort.ts'
import { escortContactLabels } from '#domain/shared/escort/escort-content.ts'
import type { Reply } from '#domain/shared/failure.ts'
import { Button } from '../../ui/button.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { NoteField } from '../../ui/form/note-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { WholeNumberField } from '../../ui/form/whole-number-field.tsx'
import { given } from '../../ui/optional.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { type EscortTyped, escortOf } from './escort-typed.ts'

interface EscortFormProps {
  /** The name under which what is typed is kept until it is saved. */
  draft?: string
  rule: EscortAnswer
  /** Leave under section 17, Mental Health Act is said to cover the journey: who granted it is asked. */
  leaveCovers: boolean
  save: (decision: ReturnType<typeof escortOf>) => Promise<Reply<unknown>>
  onDone: () => void
}

/** Decides who goes: as the rules say with one press, higher freely, lower with a reason and by name. */
export function EscortForm({ draft, rule, leaveCovers, save, onDone }: EscortFormProps) {
  const now = useServiceNow()
  const [other, setOther] = useState(false)
  return (
    <Form<EscortTyped>
      act={other ? 'Decide this escort' : 'Decide: as the rules say'}
      {...given({ draft })}
      initial={{ decidedAt: textOfInstant(now()) }}
      save={(typed) => save(escortOf(typed, rule))}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      {leaveCovers && <LeaveFields />}
      <TextField name="escortNames" label="Who goes? (names)" />
      {rule.reach.map(({ whom, when }) => (
        <ReachFields
          key={whom}
          name={`reached.${whom}`}
          label={`${escortContactLabels[whom]}${when === 'before-leaving' ? '' : ' (next working day)'}`}
        />
      ))}
      {other ? (
        <ChoiceFields rule={rule} />
      ) : (
        <p>
          <Button kind="quiet" small onClick={() => setOther(true)}>
            Decide otherwise: more staff, or less with a reason
          </Button>
        </p>
      )}
      <InstantField name="decidedAt" legend="Decided at" required="Enter when it was decided" />
    </Form>
  )
}

/** Only the responsible clinician, or the approved clinician acting as such, grants leave: it is written down. */
const LeaveFields = () => (
  <div className="episode-pair">
    <TextField
      name="leaveGrant.by"
      label="Leave granted by (responsible clinician)"
      required="Enter the responsible clinician who granted the leave"
    />
    <InstantField
      name="leaveGrant.at"
      legend="Granted at"
      required="Enter when the leave was granted"
    />
    <TextField
      name="leaveGrant.document"
      label="Which form or entry says so"
      required="Enter the leave form or the entry in the notes"
    />
  </div>
)

function ReachFields({ name, label }: { name: string; label: string }) {
  const reached = useTyped<string>(`${name}.name`) ?? ''
  return (
    <div className="episode-pair">
      <TextField
        name={`${name}.name`}
        label={`Reached: ${label}`}
        hint="Name, or leave empty"
        width={20}
      />
      <InstantField
        name={`${name}.at`}
        legend="At"
        {...(reached.trim() ? { required: 'Enter when they were reached' } : {})}
      />
    </div>
  )
}

function ChoiceFields({ rule }: { rule: EscortAnswer }) {
  return (
    <>
      <WholeNumberField
        name="choice.babyEscorts"
        label="Staff for the baby"
        hint={`The rules say ${rule.babyEscorts}`}
        required="Enter how many"
        least={0}
        most={4}
      />
      <SelectField
        name="choice.motherMayGo"
        label="May the mother go?"
        hint={`The rules say: ${motherAnswerLabels[rule.motherMayGo]}`}
        required="Say whether the mother may go"
        choices={choicesOf(motherAnswerLabels).filter(({ value }) => motherAnswers.includes(value))}
      />
      <WholeNumberField
        name="choice.motherEscorts"
        label="Staff for the mother"
        hint={`The rules say ${rule.motherEscorts}`}
        required="Enter how many"
        least={0}
        most={4}
      />
      <NoteField
        name="because"
        label="Why (needed where it is less than the rules say)"
        hint="Less is an override by your name, and a line of its own in every report."
        rows={2}
      />
    </>
  )
}
