import { InstantField } from '../../ui/form/instant-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

/** Whom it was agreed with, and when the mother was told. */
export function SocialWorkPart() {
  return (
    <FormPart title="Agreed and told">
      <TextField name="agreedWith" label="Agreed with the social worker: name and role (if so)" />
      <InstantField name="agreedAt" legend="When the social worker agreed (if so)" />
      <InstantField name="motherToldAt" legend="When the mother was told (if so)" />
    </FormPart>
  )
}
