import { agreementLabels, plannedEndLabels } from '#domain/discharge/plan.ts'
import { act, type InputOf, type Outputs, useCommand } from '../../api.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

type Typed = Omit<InputOf<typeof act.discharge.plan.mutate>, 'stayId' | 'version'>

interface PlanFormProps {
  stayId: string
  plan: Outputs['discharge']['view']['plan']
  onDone: () => void
}

/** The plan for the end of a stay. Saving it also lists who must be told before they leave. */
export function PlanForm({ stayId, plan, onDone }: PlanFormProps) {
  const save = useCommand(act.discharge.plan.mutate)
  return (
    <Form<Typed>
      act="Save the plan"
      draft={`discharge:${stayId}:${plan?.version ?? 0}`}
      save={(typed) => save({ ...typed, stayId, version: plan?.version ?? null })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
      initial={initialOf(plan)}
    >
      <FormPart title="Where to">
        <InstantField
          name="plannedFor"
          legend="When are they to leave?"
          required="Enter when they are to leave"
          future
        />
        <SelectField
          name="whereTo"
          label="Where to"
          required="Choose where to"
          choices={choicesOf(plannedEndLabels)}
        />
        <TextField
          name="destination"
          label="To whom, and where: the household, the ward, the address"
          hint="It is printed in the summary. Leave out whoever must not be told."
          required="Enter to whom and where they go"
        />
      </FormPart>
      <FormPart title="The social worker">
        <RadiosField
          name="agreement"
          legend="Has the social worker agreed to the plan?"
          required="Say whether the social worker has agreed"
          choices={choicesOf(agreementLabels)}
          further={(value) => (value === 'agreed' ? <Agreed /> : null)}
        />
        <NoteField
          name="agreedWhat"
          label="What was agreed; or why nobody has agreed"
          required="Enter what was agreed, or why nobody has agreed"
        />
      </FormPart>
      <FormPart title="What goes on">
        <NoteField
          name="followUp"
          label="Follow-up: who sees mother and baby, when"
          required="Enter the follow-up, or that there is none"
        />
        <NoteField
          name="parenting"
          label="Supervision and parenting at discharge: who may be alone with the baby, and who helps"
          required="Enter supervision and parenting at discharge"
        />
        <NoteField
          name="medication"
          label="Medicines of mother and baby"
          required="Enter the medicines, or that there are none"
        />
        <NoteField name="feeding" label="Feeding" required="Enter how the baby is fed" />
        <NoteField
          name="weight"
          label="Weight, and how it has gone"
          required="Enter the weight, or that it is not known"
        />
        <NoteField
          name="documents"
          label="Documents handed on: which, to whom"
          required="Enter which documents are handed on, or that there are none"
        />
      </FormPart>
    </Form>
  )
}

/** What is planned so far, as the fields hold it. */
function initialOf(plan: PlanFormProps['plan']) {
  if (!plan) return {}
  const { whereTo, destination, agreement, agreedWhat, followUp, parenting } = plan
  const { medication, feeding, weight, documents } = plan
  return {
    plannedFor: textOfInstant(plan.plannedFor),
    agreedWith: plan.agreedWith ?? '',
    agreedAt: plan.agreedAt === null ? '' : textOfInstant(plan.agreedAt),
    ...{ whereTo, destination, agreement, agreedWhat, followUp, parenting },
    ...{ medication, feeding, weight, documents },
  }
}

function Agreed() {
  return (
    <>
      <TextField
        name="agreedWith"
        label="Who agreed: name and role"
        required="Enter who agreed: name and role"
      />
      <InstantField name="agreedAt" legend="When?" required="Enter when it was agreed" />
    </>
  )
}
