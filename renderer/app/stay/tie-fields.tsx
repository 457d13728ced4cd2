import { relationLabels, responsibilityLabels, safeToContactLabels } from '#domain/people/record.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'

/** What somebody is to another, on what basis, and whether contact is safe. */
export function TieFields({ prefix }: { prefix: string }) {
  const today = dateOf(useServiceNow()())
  return (
    <>
      <SelectField
        name={`${prefix}relation`}
        label="Relation"
        hint="A father is written down only with the basis of it."
        required="Choose the relation"
        choices={choicesOf(relationLabels)}
      />
      <RadiosField
        name={`${prefix}parentalResponsibility`}
        legend="Parental responsibility"
        required="Say whether they hold parental responsibility"
        choices={choicesOf(responsibilityLabels)}
      />
      <BasisField name={`${prefix}basis`} of="this" today={today} />
      <RadiosField
        name={`${prefix}safeToContact`}
        legend="Is it safe to contact them?"
        required="Say whether contact is safe"
        choices={choicesOf(safeToContactLabels)}
        further={(value) =>
          value === 'only-through' && (
            <TextField
              name={`${prefix}contactThrough`}
              label="Through whom"
              required="Enter through whom they may be contacted"
            />
          )
        }
      />
    </>
  )
}
