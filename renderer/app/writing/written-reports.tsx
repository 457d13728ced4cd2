import { Link } from '@tanstack/react-router'
import { disclosureLabels } from '#domain/assurance/report-words.ts'
import { formatDate } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import { Empty } from '../../ui/empty.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { StageTag } from './stage-tag.tsx'

/** The reports that people write, each with its stage, and the beginning of one. */
export function WrittenReports() {
  const list = useRead(read.writing.list.queryOptions(undefined))
  const mayWrite = useMay('assurance:write')
  return (
    <Section
      title="Reports with a narrative"
      actions={
        mayWrite && (
          <Link to="/assurance/writing/begin" className="nhsuk-button nhsuk-button--secondary">
            Begin a report
          </Link>
        )
      }
    >
      <Ready reading={list} what="reports">
        {(rows) => (
          <Table
            caption="Reports with a narrative"
            captionHidden
            rows={rows}
            rowKey={({ id }) => id}
            empty={<Empty>No report is being written.</Empty>}
            columns={[
              {
                name: 'Report',
                cell: ({ id, title }) => (
                  <Link to="/assurance/writing/$writtenId" params={{ writtenId: id }}>
                    {title}
                  </Link>
                ),
              },
              { name: 'Stage', cell: ({ stage }) => <StageTag stage={stage} /> },
              { name: 'Kind', cell: ({ disclosure }) => disclosureLabels[disclosure] },
              {
                name: 'Comments until',
                cell: ({ commentsBy }) => (commentsBy ? formatDate(commentsBy) : ''),
              },
              {
                name: 'Comments to answer',
                cell: ({ unanswered }) => unanswered,
                number: true,
              },
            ]}
          />
        )}
      </Ready>
    </Section>
  )
}
