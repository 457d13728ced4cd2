import { useState } from 'react'
import { formatDate } from '#domain/shared/calendar.ts'
import type { CivilDate } from '#domain/shared/time.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { Form } from '../../ui/form/form.tsx'

interface AsOfProps {
  on: CivilDate
  today: CivilDate
  /** Undefined for today, whichever day that is. */
  onChange: (on: CivilDate | undefined) => void
}

/** Which day is shown, and the way to any past one. */
export function AsOf({ on, today, onChange }: AsOfProps) {
  const [choosing, choose] = useState(false)
  const past = on !== today
  return (
    <div className="training-as-of">
      <p className={past ? 'training-as-of__past' : undefined}>
        As it stood on <strong>{formatDate(on)}</strong>
        {!past && ' (today)'}
      </p>
      <div className="app-buttons app-no-print">
        <Button kind="quiet" small onClick={() => choose(!choosing)}>
          Show another day
        </Button>
        {past && (
          <Button kind="quiet" small onClick={() => onChange(undefined)}>
            Show today
          </Button>
        )}
      </div>
      {choosing && (
        <Form<{ on: CivilDate }>
          act="Show this day"
          save={(input) => {
            onChange(input.on)
            return Promise.resolve({ ok: true, value: undefined })
          }}
          onSaved={() => choose(false)}
          cancel={{ label: 'Go back', onClick: () => choose(false) }}
        >
          <DateField
            name="on"
            legend="Day to show"
            hint="Today or any day before."
            required="Enter the day to show"
            latest={today}
          />
        </Form>
      )}
    </div>
  )
}
