import { dateOf } from '#domain/shared/calendar.ts'
import {
  leaveRuleTexts,
  mentalHealthActStatuses,
  mentalHealthActStatusOf,
} from '#domain/shared/mental-health-act.ts'
import { carryingBases } from '#domain/shared/provenance.ts'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'

/** A status under the Mental Health Act, with what it means for leave. */
export function MentalHealthActFields({ prefix }: { prefix: string }) {
  const today = dateOf(useServiceNow()())
  const code = useTyped<string>(`${prefix}code`)
  const status = code ? mentalHealthActStatusOf(code) : undefined
  const runsOut = status?.detained === true && status.mostHours !== undefined
  return (
    <>
      <SelectField
        name={`${prefix}code`}
        label="Status"
        required="Choose the status"
        choices={mentalHealthActStatuses.map(({ code: value, label }) => ({ value, label }))}
      />
      {status && <p className="app-quiet">{leaveRuleTexts[status.leave]}</p>}
      <InstantField name={`${prefix}startsAt`} legend="Since" required="Enter since when" />
      <InstantField
        name={`${prefix}endsAt`}
        legend={runsOut ? 'Runs out' : 'Runs out (if a date is set)'}
        future
        {...(runsOut ? { required: 'Enter when it runs out' } : {})}
      />
      <BasisField name={`${prefix}basis`} of="this status" today={today} kinds={carryingBases} />
    </>
  )
}
