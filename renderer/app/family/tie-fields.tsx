import { householdLabels, relationLabels, responsibilityLabels } from '#domain/people/record.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { ContactSafetyFields } from './contact-safety-fields.tsx'

/** What somebody is to another, on what basis, and whether contact is safe. */
export function TieFields({ prefix }: { prefix: string }) {
  const today = dateOf(useServiceNow()())
  return (
    <>
      <SelectField
        name={`${prefix}relation`}
        label="Relation"
        hint="What they are to the person chosen. A father is written down only with the basis of it."
        required="Choose the relation"
        choices={choicesOf(relationLabels)}
      />
      <RadiosField
        name={`${prefix}parentalResponsibility`}
        legend="Parental responsibility"
        hint="Yes only where a document shows it; what was said is not known until then."
        required="Say whether they hold parental responsibility"
        choices={choicesOf(responsibilityLabels)}
      />
      <RadiosField
        name={`${prefix}livesWith`}
        legend="Household"
        required="Say where they live"
        choices={choicesOf(householdLabels)}
      />
      <BasisField name={`${prefix}basis`} of="this" today={today} />
      <ContactSafetyFields prefix={prefix} />
    </>
  )
}
