import { useParams } from '@tanstack/react-router'
import { observationLevelLabels } from '#domain/stays/record.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { StayFormPage } from './stay-form-page.tsx'
import { useBackToStay } from './use-back-to-stay.ts'

/** The mother's own observation level: a scale apart from supervision of mother with baby. */
export function SetObservation() {
  const { stayId } = useParams({ from: '/stays/$stayId/observation' })
  const set = useCommand(act.stays.setObservation.mutate)
  const back = useBackToStay(stayId)
  return (
    <StayFormPage stayId={stayId} title={() => 'Set the observation level of the mother'}>
      {() => (
        <Form<InputOf<typeof act.stays.setObservation.mutate>>
          act="Set the level"
          draft={`observation:${stayId}`}
          save={(input) => set({ ...input, stayId })}
          onSaved={back}
          cancel={{ label: 'Go back', onClick: back }}
        >
          <FormPart title="Observation of the mother">
            <p>
              This is about the mother herself. Supervision of mother with baby is set apart. The
              same level again renews it.
            </p>
            <RadiosField
              name="level"
              legend="Level"
              required="Choose the level"
              choices={choicesOf(observationLevelLabels)}
            />
            <InstantField name="startsAt" legend="From" required="Enter from when" />
            <NoteField name="rationale" label="Reason" required="Enter the reason" rows={3} />
          </FormPart>
        </Form>
      )}
    </StayFormPage>
  )
}
