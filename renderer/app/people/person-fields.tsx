import type { PersonKind } from '#domain/people/record.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { NhsNumberField } from '../../ui/form/nhs-number-field.tsx'
import { FormRow } from '../../ui/form/part.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { gestationDays } from './gestation.ts'

/** Names, number and dates of one person; what is asked depends on who it is. */
export function PersonFields({ prefix, kind }: { prefix: string; kind: PersonKind }) {
  const today = dateOf(useServiceNow()())
  const estimateName = `${prefix}.bornOnEstimate`
  const estimate = useTyped<string>(estimateName)
  const notKnown = kind === 'baby' && Boolean(estimate?.trim())
  return (
    <>
      <FormRow>
        <TextField
          name={`${prefix}.givenName`}
          label="Given name"
          {...(kind === 'baby'
            ? { hint: 'A baby without a name yet: Baby. Twins: Baby 1 and Baby 2.' }
            : {})}
          required="Enter the given name"
          width={20}
        />
        <TextField
          name={`${prefix}.familyName`}
          label="Family name"
          required="Enter the family name"
          width={20}
        />
      </FormRow>
      <DateField
        name={`${prefix}.bornOn`}
        legend={kind === 'other' ? 'Date of birth (optional)' : 'Date of birth'}
        {...(kind === 'other' || notKnown ? {} : { required: requiredBirth(kind) })}
        earliest="1900-01-01"
        latest={today}
      />
      {kind === 'baby' && (
        <TextField
          name={estimateName}
          label="If the date of birth is not known, or is an estimate: what is known of the age, and who says so"
          hint="Nobody is turned away for it. Enter an estimated date above, or leave it empty. Where a table goes by age, every age row is read until the date is corrected."
        />
      )}
      {kind === 'baby' && <BabyFields prefix={prefix} />}
      {kind !== 'other' && (
        <NhsNumberField
          name={`${prefix}.nhsNumber`}
          absentName={`${prefix}.nhsNumberAbsent`}
          label="NHS number"
        />
      )}
    </>
  )
}

const requiredBirth = (kind: PersonKind) =>
  kind === 'baby'
    ? 'Enter the date of birth. If it is not known, say below what is known of the age'
    : 'Enter the date of birth'

function BabyFields({ prefix }: { prefix: string }) {
  return (
    <>
      <InstantField
        name={`${prefix}.bornAt`}
        legend="Date and time of birth, if the time is known (optional)"
      />
      <TextField
        name={`${prefix}.gestationDays`}
        label="Weeks and days at birth, if known (optional)"
        hint="Such as 34+2. It gives the corrected age of a baby born early."
        width={5}
        check={(typed) =>
          gestationDays(typed) === undefined
            ? 'Enter weeks and days, such as 34+2, or weeks alone, such as 34'
            : undefined
        }
        read={gestationDays}
      />
    </>
  )
}
