import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { act, useCommand } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { MakingProgress } from './making-progress.tsx'
import { type PlanTyped, plannedOf, ReportPlanFields } from './report-plan-fields.tsx'
import { usePeriod } from './use-period.ts'

/** The making of a report at once, with no narrative: which of the two kinds, of what time, and for whom. */
export function MakeReport({ onBack }: { onBack: () => void }) {
  const days = usePeriod()
  const make = useCommand(act.assurance.makeReport.mutate)
  const navigate = useNavigate()
  const made = useRef<string>(undefined)
  const [busy, setBusy] = useState(false)
  return (
    <Form<PlanTyped>
      act="Make the report"
      initial={{ first: days.first, last: days.last }}
      save={async (typed) => {
        setBusy(true)
        const reply = await make(plannedOf(typed)).finally(() => setBusy(false))
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
        <ReportPlanFields />
        <MakingProgress busy={busy} />
      </FormPart>
    </Form>
  )
}
