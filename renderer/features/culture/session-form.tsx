import { sessionKindLabels, sessionPromptLabels } from '#domain/culture/codes.ts'
import { agencyLabels } from '#domain/people/record.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { CheckboxesField } from '../../ui/form/checkboxes-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import type { Typed } from '../../ui/form/use-draft.ts'
import { useTyped } from '../../ui/form/use-typed.ts'
import { WholeNumberField } from '../../ui/form/whole-number-field.tsx'
import type { SessionsView, SessionView } from './view.ts'

type SessionInput = InputOf<typeof act.culture.recordSession.mutate>

interface SessionFormProps {
  view: SessionsView
  today: string
  onDone: () => void
}

/** Records a session of supervision or reflection that was led. */
export function RecordSession({ view, today, onDone }: SessionFormProps) {
  const record = useCommand(act.culture.recordSession.mutate)
  return (
    <Form<SessionInput>
      act="Record the session"
      draft="staff-session"
      save={(typed) => record(whole(typed))}
      onSaved={onDone}
      cancel={{ label: 'Back to the sessions', onClick: onDone }}
    >
      <SessionFields prefix="" view={view} today={today} />
    </Form>
  )
}

/** Corrects a session; its earlier version stays readable. */
export function CorrectSession({
  view,
  today,
  session,
  onDone,
}: SessionFormProps & { session: SessionView }) {
  const correct = useCommand(act.culture.correctSession.mutate)
  const { id, version } = session
  return (
    <Form<{ session: SessionInput; reason: string }>
      act="Save the session"
      draft={`correct-session:${id}:${version}`}
      initial={{ session: typedAgain(session) }}
      save={({ session: typed, reason }) => correct({ id, version, reason, session: whole(typed) })}
      onSaved={onDone}
      cancel={{ label: 'Back to the sessions', onClick: onDone }}
    >
      <SessionFields prefix="session." view={view} today={today} />
      <FormPart title="Why it is corrected">
        <TextField name="reason" label="Why it is corrected" required="Enter why it is corrected" />
      </FormPart>
    </Form>
  )
}

const whole = (typed: SessionInput): SessionInput => ({
  ...typed,
  attended: typed.attended ?? [],
  outsideCount: typed.outsideCount ?? 0,
  agencies: typed.agencies ?? [],
})

const typedAgain = (session: SessionView): Typed => ({
  kind: session.kind,
  heldOn: session.heldOn,
  minutes: String(session.minutes),
  theme: session.theme,
  prompt: session.prompt,
  episodeId: session.episodeId ?? '',
  facilitatorId: session.facilitatorId ?? '',
  facilitatorFrom: session.facilitatorFrom,
  attended: session.came?.map(({ id }) => id) ?? [],
  outsideCount: String(session.outsideCount),
  agencies: session.agencies,
  learnt: session.learnt,
})

interface FieldsProps {
  prefix: string
  view: SessionsView
  today: string
}

function SessionFields({ prefix, view, today }: FieldsProps) {
  const facilitator = useTyped<string>(`${prefix}facilitatorId`)
  const outside = useTyped<string>(`${prefix}outsideCount`)
  const people = view.staff.map(({ id, name, group }) => ({ value: id, label: name, hint: group }))
  return (
    <>
      <FormPart title="The session">
        <RadiosField
          name={`${prefix}kind`}
          legend="What was it?"
          required="Choose what it was"
          choices={choicesOf(sessionKindLabels)}
        />
        <DateField
          name={`${prefix}heldOn`}
          legend="When it was held"
          required="Enter when it was held"
          latest={today}
        />
        <WholeNumberField
          name={`${prefix}minutes`}
          label="How long, in minutes"
          required="Enter how long it was"
          least={10}
          most={480}
        />
        <SelectField
          name={`${prefix}theme`}
          label="Theme"
          required="Choose a theme"
          choices={view.themes.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <RadiosField
          name={`${prefix}prompt`}
          legend="What led to it?"
          required="Say what led to it"
          choices={choicesOf(sessionPromptLabels)}
        />
        {view.episodes.length > 0 && (
          <SelectField
            name={`${prefix}episodeId`}
            label="Episode that it looked back on (optional)"
            hint="By its time alone: no name of a baby stands with a session."
            prompt="None"
            choices={view.episodes.map(({ id, label }) => ({ value: id, label }))}
          />
        )}
      </FormPart>
      <FormPart title="Who led it, and who came">
        <SelectField
          name={`${prefix}facilitatorId`}
          label="Who led it"
          prompt="Somebody from outside"
          choices={people.map(({ value, label }) => ({ value, label }))}
        />
        {!facilitator && (
          <TextField
            name={`${prefix}facilitatorFrom`}
            label="Post and organisation of whoever led it"
            hint="Such as named nurse, community trust. The safeguarding lead records these sessions."
            required="Enter the post and organisation of whoever led it"
          />
        )}
        <CheckboxesField
          name={`${prefix}attended`}
          legend="Who came from the unit"
          hint="Only whoever led it and the safeguarding lead see these names. Everybody else sees counts by profession."
          required="Choose who came"
          choices={people}
        />
        <WholeNumberField
          name={`${prefix}outsideCount`}
          label="How many came from other agencies"
          hint="0 where nobody did."
          required="Enter how many came from other agencies, 0 for nobody"
          least={0}
          most={200}
        />
        {Number(outside) > 0 && (
          <CheckboxesField
            name={`${prefix}agencies`}
            legend="From which agencies"
            required="Choose from which agencies they came"
            choices={choicesOf(agencyLabels)}
          />
        )}
      </FormPart>
      <FormPart title="The learning">
        <NoteField
          name={`${prefix}learnt`}
          label="What was learnt (optional)"
          hint="For learning, never for judging anybody. Without the name of a mother, a baby or a colleague, and without repeating what somebody said word for word: the names of those on the unit are looked for before it is saved."
          limit={4000}
        />
      </FormPart>
    </>
  )
}
