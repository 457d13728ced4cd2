import { agencyLabels } from '#domain/people/record.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { ContactSafetyFields } from './contact-safety-fields.tsx'

/** Who a professional or a team is, how they are reached, and whether contact is safe. */
export function ContactFields({ prefix }: { prefix: string }) {
  const today = dateOf(useServiceNow()())
  return (
    <>
      <SelectField
        name={`${prefix}agency`}
        label="Agency"
        required="Choose the agency"
        choices={choicesOf(agencyLabels)}
      />
      <TextField
        name={`${prefix}name`}
        label="Name, or name of the team"
        required="Enter the name"
      />
      <TextField name={`${prefix}role`} label="Role" required="Enter the role" />
      <TextField
        name={`${prefix}telephone`}
        label="Telephone"
        hint="A telephone number or an email address is needed."
        inputMode="tel"
        width={20}
      />
      <TextField name={`${prefix}email`} label="Email (optional)" inputMode="email" />
      <ContactSafetyFields prefix={prefix} />
      <BasisField name={`${prefix}basis`} of="this contact" today={today} />
    </>
  )
}
