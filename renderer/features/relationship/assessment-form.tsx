import { changeLabels, changes, purposeLabels, settingLabels } from '#domain/relationship/codes.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { CheckboxesField } from '../../ui/form/checkboxes-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart, FormRow } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { WholeNumberField } from '../../ui/form/whole-number-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { CapacityFields } from './capacity-fields.tsx'
import { initialOf } from './initial.ts'
import { RaterFields } from './rater-fields.tsx'
import { ToolFields } from './tool-fields.tsx'
import type { Assessment, RelationshipView } from './view.ts'

type Input = InputOf<typeof act.relationship.assess.mutate>
type TypedTool = { toolId: string; scoredOn: string; scores?: ({ score?: number } | undefined)[] }
type Typed = Omit<Input, 'pairId' | 'tools'> & { tools?: TypedTool[]; reason?: string }

interface AssessmentFormProps {
  view: RelationshipView
  /** The assessment that is corrected; without it, a new one is made. */
  correcting?: Assessment
  staff: readonly { id: string; name: string }[]
  me: { name: string; staffId: string }
  onDone: () => void
}

/** A weekly assessment, agreed by its raters and signed by one of them. */
export function AssessmentForm({ view, correcting, staff, me, onDone }: AssessmentFormProps) {
  const assess = useCommand(act.relationship.assess.mutate)
  const correct = useCommand(act.relationship.correct.mutate)
  const today = dateOf(useServiceNow()())
  const isFirst = view.assessments.filter((one) => one !== correcting).length === 0
  const save = ({ reason, tools, ...typed }: Typed, beside: object) => {
    const assessment: Input = { ...typed, pairId: view.pair.id, tools: scoredTools(view, tools) }
    return correcting
      ? correct(
          {
            id: correcting.recordId,
            version: correcting.version,
            reason: reason ?? '',
            assessment,
          },
          beside,
        )
      : assess(assessment, beside)
  }
  return (
    <Form<Typed>
      act={correcting ? 'Sign the correction' : 'Sign the assessment'}
      draft={
        correcting
          ? `relationship:${correcting.recordId}:${correcting.version}`
          : `relationship:${view.pair.id}`
      }
      save={save}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
      initial={
        correcting ? initialOf(correcting, view.tools) : { raters: [{ staffId: me.staffId }] }
      }
    >
      <FormPart title="Who rated, and when">
        <InstantField
          name="ratedAt"
          legend="When the raters agreed on it"
          required="Enter when the raters agreed on it"
        />
        <RaterFields staff={staff} />
      </FormPart>
      <FormPart title="What it is for">
        <RadiosField
          name="purpose"
          legend="What is it for?"
          required="Choose what it is for"
          choices={choicesOf(purposeLabels)}
          further={(value) =>
            value === 'clinical' ? null : (
              <TextField
                name="askedBy"
                label="Which authority or court asked for it, and when"
                required="Enter which authority or court asked for it, and when"
              />
            )
          }
        />
      </FormPart>
      <FormPart title="What was watched">
        <FormRow>
          <DateField
            name="observedFrom"
            legend="From"
            required="Enter the first day"
            latest={today}
          />
          <DateField name="observedTo" legend="To" required="Enter the last day" latest={today} />
        </FormRow>
        <WholeNumberField
          name="hoursWatched"
          label="For how many hours the raters watched, all together"
          hint="Leave it empty where nobody counted."
          least={0}
          most={999}
        />
        <CheckboxesField
          name="settings"
          legend="Where and at what"
          required="Choose where and at what they were watched"
          choices={choicesOf(settingLabels)}
        />
      </FormPart>
      <FormPart title="What was seen">
        <NoteField
          name="observed"
          label="What was seen and heard: only what somebody watching would have seen too"
          rows={6}
          required="Enter what was seen"
        />
      </FormPart>
      <FormPart title="What it means">
        <NoteField
          name="interpretation"
          label="What the raters take it to mean: their opinion"
          rows={4}
          required="Enter what the raters take it to mean"
        />
        <NoteField name="strengths" label="Strengths" rows={3} required="Enter the strengths" />
        <NoteField
          name="concerns"
          label="Concerns"
          hint="Write “none” where there are none."
          rows={3}
          required="Enter the concerns, or “none”"
        />
        <NoteField
          name="illness"
          label="What her illness and medicines may have to do with it"
          rows={2}
        />
        {!isFirst && (
          <>
            <RadiosField
              name="change"
              legend="Against the assessment before"
              required="Say how it is against the assessment before"
              choices={changes.map((value) => ({ value, label: changeLabels[value] }))}
            />
            <TextField name="changeText" label="In what" />
          </>
        )}
      </FormPart>
      <CapacityFields today={today} />
      <FormPart title="Tools">
        <ToolFields tools={view.tools} today={today} />
      </FormPart>
      {correcting && (
        <TextField
          name="reason"
          label="Why it is corrected"
          hint="The old version stays readable."
          required="Enter why it is corrected"
        />
      )}
      <SignatureField signer={me.name} />
    </Form>
  )
}

/** Every scale of a tool in its order, with its figure where one was typed. */
const scoredTools = (view: RelationshipView, typed: TypedTool[] = []): Input['tools'] =>
  typed.map(({ toolId, scoredOn, scores }) => ({
    toolId,
    scoredOn,
    scores: (view.tools.find(({ id }) => id === toolId)?.scales ?? []).map(({ id }, index) => ({
      scaleId: id,
      score: scores?.[index]?.score ?? null,
    })),
  }))
