import { addDaysToDate, dateOf } from '#domain/shared/calendar.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { PersonFields } from '../people/person-fields.tsx'

/** After this an expected date is a slip of the pen: the service says so too. */
const longestToBirthDays = 300

/** One child of a referral: born, with name and number, or expected. */
export function ChildPart({ prefix, index }: { prefix: string; index: number }) {
  const today = dateOf(useServiceNow()())
  return (
    <FormPart title={index === 0 ? 'Baby' : `Baby ${index + 1}`}>
      <RadiosField
        name={`${prefix}.born`}
        legend="Is the baby born?"
        required="Say whether the baby is born"
        inline
        choices={[
          { value: 'yes', label: 'Born' },
          { value: 'no', label: 'Not yet born' },
        ]}
        further={(born) =>
          born === 'yes' ? (
            <PersonFields prefix={`${prefix}.person`} kind="baby" />
          ) : (
            <DateField
              name={`${prefix}.expectedOn`}
              legend="Expected date of delivery (if it is known)"
              latest={addDaysToDate(today, longestToBirthDays)}
            />
          )
        }
      />
    </FormPart>
  )
}
