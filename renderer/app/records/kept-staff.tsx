import { formatDate } from '#domain/shared/calendar.ts'
import { professionLabels } from '#domain/users/staff.ts'
import { read, useRead } from '../../api.ts'
import { Empty } from '../../ui/empty.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Ready } from '../reading.tsx'
import { KeptUntil } from './kept-until.tsx'

/** Who left, and until when the entry in the staff register and the training of theirs are kept. */
export function KeptStaff() {
  const kept = useRead(read.retention.keptStaff.queryOptions(undefined))
  return (
    <Section title="Staff who left">
      <Ready reading={kept} what="staff">
        {(rows) => (
          <Table
            caption="Staff who left"
            captionHidden
            rows={rows}
            rowKey={({ id }) => id}
            empty={<Empty>Nobody has left yet.</Empty>}
            columns={[
              {
                name: 'Who',
                cell: ({ name, profession }) => (
                  <>
                    <Shown>{name}</Shown>
                    <div className="app-quiet">
                      {professionLabels[profession as keyof typeof professionLabels]}
                    </div>
                  </>
                ),
                sortBy: ({ name }) => name,
              },
              {
                name: 'Left',
                cell: ({ leftOn }) => (leftOn ? formatDate(leftOn) : ''),
                sortBy: ({ leftOn }) => leftOn ?? '',
              },
              {
                name: 'Kept until',
                cell: ({ until, because }) => <KeptUntil until={until} because={because} />,
                sortBy: ({ until }) => until ?? '9999',
              },
              {
                name: 'State',
                cell: ({ isDue }) =>
                  isDue ? <Tag tone="warning">Due for appraisal</Tag> : <Tag>Kept</Tag>,
              },
            ]}
          />
        )}
      </Ready>
    </Section>
  )
}
