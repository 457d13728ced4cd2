import type { Reply } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { type Helper, helperLabels, helpers } from '#domain/unwell-baby/record.ts'
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
import { useTyped } from '../../ui/form/use-typed.ts'
import { given } from '../../ui/optional.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { type CallTyped, callOf, type HelpCall, type SpokenTyped } from './help-typed.ts'

interface HelpFormProps {
  /** The name under which what is typed is kept until it is saved. */
  draft?: string
  myName: string
  /** Whom to ring now, the first choice first. */
  ring: readonly Helper[]
  save: (made: HelpCall) => Promise<Reply<unknown>>
  onDone: () => void
}

/** One call for help: whom, when, who was spoken to, and what they said. */
export function HelpForm({ draft, myName, ring, save, onDone }: HelpFormProps) {
  const now = useServiceNow()
  const first = ring[0]
  return (
    <Form<CallTyped>
      act="Record the call"
      {...given({ draft })}
      initial={{
        calledAt: textOfInstant(now()),
        calledBy: myName,
        ...(first ? { whom: first } : {}),
      }}
      save={(typed) => save(callOf(typed))}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="A call for help">
        <SelectField
          name="whom"
          label="Who was rung?"
          required="Choose who was rung"
          choices={[...new Set([...ring, ...helpers])].map((value) => ({
            value,
            label: helperLabels[value],
          }))}
        />
        <InstantField name="calledAt" legend="Rung at" required="Enter when they were rung" />
        <TextField name="calledBy" label="Rung by" required="Enter who rang" />
        <RadiosField
          name="reached"
          legend="Were they reached?"
          hint="Ringing is not reaching: somebody was spoken to, or 999 was connected."
          inline
          required="Say whether they were reached"
          choices={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No, not yet' },
          ]}
          further={(reached) =>
            reached === 'yes' ? <Spoken prefix="spoken." myName={myName} /> : null
          }
        />
      </FormPart>
    </Form>
  )
}

interface SpokenProps {
  prefix: '' | 'spoken.'
  myName: string
  /** Whom the call was to, where the form does not ask it. */
  whom?: Helper
}

/** Who was spoken to, when, and what they said. */
function Spoken({ prefix, myName, whom }: SpokenProps) {
  const typed = useTyped<Helper>('whom')
  const is999 = (whom ?? typed) === '999'
  return (
    <div className="app-form__basis">
      <InstantField
        name={`${prefix}reachedAt`}
        legend={is999 ? '999 was connected at' : 'Spoken to at'}
        required="Enter when they were spoken to"
      />
      <TextField
        key={is999 ? '999' : 'clinician'}
        name={`${prefix}reachedName`}
        label={
          is999
            ? `Who on the unit spoke to 999 (${myName}, or a colleague)`
            : 'Name and role of who was spoken to'
        }
        required={is999 ? 'Enter who on the unit spoke to 999' : 'Enter who was spoken to'}
      />
      <NoteField name={`${prefix}advice`} label="What they advised" rows={2} />
      <TextField name={`${prefix}reference`} label="Their reference number (if any)" width={20} />
      <ConfirmField
        name={`${prefix}transferAdvised`}
        label="They advise, or have arranged, that the baby leaves the unit"
      />
    </div>
  )
}

interface ReachedFormProps {
  /** The name under which what is typed is kept until it is saved. */
  draft?: string
  myName: string
  whom: Helper
  /** What is on record of the call already. */
  known: {
    reachedAt: Instant | null
    reachedName: string | null
    advice: string
    reference: string | null
    transferAdvised: boolean
  }
  save: (spoken: SpokenTyped) => Promise<Reply<unknown>>
  onDone: () => void
}

/** Somebody who was rung before has now been spoken to; or more is known of what they said. */
export function ReachedForm({ draft, myName, whom, known, save, onDone }: ReachedFormProps) {
  const now = useServiceNow()
  return (
    <Form<SpokenTyped>
      act={`${helperLabels[whom]} reached: record it`}
      {...given({ draft })}
      initial={{
        reachedAt: textOfInstant(known.reachedAt ?? now()),
        reachedName: known.reachedName ?? (whom === '999' ? myName : ''),
        advice: known.advice,
        reference: known.reference ?? '',
        transferAdvised: known.transferAdvised,
      }}
      save={save}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title={`Reached: ${helperLabels[whom]}`}>
        <Spoken prefix="" myName={myName} whom={whom} />
      </FormPart>
    </Form>
  )
}

interface SeenTyped {
  whom?: Helper
  seenAt: Instant
  seenBy: string
}

interface SeenFormProps {
  whom: Helper
  /** A call to them is on record: who came is not asked again. */
  known: boolean
  save: (seen: SeenTyped) => Promise<Reply<unknown>>
  onDone: () => void
}

/** The doctor or the crew is with the baby. */
export function SeenForm({ whom, known, save, onDone }: SeenFormProps) {
  const now = useServiceNow()
  return (
    <Form<SeenTyped>
      act="Record that they are with the baby"
      initial={{ whom, seenAt: textOfInstant(now()) }}
      save={save}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title={known ? `With the baby: ${helperLabels[whom]}` : 'With the baby'}>
        {!known && (
          <SelectField
            name="whom"
            label="Who came?"
            required="Choose who came"
            choices={choicesOf(helperLabels)}
          />
        )}
        <InstantField name="seenAt" legend="With the baby at" required="Enter when they came" />
        <TextField name="seenBy" label="Name and role, or the crew" required="Enter who came" />
      </FormPart>
    </Form>
  )
}
