import { Link, useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { act, read, useCommand, useRead } from '../../api.ts'
import { CheckboxesField } from '../../ui/form/checkboxes-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { type PlanTyped, plannedOf, ReportPlanFields } from '../assurance/report-plan-fields.tsx'
import { usePeriod } from '../assurance/use-period.ts'
import { Ready } from '../reading.tsx'

type Typed = PlanTyped & { requirements: string[] }

/** The beginning of a report: of what time, which requirements, and for whom. */
export function BeginPage() {
  const days = usePeriod()
  const requirements = useRead(read.assurance.framework.queryOptions(undefined))
  const begin = useCommand(act.writing.begin.mutate)
  const navigate = useNavigate()
  const begun = useRef<string>(undefined)
  return (
    <div className="app-main app-main--reading">
      <PageHeader
        title="Begin a report"
        under="With a narrative, a factual check and a final that is frozen."
        back={
          <Link to="/assurance/reports" className="nhsuk-back-link">
            Back to the reports
          </Link>
        }
      />
      <Ready reading={requirements} what="requirements">
        {(all) => (
          <Form<Typed>
            act="Begin it"
            draft="written-report"
            initial={{
              first: days.first,
              last: days.last,
              requirements: all.map(({ id }) => id),
            }}
            save={async ({ requirements: chosen, ...typed }) => {
              const reply = await begin({ ...plannedOf(typed), requirements: chosen })
              begun.current = reply.ok ? reply.value.id : undefined
              return reply
            }}
            onSaved={() => {
              const writtenId = begun.current
              if (writtenId)
                void navigate({ to: '/assurance/writing/$writtenId', params: { writtenId } })
            }}
            cancel={{
              label: 'Go back',
              onClick: () => void navigate({ to: '/assurance/reports' }),
            }}
          >
            <ReportPlanFields />
            <CheckboxesField
              name="requirements"
              legend="Which requirements it is of"
              required="Choose at least one requirement"
              choices={all.map(({ id, short }) => ({ value: id, label: `${id} ${short}` }))}
            />
          </Form>
        )}
      </Ready>
    </div>
  )
}
