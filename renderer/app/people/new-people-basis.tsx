import { dateOf } from '#domain/shared/calendar.ts'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'

/** How it is known who the new people of a form are: asked once for all of them (Finding Seven). */
export function NewPeopleBasis() {
  const today = dateOf(useServiceNow()())
  return (
    <FormPart title="How you know who they are">
      <BasisField
        name="basis"
        of="who they are (name, birth, number)"
        today={today}
        optional={{
          hint: 'Once for everybody who is new on record. Not asked for those who are found.',
        }}
      />
    </FormPart>
  )
}
