import { Link, useParams, useSearch } from '@tanstack/react-router'
import { quantityText } from '#domain/assurance/figure-text.ts'
import type { MemberClass } from '#domain/assurance/measure.ts'
import type { MeasureModel } from '#domain/assurance/report-model.ts'
import { classLabels } from '#domain/assurance/report-words.ts'
import { read, useRead } from '../../api.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { countOf } from './measure-block.tsx'
import { NamedRecords } from './named-records.tsx'
import type { DaysAtCut, OneClass } from './periods.ts'
import { PseudonymisedRecords } from './pseudonymised-records.tsx'
import { usePeriod } from './use-period.ts'

/** The records behind one figure: just those that it counts, each in its class. */
export function RecordsPage() {
  const { requirement, measure } = useParams({
    from: '/assurance/requirements/$requirement/$measure',
  })
  const days = usePeriod()
  const { only } = useSearch({ strict: false }) as OneClass
  const mayIdentify = useMay('assurance:identify')
  const view = useRead(read.assurance.measure.queryOptions({ ...days, measure }))
  return (
    <div className="app-main app-main--wide">
      <Ready reading={view} what="records">
        {({ measure: found, records, period, cut }) => (
          <>
            <PageHeader
              title={`Records behind ${found.id} ${found.title}`}
              under={period.label}
              back={
                <Link
                  to="/assurance/requirements/$requirement"
                  params={{ requirement }}
                  search={{ ...days, cut }}
                  className="nhsuk-back-link"
                >
                  Back to {requirement}
                </Link>
              }
            />
            {only && <Chosen {...{ only, requirement }} measure={found} days={{ ...days, cut }} />}
            {mayIdentify ? (
              <NamedRecords days={{ ...days, cut }} measure={found} only={only} />
            ) : (
              <PseudonymisedRecords measure={found} records={records} only={only} />
            )}
          </>
        )}
      </Ready>
    </div>
  )
}

interface ChosenProps {
  only: MemberClass
  measure: MeasureModel
  requirement: string
  days: DaysAtCut
}

/** Which of the four counts was opened, with its figure, and the way to all of them. */
const Chosen = ({ only, measure, requirement, days }: ChosenProps) => (
  <p>
    {classLabels[only]}:{' '}
    <strong>{quantityText(countOf(measure.figure, only), measure.unit)}</strong>.{' '}
    <Link
      to="/assurance/requirements/$requirement/$measure"
      params={{ requirement, measure: measure.id }}
      search={days}
    >
      Show all records of this measure
    </Link>
  </p>
)
