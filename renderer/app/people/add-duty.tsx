import { act, type InputOf, read, useCommand, useRead } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { Ready } from '../reading.tsx'
import { DutyFields } from './duty-fields.tsx'

/** Puts somebody on shift, as nurse in charge or not. */
export function AddDuty({ onDone }: { onDone: () => void }) {
  const staff = useRead(read.users.staff.queryOptions(undefined))
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
          <DutyFields />
        </Form>
      )}
    </Ready>
  )
}
