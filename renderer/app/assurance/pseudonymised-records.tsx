import { useState } from 'react'
import { quantityText } from '#domain/assurance/figure-text.ts'
import { type MemberClass, memberClasses } from '#domain/assurance/measure.ts'
import { recordsByKey } from '#domain/assurance/records-by-key.ts'
import type { MeasureModel, MemberModel, RecordModel } from '#domain/assurance/report-model.ts'
import { classLabels } from '#domain/assurance/report-words.ts'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { classTone } from './class-tone.ts'

interface PseudonymisedRecordsProps {
  measure: MeasureModel
  records: readonly RecordModel[]
  /** The one class that is shown; without it, all. */
  only: MemberClass | undefined
}

/** The records behind a figure as a commissioner sees them; each opens to what of it may be seen. */
export function PseudonymisedRecords({ measure, records, only }: PseudonymisedRecordsProps) {
  const find = recordsByKey(records)
  return (
    <Section title="Records, pseudonymised">
      <Table
        caption="Records"
        captionHidden
        rows={measure.members.filter((one) => only === undefined || one.class === only)}
        rowKey={({ id }) => id}
        empty={
          <Empty>{only ? 'No record is counted so.' : 'No record falls in this period.'}</Empty>
        }
        columns={[
          { name: 'Record', cell: ({ id }) => id, sortBy: ({ id }) => id },
          {
            name: 'Class',
            cell: (member) => <Tag tone={classTone[member.class]}>{classLabels[member.class]}</Tag>,
            sortBy: (member) => memberClasses.indexOf(member.class),
          },
          {
            name: 'Why',
            cell: (member) => (
              <>
                {member.reason}
                <CountedFrom member={member} find={find} />
              </>
            ),
          },
          {
            name: 'When',
            cell: ({ when }) => (when ? `day ${when.day}, ${when.time}` : ''),
            sortBy: ({ when }) => when?.day ?? 0,
          },
          { name: 'Baby', cell: ({ ageBand }) => ageBand ?? '' },
          { name: 'Group', cell: ({ group }) => group ?? '' },
          {
            name: measure.unit === 'minutes' ? 'Time' : 'Count',
            cell: ({ quantity }) => quantityText(quantity, measure.unit),
            sortBy: ({ quantity }) => quantity,
            number: true,
          },
        ]}
      />
    </Section>
  )
}

interface CountedFromProps {
  member: MemberModel
  find: ReturnType<typeof recordsByKey>
}

function CountedFrom({ member, find }: CountedFromProps) {
  const [open, setOpen] = useState(false)
  const { length } = member.records
  if (length === 0) return null
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        Counted from {length} {length === 1 ? 'record' : 'records'}
      </summary>
      {open &&
        member.records
          .flatMap((ref) => find(ref) ?? [])
          .map((record) => (
            <Facts
              key={`${record.id} ${record.version}`}
              facts={[
                { name: 'Record', value: `${record.id}, version ${record.version}` },
                ...record.fields.map(({ label, value }) => ({ name: label, value })),
              ]}
            />
          ))}
    </details>
  )
}
