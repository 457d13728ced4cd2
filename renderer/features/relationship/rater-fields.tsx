import { trainedLabels } from '#domain/relationship/codes.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { FormRow } from '../../ui/form/part.tsx'
import { Repeat } from '../../ui/form/repeat.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'

interface RaterFieldsProps {
  staff: readonly { id: string; name: string }[]
}

/** Who rated: several who agreed are more reliable than one. */
export function RaterFields({ staff }: RaterFieldsProps) {
  return (
    <Repeat
      name="raters"
      least={1}
      most={8}
      addLabel="Add a rater"
      removeLabel={(index) => `Take rater ${index + 1} out`}
    >
      {(prefix, index) => (
        <FormRow>
          <SelectField
            name={`${prefix}.staffId`}
            label={`Rater ${index + 1}`}
            required="Choose who rated"
            choices={staff.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            name={`${prefix}.trained`}
            label="Trained in it?"
            required="Say whether they are trained in it"
            choices={choicesOf(trainedLabels)}
          />
        </FormRow>
      )}
    </Repeat>
  )
}
