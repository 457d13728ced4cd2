import { capacityLabels, timescaleLabels } from '#domain/relationship/capacity.ts'
import type { CivilDate } from '#domain/shared/time.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

/** What a parent can change, by what steps and by when; and a diagnosis with its basis (Finding Four). */
export function CapacityFields({ today }: { today: CivilDate }) {
  return (
    <FormPart title="Capacity to change">
      <RadiosField
        name="capacity"
        legend="What has been seen of her capacity to change?"
        required="Choose what has been seen of it, or that it was not assessed this time"
        choices={choicesOf(capacityLabels)}
        further={(value) => (value === 'not-assessed' ? null : <Steps />)}
      />
      <TextField
        name="diagnosis"
        label="Diagnosis, if the assessment rests on one"
        hint="Only one that somebody has made. A personality disorder is named here with its basis, or not at all."
      />
      <TextField name="diagnosisBy" label="Who made the diagnosis" />
      <DateField name="diagnosisOn" legend="When it was made" latest={today} />
    </FormPart>
  )
}

const Steps = () => (
  <>
    <NoteField
      name="capacitySteps"
      label="What has to change, and by what steps or treatment"
      rows={3}
      required="Enter what has to change, and by what steps or treatment"
    />
    <DateField
      name="capacityBy"
      legend="By when it is expected"
      hint="Leave it empty where nobody can say."
    />
    <RadiosField
      name="capacityForBaby"
      legend="Against what the baby needs"
      required="Say how that stands against what the baby needs"
      choices={choicesOf(timescaleLabels)}
    />
  </>
)
