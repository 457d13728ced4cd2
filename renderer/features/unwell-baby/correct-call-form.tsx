import type { Reply } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { helperLabels } from '#domain/unwell-baby/record.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { ConfirmField } from '../../ui/form/confirm-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { given } from '../../ui/optional.ts'
import { type CallCorrection, type CorrectCallTyped, correctionOf } from './help-typed.ts'
import type { ContactView } from './view.ts'

interface CorrectCallFormProps {
  /** The name under which what is typed is kept until it is saved. */
  draft?: string
  call: ContactView
  save: (call: CallCorrection) => Promise<Reply<unknown>>
  onDone: () => void
}

/** Puts a call right: everything that is on record of it, and why. What it said before stays readable. */
export function CorrectCallForm({ draft, call, save, onDone }: CorrectCallFormProps) {
  const shown = (at: Instant | null) => (at ? textOfInstant(at) : '')
  return (
    <Form<CorrectCallTyped>
      act="Put this call right"
      {...given({ draft })}
      initial={{
        whom: call.whom,
        calledAt: textOfInstant(call.calledAt),
        calledBy: call.calledBy,
        ...(call.reached === 'not-known' ? {} : { reached: call.reached }),
        reachedAt: shown(call.reachedAt),
        reachedName: call.reachedName ?? '',
        advice: call.advice,
        reference: call.reference ?? '',
        transferAdvised: call.transferAdvised,
        came: call.seenAt === null ? 'no' : 'yes',
        seenAt: shown(call.seenAt),
        seenBy: call.seenBy ?? '',
      }}
      save={(typed) => save(correctionOf(typed))}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title={`Put this call right: ${helperLabels[call.whom]}`}>
        <p>What it said before stays readable under the call, with your name and the reason.</p>
        <SelectField
          name="whom"
          label="Who was rung?"
          required="Choose who was rung"
          choices={choicesOf(helperLabels)}
        />
        <InstantField name="calledAt" legend="Rung at" required="Enter when they were rung" />
        <TextField name="calledBy" label="Rung by" required="Enter who rang" />
        <RadiosField
          name="reached"
          legend="Were they reached?"
          inline
          required="Say whether they were reached"
          choices={yesNo}
          further={(reached) => (reached === 'yes' ? <Reached /> : null)}
        />
        <RadiosField
          name="came"
          legend="Were they with the baby?"
          inline
          required="Say whether they were with the baby"
          choices={yesNo}
          further={(came) => (came === 'yes' ? <Came /> : null)}
        />
        <NoteField name="reason" label="Why is it put right?" required="Enter why" rows={2} />
      </FormPart>
    </Form>
  )
}

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

const Reached = () => (
  <div className="app-form__basis">
    <InstantField
      name="reachedAt"
      legend="Spoken to, or connected, at"
      required="Enter when they were spoken to"
    />
    <TextField
      name="reachedName"
      label="Who was spoken to; for 999 who on the unit spoke to them"
      required="Enter who was spoken to"
    />
    <NoteField name="advice" label="What they advised" rows={2} />
    <TextField name="reference" label="Their reference number (if any)" width={20} />
    <ConfirmField
      name="transferAdvised"
      label="They advise, or have arranged, that the baby leaves the unit"
    />
  </div>
)

const Came = () => (
  <div className="app-form__basis">
    <InstantField name="seenAt" legend="With the baby at" required="Enter when they came" />
    <TextField name="seenBy" label="Name and role, or the crew" required="Enter who came" />
  </div>
)
