import { Link, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { ReportState } from '#domain/assurance/report-model.ts'
import { stateLabels } from '#domain/assurance/report-words.ts'
import { dateOf, formatDateTime } from '#domain/shared/calendar.ts'
import { act, read, useCommand, useRead } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { FormPart, FormRow } from '../../ui/form/part.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { usePeriod } from './use-period.ts'

/** The reports made so far, and the making of one. */
export function ReportsPage() {
  const reports = useRead(read.assurance.reports.queryOptions(undefined))
  const mayMake = useMay('assurance:report')
  const [making, make] = useState(false)
  return (
    <div className="app-main app-main--wide">
      <PageHeader
        title="Quality-visit reports"
        under="A report is frozen when it is made: the same file and the same figures every time."
        back={
          <Link to="/assurance" className="nhsuk-back-link">
            Back to the requirements
          </Link>
        }
        actions={mayMake && !making && <Button onClick={() => make(true)}>Make a report</Button>}
      />
      {making && <MakeReport onBack={() => make(false)} />}
      <Section title="Reports">
        <Ready reading={reports}>
          {(rows) => (
            <Table
              caption="Reports"
              captionHidden
              rows={rows}
              rowKey={({ id }) => id}
              empty={<Empty>No report has been made yet.</Empty>}
              columns={[
                {
                  name: 'Report',
                  cell: ({ id, title }) => (
                    <Link to="/assurance/reports/$reportId" params={{ reportId: id }}>
                      <Shown>{title}</Shown>
                    </Link>
                  ),
                },
                {
                  name: 'Made',
                  cell: ({ recordedAt }) => formatDateTime(recordedAt),
                  sortBy: ({ recordedAt }) => recordedAt,
                },
                { name: 'State', cell: ({ state }) => stateLabels[state as ReportState] },
                { name: 'Kind', cell: ({ disclosure }) => disclosure },
              ]}
            />
          )}
        </Ready>
      </Section>
    </div>
  )
}

function MakeReport({ onBack }: { onBack: () => void }) {
  const days = usePeriod()
  const today = dateOf(useServiceNow()())
  const make = useCommand(act.assurance.makeReport.mutate)
  const navigate = useNavigate()
  const made = useRef<string>(undefined)
  return (
    <Form<{ first: string; last: string; distribution: string[] }>
      act="Make the report"
      initial={{ ...days }}
      save={async (input) => {
        const reply = await make(input)
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
        <FormRow>
          <DateField
            name="first"
            legend="First day"
            required="Enter the first day"
            latest={today}
          />
          <DateField name="last" legend="Last day" required="Enter the last day" />
        </FormRow>
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
