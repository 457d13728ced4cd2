import { act, type InputOf, read, useCommand, useRead } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { FormRow } from '../../ui/form/part.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { YesNoField } from '../../ui/form/yes-no-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Ready } from '../reading.tsx'

/** Puts somebody on shift, as nurse in charge or not. */
export function AddDuty({ onDone }: { onDone: () => void }) {
  const staff = useRead(read.users.staff.queryOptions(undefined))
  const now = useServiceNow()
  const add = useCommand(act.users.addDuty.mutate)
  return (
    <Ready reading={staff}>
      {(people) => (
        <Form<InputOf<typeof act.users.addDuty.mutate>>
          act="Add to the shift"
          save={(input) => add(input)}
          onSaved={onDone}
          cancel={{ label: 'Go back', onClick: onDone }}
        >
          <SelectField
            name="staffId"
            label="Who"
            required="Choose who is on shift"
            choices={people
              .filter(({ leftOn }) => leftOn === null)
              .map(({ recordId, name }) => ({ value: recordId, label: name }))}
          />
          <FormRow>
            <InstantField
              name="startsAt"
              suggest={{ label: 'Now', instant: now() }}
              legend="Starts"
              required="Enter when the shift starts"
              future
            />
            <InstantField name="endsAt" legend="Ends" required="Enter when the shift ends" future />
          </FormRow>
          <YesNoField
            name="nurseInCharge"
            legend="Nurse in charge of this shift?"
            hint="Nobody says yes for themselves: the nurse who hands over, another nurse or the ward manager records it."
            required="Say whether they are nurse in charge"
          />
        </Form>
      )}
    </Ready>
  )
}
