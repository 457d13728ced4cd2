import {
  formatNhsNumber,
  nhsNumberAbsenceLabels,
  nhsNumberSchema,
} from '#domain/shared/nhs-number.ts'
import { choicesOf } from './choice.ts'
import { SelectField } from './select-field.tsx'
import { TextField } from './text-field.tsx'
import { useTyped } from './use-typed.ts'

interface NhsNumberFieldProps {
  /** The path of the number, and of why there is none. */
  name: string
  absentName: string
  label: string
}

/** An NHS number with its check digit, or why there is none: one of the two is asked for (domain.md 6.3). */
export function NhsNumberField({ name, absentName, label }: NhsNumberFieldProps) {
  const typed = useTyped<string>(name) ?? ''
  const absent = useTyped<string>(absentName) ?? ''
  const number = nhsNumberSchema.safeParse(typed)
  return (
    <>
      <TextField
        name={name}
        label={label}
        hint={
          number.success
            ? `Reads as ${formatNhsNumber(number.data)}`
            : '10 digits, such as 999 000 0018'
        }
        width={20}
        inputMode="numeric"
        {...(absent === ''
          ? { required: 'Enter the NHS number, or choose below why there is none' }
          : {})}
        check={(text) => {
          const parsed = nhsNumberSchema.safeParse(text)
          return parsed.success ? undefined : parsed.error.issues[0]?.message
        }}
        read={(text) => nhsNumberSchema.parse(text)}
      />
      {typed.trim() === '' && (
        <SelectField
          name={absentName}
          label="If there is no number, why"
          prompt="There is a number"
          choices={choicesOf(nhsNumberAbsenceLabels)}
        />
      )}
    </>
  )
}
