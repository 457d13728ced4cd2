import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import type { Disclosure } from '#domain/assurance/report-model.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { act, useCommand } from '../../api.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { FormPart, FormRow } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { endedPeriods } from './periods.ts'
import { usePeriod } from './use-period.ts'

interface Asked {
  disclosure: Disclosure
  /** Of a restricted report. */
  first?: string
  last?: string
  /** Of a shareable report: first and last day in one. */
  period?: string
  distribution: string[]
}

const kinds = [
  {
    value: 'restricted',
    label: 'Restricted',
    hint: 'For NHS England under contract: exact counts and pseudonymised records. Any period.',
  },
  {
    value: 'shareable',
    label: 'Shareable',
    hint: 'May be passed on: rounded counts, small ones withheld, no records. A calendar quarter or year that has ended.',
  },
]

/** The making of a report: which of the two kinds, of what time, and for whom. */
export function MakeReport({ onBack }: { onBack: () => void }) {
  const days = usePeriod()
  const make = useCommand(act.assurance.makeReport.mutate)
  const navigate = useNavigate()
  const made = useRef<string>(undefined)
  return (
    <Form<Asked>
      act="Make the report"
      initial={{ first: days.first, last: days.last }}
      save={async ({ disclosure, first = '', last = '', period, distribution }) => {
        const [from = first, to = last] =
          disclosure === 'shareable' ? (period?.split(' ') ?? []) : []
        const reply = await make({ disclosure, first: from, last: to, distribution })
        made.current = reply.ok ? reply.value.reportId : undefined
        return reply
      }}
      onSaved={() => {
        const reportId = made.current
        if (reportId) void navigate({ to: '/assurance/reports/$reportId', params: { reportId } })
      }}
      cancel={{ label: 'Go back', onClick: onBack }}
    >
      <FormPart title="Make a report">
        <RadiosField
          name="disclosure"
          legend="What kind of report"
          required="Choose what kind of report it is"
          choices={kinds}
          further={(kind) => (kind === 'shareable' ? <CalendarPeriod /> : <AnyPeriod />)}
        />
        <TextField
          name="distribution"
          label="Who the report goes to"
          hint="Organisations or roles, with commas between them. They stand on the cover."
          required="Enter who the report goes to"
          read={(typed) =>
            typed
              .split(',')
              .map((one) => one.trim())
              .filter((one) => one !== '')
          }
        />
      </FormPart>
    </Form>
  )
}

function AnyPeriod() {
  const today = dateOf(useServiceNow()())
  return (
    <FormRow>
      <DateField name="first" legend="First day" required="Enter the first day" latest={today} />
      <DateField name="last" legend="Last day" required="Enter the last day" />
    </FormRow>
  )
}

function CalendarPeriod() {
  const today = dateOf(useServiceNow()())
  return (
    <SelectField
      name="period"
      label="Quarter or year"
      hint="Freely chosen days could be subtracted from each other, and would tell of single people."
      required="Choose a quarter or a year"
      choices={endedPeriods(today).map(({ name, days: { first, last } }) => ({
        value: `${first} ${last}`,
        label: name,
      }))}
    />
  )
}
