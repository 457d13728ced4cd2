import { useParams } from '@tanstack/react-router'
import { act, useCommand } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { FormPart } from '../../ui/form/part.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { YesNoField } from '../../ui/form/yes-no-field.tsx'
import { StayFormPage } from './stay-form-page.tsx'
import { useBackToStay } from './use-back-to-stay.ts'

/** A correction of when she arrived and whether it was planned. */
export function CorrectStay() {
  const { stayId } = useParams({ from: '/stays/$stayId/correct' })
  const correct = useCommand(act.stays.correct.mutate)
  const back = useBackToStay(stayId)
  return (
    <StayFormPage stayId={stayId} title={() => 'Correct the arrival'}>
      {({ stay }) => (
        <Form<{ arrivedAt: string; planned: boolean; reason: string }>
          act="Save the correction"
          draft={`stay:${stay.id}:${stay.version}`}
          save={(input) => correct({ ...input, id: stay.id, version: stay.version })}
          onSaved={back}
          cancel={{ label: 'Go back', onClick: back }}
          initial={{
            arrivedAt: textOfInstant(stay.arrivedAt),
            planned: stay.planned ? 'yes' : 'no',
          }}
        >
          <FormPart title="Arrival">
            <InstantField
              name="arrivedAt"
              legend="When did the mother arrive on the unit?"
              required="Enter when the mother arrived"
            />
            <YesNoField
              name="planned"
              legend="Was the admission planned?"
              required="Say whether the admission was planned"
            />
            <TextField
              name="reason"
              label="Why it is corrected"
              hint="The old entry stays readable."
              required="Enter why it is corrected"
            />
          </FormPart>
        </Form>
      )}
    </StayFormPage>
  )
}
