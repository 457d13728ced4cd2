import { Link, useParams } from '@tanstack/react-router'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Ready } from '../reading.tsx'
import { LevelsOfPeople } from './levels-of-people.tsx'
import { MeasureBlock } from './measure-block.tsx'
import { usePeriod } from './use-period.ts'

/** One requirement: its words, its level with every step that decided it, and its measures. */
export function RequirementPage() {
  const { requirement } = useParams({ from: '/assurance/requirements/$requirement' })
  const days = usePeriod()
  const view = useRead(read.assurance.requirement.queryOptions({ ...days, requirement }))
  return (
    <div className="app-main app-main--wide">
      <Ready reading={view} what="requirement">
        {({ requirement: one, period, cut, set }) => (
          <>
            <PageHeader
              title={`${one.id} ${one.short}`}
              under={`${period.label}, as recorded by ${formatDateTime(cut.at)}`}
              back={
                <Link to="/assurance" search={days} className="nhsuk-back-link">
                  Back to all requirements
                </Link>
              }
            />
            <LevelsOfPeople requirement={one} set={set} days={period} />
            {one.linesOfEnquiry.map((enquiry) => (
              <Section key={enquiry.id} title={enquiry.question}>
                {enquiry.measures.map((measure) => (
                  <MeasureBlock
                    key={measure.id}
                    measure={measure}
                    requirement={one.id}
                    days={{ ...days, cut }}
                  />
                ))}
              </Section>
            ))}
          </>
        )}
      </Ready>
    </div>
  )
}
