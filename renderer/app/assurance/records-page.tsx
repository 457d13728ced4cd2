import { Link, useParams } from '@tanstack/react-router'
import { quantityText } from '#domain/assurance/figure-text.ts'
import { memberClasses } from '#domain/assurance/measure.ts'
import type { MeasureModel } from '#domain/assurance/report-model.ts'
import { classLabels } from '#domain/assurance/report-words.ts'
import { read, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Empty } from '../../ui/empty.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { classTone } from './class-tone.ts'
import { NamedRecords } from './named-records.tsx'
import { usePeriod } from './use-period.ts'

/** The records behind one figure: just those that it counts, each in its class. */
export function RecordsPage() {
  const { requirement, measure } = useParams({
    from: '/assurance/requirements/$requirement/$measure',
  })
  const days = usePeriod()
  const mayIdentify = useMay('assurance:identify')
  const view = useRead(read.assurance.requirement.queryOptions({ ...days, requirement }))
  return (
    <div className="app-main app-main--wide">
      <Ready reading={view} what="records">
        {({ requirement: one, cover }) => {
          const found = one.linesOfEnquiry
            .flatMap(({ measures }) => measures)
            .find(({ id }) => id === measure)
          if (!found) return <Banner title="There is no such measure" tone="warning" />
          return (
            <>
              <PageHeader
                title={`Records behind ${found.id} ${found.title}`}
                under={cover.period.label}
                back={
                  <Link
                    to="/assurance/requirements/$requirement"
                    params={{ requirement }}
                    search={days}
                    className="nhsuk-back-link"
                  >
                    Back to {requirement}
                  </Link>
                }
              />
              {mayIdentify ? (
                <NamedRecords days={days} measure={found} />
              ) : (
                <PseudonymisedRecords measure={found} />
              )}
            </>
          )
        }}
      </Ready>
    </div>
  )
}

function PseudonymisedRecords({ measure }: { measure: MeasureModel }) {
  return (
    <Section title="Records, pseudonymised">
      <Table
        caption="Records"
        captionHidden
        rows={measure.members}
        rowKey={({ id }) => id}
        empty={<Empty>No record falls in this period.</Empty>}
        columns={[
          { name: 'Record', cell: ({ id }) => id, sortBy: ({ id }) => id },
          {
            name: 'Class',
            cell: (member) => <Tag tone={classTone[member.class]}>{classLabels[member.class]}</Tag>,
            sortBy: (member) => memberClasses.indexOf(member.class),
          },
          { name: 'Why', cell: ({ reason }) => reason },
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
