import { Link, useParams } from '@tanstack/react-router'
import { read, useRead } from '../../api.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { NamedRecords } from './named-records.tsx'
import { PseudonymisedRecords } from './pseudonymised-records.tsx'
import { usePeriod } from './use-period.ts'

/** The records behind one figure: just those that it counts, each in its class. */
export function RecordsPage() {
  const { requirement, measure } = useParams({
    from: '/assurance/requirements/$requirement/$measure',
  })
  const days = usePeriod()
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
            {mayIdentify ? (
              <NamedRecords days={{ ...days, cut }} measure={found} />
            ) : (
              <PseudonymisedRecords measure={found} records={records} />
            )}
          </>
        )}
      </Ready>
    </div>
  )
}
