import type { Disclosure } from '#domain/assurance/report-model.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { FormRow } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { endedPeriods } from './periods.ts'

/** What is typed into these fields. */
export interface PlanTyped {
  disclosure: Disclosure
  /** Of a restricted report. */
  first?: string
  last?: string
  /** Of a shareable report: first and last day in one. */
  period?: string
  distribution: string[]
}

/** What was typed as the service takes it. */
export function plannedOf({ disclosure, first = '', last = '', period, distribution }: PlanTyped) {
  const [from = first, to = last] = disclosure === 'shareable' ? (period?.split(' ') ?? []) : []
  return { disclosure, first: from, last: to, distribution }
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

/** Which of the two kinds a report is, of what time, and for whom. */
export function ReportPlanFields() {
  return (
    <>
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
    </>
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
