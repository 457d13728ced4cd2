import { InstantField } from '../../ui/form/instant-field.tsx'
import { FormRow } from '../../ui/form/part.tsx'
import { YesNoField } from '../../ui/form/yes-no-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'

/** From when to when, and whether in charge: of a shift that is added or changed. */
export function DutyFields({ prefix = '' }: { prefix?: string }) {
  const now = useServiceNow()
  return (
    <>
      <FormRow>
        <InstantField
          name={`${prefix}startsAt`}
          suggest={{ label: 'Now', instant: now() }}
          legend="Starts"
          required="Enter when the shift starts"
          future
        />
        <InstantField
          name={`${prefix}endsAt`}
          legend="Ends"
          required="Enter when the shift ends"
          future
        />
      </FormRow>
      <YesNoField
        name={`${prefix}nurseInCharge`}
        legend="Nurse in charge of this shift?"
        hint="Nobody says yes for themselves: the nurse who hands over, another nurse or the ward manager records it."
        required="Say whether they are nurse in charge"
      />
    </>
  )
}
