import { findingKindLabels, visitKindLabels } from '#domain/oversight/visit.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { requirementChoices, type Visit, type VisitsView } from './view.ts'

interface Done {
  onDone: () => void
}

function PlanFields() {
  return (
    <>
      <RadiosField
        name="kind"
        legend="What is it?"
        required="Choose what it is"
        choices={choicesOf(visitKindLabels)}
      />
      <TextField name="title" label="Title" required="Enter a title" />
      <DateField name="plannedOn" legend="Planned for" required="Enter the day" />
    </>
  )
}

export function PlanVisitForm({ onDone }: Done) {
  const plan = useCommand(act.oversight.planVisit.mutate)
  return (
    <Form<InputOf<typeof act.oversight.planVisit.mutate>>
      act="Plan it"
      draft="oversight-visit"
      save={(typed) => plan(typed)}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <PlanFields />
    </Form>
  )
}

/** Another day, kind or title of what is planned. */
export function ChangeVisitForm({ visit, onDone }: Done & { visit: Visit }) {
  const change = useCommand(act.oversight.changeVisit.mutate)
  const { recordId: id, version, kind, title, plannedOn } = visit
  return (
    <Form<InputOf<typeof act.oversight.planVisit.mutate> & { reason: string }>
      act="Change it"
      draft={`oversight-visit-change:${id}:${version}`}
      save={({ reason, ...typed }) => change({ id, version, reason, visit: typed })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
      initial={{ kind, title, plannedOn }}
    >
      <PlanFields />
      <TextField name="reason" label="Why it is changed" required="Enter why it is changed" />
    </Form>
  )
}

/** That it was held, who came, with whom they spoke and what they saw. */
export function HoldVisitForm({ visit, onDone }: Done & { visit: Visit }) {
  const hold = useCommand(act.oversight.holdVisit.mutate)
  const { recordId: id, version } = visit
  return (
    <Form<Omit<InputOf<typeof act.oversight.holdVisit.mutate>, 'id' | 'version'>>
      act="It was held"
      draft={`oversight-visit-held:${id}`}
      save={(typed) => hold({ ...typed, id, version })}
      onSaved={onDone}
    >
      <DateField name="heldOn" legend="Held on" required="Enter the day on which it was held" />
      <TextField name="visitors" label="Who came, with their office" required="Enter who came" />
      <TextField
        name="spokenTo"
        label="With whom they spoke"
        hint="In numbers: six staff, two mothers, one social worker. Name no patient."
        required="Enter with whom they spoke"
      />
      <NoteField
        name="seen"
        label="What was seen"
        hint="Name no patient."
        required="Enter what was seen"
      />
    </Form>
  )
}

export function CallOffForm({ visit, onDone }: Done & { visit: Visit }) {
  const callOff = useCommand(act.oversight.callOffVisit.mutate)
  const { recordId: id, version } = visit
  return (
    <Form<{ because: string }>
      act="Call it off"
      kind="warning"
      draft={`oversight-visit-off:${id}`}
      save={({ because }) => callOff({ id, version, because })}
      onSaved={onDone}
    >
      <TextField
        name="because"
        label="Why it is called off"
        hint="It counts as not held in measure 5g-5."
        required="Enter why it is called off"
      />
    </Form>
  )
}

/** A strength, finding or recommendation of one requirement. */
export function FindingForm({
  visit,
  requirements,
  onDone,
}: Done & { visit: Visit; requirements: VisitsView['requirements'] }) {
  const add = useCommand(act.oversight.addFinding.mutate)
  return (
    <Form<Omit<InputOf<typeof act.oversight.addFinding.mutate>, 'visitId'>>
      act="Add it"
      draft={`visit-finding:${visit.recordId}`}
      save={(typed) => add({ ...typed, visitId: visit.recordId })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <RadiosField
        name="kind"
        legend="What is it?"
        required="Choose what it is"
        inline
        choices={choicesOf(findingKindLabels)}
      />
      <SelectField
        name="requirement"
        label="Of which requirement"
        required="Choose the requirement"
        choices={requirementChoices(requirements)}
      />
      <NoteField
        name="words"
        label="In their words"
        hint="Name no patient."
        required="Enter what was found"
      />
    </Form>
  )
}
