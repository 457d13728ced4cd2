import { Link } from '@tanstack/react-router'
import { quantityText } from '#domain/assurance/figure-text.ts'
import { type MemberClass, memberClasses } from '#domain/assurance/measure.ts'
import type { MeasureModel } from '#domain/assurance/report-model.ts'
import { classLabels } from '#domain/assurance/report-words.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import { Empty } from '../../ui/empty.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { classTone } from './class-tone.ts'
import type { DaysAtCut } from './periods.ts'

interface NamedRecordsProps {
  days: DaysAtCut
  measure: MeasureModel
  /** The one class that is shown; without it, all. */
  only: MemberClass | undefined
}

/** The same records by name, for those who look after the family; opening them is logged. */
export function NamedRecords({ days, measure, only }: NamedRecordsProps) {
  const records = useRead(read.assurance.records.queryOptions({ ...days, measure: measure.id }))
  const mayOpen = useMay('stays:read')
  const mayReadReferrals = useMay('admission:read')
  return (
    <Section title="Records">
      <Ready reading={records} what="records">
        {(members) => (
          <Table
            caption="Records"
            captionHidden
            rows={members.filter((one) => only === undefined || one.class === only)}
            rowKey={({ key }) => key}
            empty={
              <Empty>{only ? 'No record is counted so.' : 'No record falls in this period.'}</Empty>
            }
            columns={[
              {
                name: 'Who',
                cell: ({ stayId, referralId, mother, baby, staff }) => {
                  if (staff) return <StaffMember {...staff} />
                  const who = [baby, mother].filter(Boolean).join(' with ')
                  if (stayId && mayOpen)
                    return (
                      <Link to="/stays/$stayId" params={{ stayId }}>
                        <Shown>{who}</Shown>
                      </Link>
                    )
                  return referralId && mayReadReferrals ? (
                    <Link to="/referrals/$referralId" params={{ referralId }}>
                      <Shown>{who}</Shown>
                    </Link>
                  ) : (
                    <Shown>{who}</Shown>
                  )
                },
                sortBy: ({ mother, staff }) => mother ?? staff?.name ?? '',
              },
              {
                name: 'Class',
                cell: (member) => (
                  <Tag tone={classTone[member.class]}>{classLabels[member.class]}</Tag>
                ),
                sortBy: (member) => memberClasses.indexOf(member.class),
              },
              { name: 'Why', cell: ({ reason }) => reason },
              { name: 'When', cell: ({ at }) => formatDateTime(at), sortBy: ({ at }) => at },
              { name: 'Group', cell: ({ group }) => group ?? '' },
              {
                name: measure.unit === 'minutes' ? 'Time' : 'Count',
                cell: ({ quantity }) => quantityText(quantity, measure.unit),
                sortBy: ({ quantity }) => quantity,
                number: true,
              },
            ]}
          />
        )}
      </Ready>
    </Section>
  )
}

function StaffMember({ staffId, name }: { staffId: string; name: string }) {
  return useMay('training:read') ? (
    <Link to="/people/training/staff/$staffId" params={{ staffId }}>
      <Shown>{name}</Shown>
    </Link>
  ) : (
    <Shown>{name}</Shown>
  )
}
