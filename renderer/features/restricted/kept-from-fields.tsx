import { keptFromLabels } from '#domain/restricted/entry.ts'
import { CheckboxesField } from '../../ui/form/checkboxes-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { TextField } from '../../ui/form/text-field.tsx'

/** From whom something is kept, and why. */
export function KeptFromFields() {
  return (
    <>
      <CheckboxesField
        name="keptFrom"
        legend="From whom is it kept?"
        required="Say from whom it is kept"
        choices={choicesOf(keptFromLabels)}
      />
      <TextField
        name="because"
        label="Why they must not see it"
        required="Enter why they must not see it"
      />
    </>
  )
}
