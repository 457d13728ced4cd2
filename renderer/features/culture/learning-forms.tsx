import { checkOutcomeLabels, learningSourceLabels } from '#domain/culture/codes.ts'
import { formatDate } from '#domain/shared/calendar.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { ShownNote } from '../../ui/shown.tsx'
import type { LearningPointView, LearningView } from './view.ts'

interface Done {
  onDone: () => void
}
type Noted = InputOf<typeof act.culture.noteLearning.mutate>
type Made = InputOf<typeof act.culture.changeMade.mutate>
type Checked = InputOf<typeof act.culture.checkLearning.mutate>

const withoutNames =
  'Without the name of a mother, a baby or a colleague: the names of those on the unit are looked for before it is saved.'

/** What was learnt, and what will change because of it. */
export function NoteLearning({
  view,
  today,
  onDone,
}: Done & { view: LearningView; today: string }) {
  const noteIt = useCommand(act.culture.noteLearning.mutate)
  return (
    <Form<Noted>
      act="Note what was learnt"
      draft="learning-point"
      save={(typed) => noteIt(typed)}
      onSaved={onDone}
      cancel={{ label: 'Back to what was learnt', onClick: onDone }}
    >
      <FormPart title="The learning">
        <RadiosField
          name="source"
          legend="Where does it come from?"
          required="Choose where it comes from"
          choices={choicesOf(learningSourceLabels)}
        />
        <NoteField
          name="learnt"
          label="What was learnt"
          hint={withoutNames}
          required="Enter what was learnt"
        />
      </FormPart>
      <FormPart title="The change that follows">
        <NoteField
          name="change"
          label="What will be done in another way"
          required="Enter what will change"
        />
        <SelectField
          name="ownerId"
          label="Who sees to it"
          required="Choose who sees to it"
          choices={view.staff.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField
          name="changeDueOn"
          legend="By when"
          hint={`Within ${view.changeWithinDays} days. Whether it held is checked later.`}
          required="Enter by when it will be changed"
          earliest={today}
        />
      </FormPart>
    </Form>
  )
}

/** That the change was made. */
export function RecordChange({
  point,
  today,
  onDone,
}: Done & { point: LearningPointView; today: string }) {
  const record = useCommand(act.culture.changeMade.mutate)
  const { id, version } = point
  return (
    <Form<Omit<Made, 'id' | 'version'>>
      act="Record the change"
      draft={`learning-change:${id}:${version}`}
      save={(typed) => record({ ...typed, id, version })}
      onSaved={onDone}
      cancel={{ label: 'Back to what was learnt', onClick: onDone }}
    >
      <FormPart title="The change">
        <Learnt point={point} />
        <DateField
          name="madeOn"
          legend="When the change was made"
          required="Enter when the change was made"
          earliest={point.notedOn}
          latest={today}
        />
        <NoteField
          name="made"
          label="What was done"
          hint={withoutNames}
          required="Enter what was done"
        />
      </FormPart>
    </Form>
  )
}

interface CheckProps extends Done {
  view: LearningView
  point: LearningPointView
  today: string
}

/** Whether the change held, at least four weeks later. */
export function CheckChange({ view, point, today, onDone }: CheckProps) {
  const check = useCommand(act.culture.checkLearning.mutate)
  return (
    <Form<Omit<Checked, 'learningId'>>
      act="Record the check"
      draft={`learning-check:${point.id}`}
      save={(typed) => check({ ...typed, learningId: point.id })}
      onSaved={onDone}
      cancel={{ label: 'Back to what was learnt', onClick: onDone }}
    >
      <FormPart title="Whether it held">
        <Learnt point={point} />
        {point.checkFrom && today < point.checkFrom && (
          <p className="app-quiet">
            The change was made on {formatDate(point.madeOn ?? today)}. Whether it holds can be told
            from {formatDate(point.checkFrom)}, {view.checkNotBeforeDays} days later.
          </p>
        )}
        <DateField
          name="checkedOn"
          legend="When it was checked"
          required="Enter when it was checked"
          latest={today}
        />
        <RadiosField
          name="outcome"
          legend="Did the change hold?"
          required="Say whether it held"
          choices={choicesOf(checkOutcomeLabels)}
        />
        <NoteField
          name="how"
          label="How it was checked, and what was found"
          hint={withoutNames}
          required="Enter how it was checked"
        />
      </FormPart>
    </Form>
  )
}

/** Marks a learning point as entered in error. */
export function WithdrawLearning({ point, onDone }: Done & { point: LearningPointView }) {
  const withdraw = useCommand(act.culture.withdrawLearning.mutate)
  const { id, version } = point
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
        required="Enter why it was entered in error"
      />
    </Form>
  )
}

const Learnt = ({ point }: { point: LearningPointView }) => (
  <>
    <ShownNote>{point.learnt}</ShownNote>
    <ShownNote>{`What changes: ${point.change}`}</ShownNote>
  </>
)
