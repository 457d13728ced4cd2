import { DateBoxesInput } from './date-boxes.tsx'
import { civilDateOf, type DateLimits, dateFault } from './date-text.ts'
import { Group } from './group.tsx'
import { useField } from './use-field.ts'

interface DateFieldProps extends DateLimits {
  name: string
  legend: string
  hint?: string
  required?: string
}

/** A civil date, sent as `YYYY-MM-DD`. */
export function DateField({ name, legend, hint, required, earliest, latest }: DateFieldProps) {
  const field = useField<string>(name, {
    empty: '',
    required,
    read: civilDateOf,
    check: (typed) => dateFault(typed, { earliest, latest }),
    focus: 'day',
  })
  return (
    <Group id={field.id} legend={legend} hint={hint} error={field.error}>
      <DateBoxesInput
        id={field.id}
        text={field.typed}
        error={field.error !== undefined}
        onChange={field.set}
        onBlur={field.blur}
      />
    </Group>
  )
}
