import { Link } from '@tanstack/react-router'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { leaveRuleTexts, mentalHealthActStatusOf } from '#domain/shared/mental-health-act.ts'
import { basisLine } from '#domain/shared/provenance.ts'
import { read, useRead } from '../../api.ts'
import { Shown } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'

/** The mother's status under the Mental Health Act now, and every one that was recorded, each to be corrected. */
export function MentalHealthActNow({ motherId }: { motherId: string }) {
  const status = useRead(read.people.mentalHealthAct.queryOptions({ personId: motherId, at: null }))
  const mayLegal = useMay('people:legal')
  return (
    <Ready reading={status}>
      {({ standing, facts }) => {
        const own = facts.find(({ id }) => id === standing?.fact.recordId)
        return (
          <>
            {!standing && <Tag tone="warning">Not recorded</Tag>}
            {standing && (
              <>
                <Tag>{standing.status.label}</Tag> from {formatDateTime(standing.fact.startsAt)}
                {standing.fact.endsAt !== null && ` to ${formatDateTime(standing.fact.endsAt)}`}
                {standing.endUnconfirmed && (
                  <p>
                    <Tag tone="danger">Ran out on paper: record what followed</Tag>
                  </p>
                )}
                <p>{leaveRuleTexts[standing.status.leave]}</p>
              </>
            )}
            {own && (
              <p className="app-quiet">
                <Shown>{basisLine(own.basis)}</Shown>
              </p>
            )}
            {mayLegal &&
              facts.map(({ id, code, startsAt }) => (
                <p key={id}>
                  <Link
                    to="/families/$motherId/mental-health-act/$factId"
                    params={{ motherId, factId: id }}
                  >
                    Change or end {mentalHealthActStatusOf(code).label.toLowerCase()} of{' '}
                    {formatDateTime(startsAt)}
                  </Link>
                </p>
              ))}
          </>
        )
      }}
    </Ready>
  )
}
