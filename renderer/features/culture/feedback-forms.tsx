import { useState } from 'react'
import { agencyLabels } from '#domain/people/record.ts'
import { act, type InputOf, saveFile, useCommand } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import type { FeedbackView, PartnershipView } from './view.ts'

interface Done {
  onDone: () => void
}
type Asked = InputOf<typeof act.culture.askFeedback.mutate>
type Returned = InputOf<typeof act.culture.enterFeedback.mutate>

/** That a partner was given a form. */
export function AskFeedback({
  view,
  today,
  onDone,
}: Done & { view: PartnershipView; today: string }) {
  const ask = useCommand(act.culture.askFeedback.mutate)
  return (
    <Form<Asked>
      act="Enter that they were asked"
      draft="partner-asked"
      save={(typed) => ask(typed)}
      onSaved={onDone}
      cancel={{ label: 'Back to partnership', onClick: onDone }}
    >
      <FormPart title="Who was asked">
        <SelectField
          name="agency"
          label="Which agency?"
          required="Choose which agency was asked"
          choices={choicesOf(agencyLabels)}
        />
        <TextField
          name="occasion"
          label="What they worked with the unit on"
          hint="Without a name, such as: a discharge planned together."
          required="Enter what they worked with the unit on"
        />
        <DateField
          name="askedOn"
          legend="When they were given the form"
          hint={`It is due back ${view.feedbackWithin}.`}
          required="Enter when they were given the form"
          latest={today}
        />
      </FormPart>
    </Form>
  )
}

interface EnterProps extends Done {
  view: PartnershipView
  form: FeedbackView
  today: string
}

const marks = ['1', '2', '3', '4', '5'].map((value) => ({
  value,
  label: value === '1' ? '1 not at all' : value === '5' ? '5 wholly' : value,
}))

/** What stands on a form that came back. A question that was left empty stays empty. */
export function EnterFeedback({ view, form, today, onDone }: EnterProps) {
  const enter = useCommand(act.culture.enterFeedback.mutate)
  const { id, version } = form
  return (
    <Form<Omit<Returned, 'id' | 'version'>>
      act="Enter the form"
      draft={`partner-form:${id}:${version}`}
      save={(typed) => enter({ ...typed, marks: typed.marks ?? {}, id, version })}
      onSaved={onDone}
      cancel={{ label: 'Back to partnership', onClick: onDone }}
    >
      <FormPart title="The form as it came back">
        <DateField
          name="returnedOn"
          legend="When it came back"
          required="Enter when it came back"
          earliest={form.askedOn}
          latest={today}
        />
        {view.questions.map((question) => (
          <RadiosField
            key={question.id}
            name={`marks.${question.id}`}
            legend={`${question.name} (leave it open if they did)`}
            inline
            choices={marks}
            read={Number}
          />
        ))}
        <NoteField
          name="comment"
          label="What they wrote (optional)"
          hint="Word for word, without names: the names of those who were on the unit are looked for before it is saved."
          limit={4000}
        />
      </FormPart>
    </Form>
  )
}

/** Takes the paper form away as a PDF. */
export function FormToPrint() {
  const [said, say] = useState('')
  const [busy, setBusy] = useState(false)
  const take = async () => {
    setBusy(true)
    const reply = await act.culture.feedbackForm.query().catch(() => undefined)
    say(await outcomeOf(reply))
    setBusy(false)
  }
  return (
    <>
      <Button kind="quiet" small disabled={busy} onClick={() => void take()}>
        Form for partners as PDF
      </Button>
      <span role="status">{said}</span>
    </>
  )
}

type Answer = Awaited<ReturnType<typeof act.culture.feedbackForm.query>> | undefined

async function outcomeOf(reply: Answer): Promise<string> {
  if (reply === undefined) return 'The form could not be made. Try again'
  if (!reply.ok) return reply.failure.message
  const { name, bytes } = reply.value as { name: string; bytes: Uint8Array }
  const how = await saveFile(name, bytes).catch(() => 'failed' as const)
  if (how === 'saved') return `${name} is saved`
  return how === 'cancelled'
    ? 'Nothing was saved'
    : 'The file could not be saved there. Choose another folder'
}
