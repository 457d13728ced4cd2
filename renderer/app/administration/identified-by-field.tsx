import { wayOfKnowingLabels, waysOfKnowing } from '#domain/users/password-reset.ts'
import { RadiosField } from '../../ui/form/radios-field.tsx'

/** How whoever hands out a password knows that its owner stands there. */
export function IdentifiedByField() {
  return (
    <RadiosField
      name="identifiedBy"
      legend="How do you know that it is them?"
      hint="Never for somebody who is not here, such as on the telephone."
      required="Say how you know that it is them"
      choices={waysOfKnowing.map((value) => ({ value, label: wayOfKnowingLabels[value] }))}
    />
  )
}
