import { act, useCommand } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { ShownNote } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { SpotChecksView, SpotCheckView } from './view.ts'

interface Done {
  onDone: () => void
}

interface AskProps {
  view: SpotChecksView
  pairId: string
  onAsked: () => void
  onCancel: () => void
}

/** Draws five questions for one member of staff. Nobody sees them before they are on record. */
export function AskSpotCheck({ view, pairId, onAsked, onCancel }: AskProps) {
  const ask = useCommand(act.culture.askSpotCheck.mutate)
  return (
    <Form<{ staffId: string }>
      act="Draw five questions"
      save={(typed) => ask({ ...typed, pairId })}
      onSaved={onAsked}
      cancel={{ label: 'Back to the spot checks', onClick: onCancel }}
    >
      <FormPart title="Who is asked">
        <p className="app-quiet">
          The questions are drawn when you press the button. A check that is begun and not answered
          counts as not passed.
        </p>
        <SelectField
          name="staffId"
          label="Member of staff"
          required="Choose who is asked"
          choices={view.staff.map(({ id, name, group }) => ({
            value: id,
            label: `${name}, ${group.toLowerCase()}`,
          }))}
        />
      </FormPart>
    </Form>
  )
}

/** The answers as they were given. */
export function AnswerSpotCheck({ check, onDone }: Done & { check: SpotCheckView }) {
  const answer = useCommand(act.culture.answerSpotCheck.mutate)
  const { id, version } = check
  return (
    <Form<{ answers: Record<string, string>; talked?: string }>
      act="Record the answers"
      draft={`spot-check:${id}:${version}`}
      save={(typed) => answer({ ...typed, answers: typed.answers ?? {}, id, version })}
      onSaved={onDone}
      cancel={{ label: 'Back to the spot checks', onClick: onDone }}
    >
      <FormPart title="The questions">
        <p className="app-quiet">
          Read each out and take the first answer. A question that stays open counts as not
          answered.
        </p>
        {check.questions.map((question, index) => (
          <RadiosField
            key={question.id}
            name={`answers.${question.id}`}
            legend={`${index + 1}. ${question.text}`}
            choices={question.options.map((option) => ({ value: option.id, label: option.text }))}
          />
        ))}
      </FormPart>
      <FormPart title="Afterwards">
        <NoteField
          name="talked"
          label="What was talked through (optional)"
          hint="Without names: the names of those on the unit are looked for before it is saved."
          limit={2000}
        />
      </FormPart>
    </Form>
  )
}

/** A check that has been answered: what was said, and what is right. */
export function AnsweredSpotCheck({ check }: { check: SpotCheckView }) {
  return (
    <ol>
      {check.questions.map(({ id, text, options, right, chosen }) => (
        <li key={id}>
          <p>{text}</p>
          <p>
            <Tag tone={chosen === right ? 'good' : 'warning'}>
              {chosen === null ? 'Not answered' : chosen === right ? 'Right' : 'Wrong'}
            </Tag>{' '}
            {options.find((option) => option.id === chosen)?.text}
          </p>
          {chosen !== right && (
            <ShownNote>{`Right is: ${options.find((option) => option.id === right)?.text ?? ''}`}</ShownNote>
          )}
        </li>
      ))}
    </ol>
  )
}

/** Marks a spot check as entered in error. */
export function WithdrawSpotCheck({ check, onDone }: Done & { check: SpotCheckView }) {
  const withdraw = useCommand(act.culture.withdrawSpotCheck.mutate)
  const { id, version } = check
  return (
    <Form<{ reason: string }>
      act="Mark as entered in error"
      kind="warning"
      save={({ reason }) => withdraw({ id, version, reason })}
      onSaved={onDone}
    >
      <TextField
        name="reason"
        label="Why it was entered in error"
        hint="A check that went badly is no error."
        required="Enter why it was entered in error"
      />
    </Form>
  )
}
