import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'

/** Why these levels, on what evidence, and what a court or an authority requires. */
export function WhyPart() {
  return (
    <FormPart title="Why">
      <NoteField
        name="rationale"
        label="Reason for these levels"
        required="Enter the reason for these levels"
        rows={3}
      />
      <NoteField
        name="evidence"
        label="What was seen, and by whom; what was read or told"
        required="Enter the evidence"
        rows={3}
      />
      <NoteField
        name="authorityRequirement"
        label="What a court or an authority requires (if anything)"
        hint="It does not lapse with this form."
        rows={2}
      />
    </FormPart>
  )
}
