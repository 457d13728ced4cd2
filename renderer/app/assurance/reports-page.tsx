import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Disclosure, ReportState } from '#domain/assurance/report-model.ts'
import { disclosureLabels, stateLabels } from '#domain/assurance/report-words.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { WrittenReports } from '../writing/written-reports.tsx'
import { MakeReport } from './make-report.tsx'

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
        actions={
          <>
            <Link to="/assurance/verify">Verify a pack</Link>
            {mayMake && !making && <Button onClick={() => make(true)}>Make a report</Button>}
          </>
        }
      />
      <WrittenReports />
      {making && <MakeReport onBack={() => make(false)} />}
      <Section title="Reports that were made">
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
                {
                  name: 'Kind',
                  cell: ({ disclosure }) => disclosureLabels[disclosure as Disclosure],
                },
              ]}
            />
          )}
        </Ready>
      </Section>
    </div>
  )
}
