import { dateOf } from '#domain/shared/calendar.ts'
import { Button } from '../button.tsx'
import { useServiceNow } from '../service-clock.tsx'
import { DateBoxesInput } from './date-boxes.tsx'
import { civilDateOf, type DateLimits, dateFault } from './date-text.ts'
import { Group } from './group.tsx'
import { useField } from './use-field.ts'

interface DateFieldProps extends DateLimits {
  name: string
  legend: string
  hint?: string
  required?: string
  /** A button that enters the day of today. */
  today?: boolean
}

/** A civil date, sent as `YYYY-MM-DD`. */
export function DateField(props: DateFieldProps) {
  const { name, legend, hint, required, earliest, latest, today } = props
  const now = useServiceNow()
  const field = useField<string>(name, {
    empty: '',
    required,
    read: civilDateOf,
    check: (typed) => dateFault(typed, { earliest, latest }),
    focus: 'day',
  })
  return (
    <Group id={field.id} legend={legend} hint={hint} error={field.error}>
      <div className="app-instant">
        <DateBoxesInput
          id={field.id}
          text={field.typed}
          error={field.error !== undefined}
          onChange={field.set}
          onBlur={field.blur}
        />
        {today && (
          <Button kind="quiet" small onClick={() => field.set(dateOf(now()))}>
            Today
          </Button>
        )}
      </div>
    </Group>
  )
}
