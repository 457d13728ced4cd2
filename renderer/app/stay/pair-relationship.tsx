import { Link } from '@tanstack/react-router'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { AssessmentDue } from '../../features/relationship/due.tsx'
import { Ready } from '../reading.tsx'
import { useRelationship } from './relationship-page.tsx'

/** On the page of a stay: which assessment is due, when the last was, and the way to all of them. */
export function PairRelationship({ stayId, pairId }: { stayId: string; pairId: string }) {
  const view = useRelationship(pairId)
  return (
    <>
      <h3>Relationship and parenting</h3>
      <Ready reading={view} what="assessments">
        {(value) => {
          const [last] = value.assessments
          return (
            <>
              <AssessmentDue view={value} />
              <p>
                {last?.ratedAt
                  ? `Last assessed ${formatDateTime(last.ratedAt)}. `
                  : 'Not assessed yet. '}
                <Link to="/stays/$stayId/relationship/$pairId" params={{ stayId, pairId }}>
                  Relationship and parenting in full
                </Link>
              </p>
            </>
          )
        }}
      </Ready>
    </>
  )
}
