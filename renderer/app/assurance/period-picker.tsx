import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { dateOf } from '#domain/shared/calendar.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { FormRow } from '../../ui/form/part.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { type Days, usualPeriods } from './periods.ts'

/** The usual periods as one press, and any other by its two days. */
export function PeriodPicker({ shown }: { shown: Days }) {
  const today = dateOf(useServiceNow()())
  const [other, chooseOther] = useState(false)
  return (
    <nav aria-label="Period" className="app-no-print">
      <ul className="app-tabs">
        {usualPeriods(today).map(({ name, days }) => (
          <li key={name}>
            <Link
              to="/assurance"
              search={days}
              {...(days.first === shown.first && days.last === shown.last
                ? { 'aria-current': 'page' as const }
                : {})}
            >
              {name}
            </Link>
          </li>
        ))}
        <li>
          <button type="button" aria-pressed={other} onClick={() => chooseOther(!other)}>
            Another period
          </button>
        </li>
      </ul>
      {other && <OtherPeriod shown={shown} today={today} onDone={() => chooseOther(false)} />}
    </nav>
  )
}

interface OtherPeriodProps {
  shown: Days
  today: string
  onDone: () => void
}

function OtherPeriod({ shown, today, onDone }: OtherPeriodProps) {
  const navigate = useNavigate()
  return (
    <Form<Days>
      act="Show this period"
      initial={{ ...shown }}
      save={async ({ first, last }) => {
        if (first > last) {
          const message = 'The last day must not be before the first'
          return {
            ok: false,
            failure: { code: 'invalid', message, fields: [{ field: 'last', message }] },
          }
        }
        await navigate({ to: '/assurance', search: { first, last } })
        return { ok: true, value: undefined }
      }}
      onSaved={onDone}
    >
      <FormRow>
        <DateField name="first" legend="First day" required="Enter the first day" latest={today} />
        <DateField name="last" legend="Last day" required="Enter the last day" />
      </FormRow>
    </Form>
  )
}
