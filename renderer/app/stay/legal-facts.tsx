import { Link } from '@tanstack/react-router'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { basisLine } from '#domain/shared/provenance.ts'
import { read, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import type { PairView } from './stay-view.ts'

interface LegalFactsProps {
  pair: PairView
  stayId: string
  open: boolean
}

/** A baby's legal status now, each with the document behind it, and warnings of what runs out. */
export function LegalFacts({ pair, stayId, open }: LegalFactsProps) {
  const legal = useRead(read.people.legalStatus.queryOptions({ personId: pair.babyId, at: null }))
  const mayRecord = useMay('people:legal')
  return (
    <Ready reading={legal} what="legal status">
      {({ standing, facts, warnings }) => (
        <>
          {warnings.map((text) => (
            <Banner key={text} title={text} tone="warning" />
          ))}
          {!standing.known && <Empty>Legal status is not recorded yet.</Empty>}
          {standing.inForce.map(({ status, fact }) => {
            const own = facts.find(({ id }) => id === fact.recordId)
            return (
              <div key={fact.recordId} className="app-fact">
                <Tag tone="legal">{status.label}</Tag> from {formatDateTime(fact.startsAt)}
                {fact.endsAt !== null && ` to ${formatDateTime(fact.endsAt)}`}
                {own?.authority && (
                  <>
                    , <Shown>{own.authority}</Shown>
                  </>
                )}
                <p className="app-quiet">{status.responsibility}</p>
                {own && (
                  <p className="app-quiet">
                    <Shown>{basisLine(own.basis)}</Shown>
                  </p>
                )}
                {mayRecord && own && (
                  <Link
                    to="/stays/$stayId/legal/$personId/$factId"
                    params={{ stayId, personId: pair.babyId, factId: own.id }}
                  >
                    Change or end {status.label.toLowerCase()}
                  </Link>
                )}
              </div>
            )
          })}
          {mayRecord && open && (
            <p>
              <Link
                to="/stays/$stayId/legal/$personId"
                params={{ stayId, personId: pair.babyId }}
                className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
              >
                Record a legal status
              </Link>
            </p>
          )}
        </>
      )}
    </Ready>
  )
}
