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
import { documentLink } from '../stay/document-link.tsx'

interface LegalFactsProps {
  motherId: string
  /** The baby, or the mother for a baby who is expected. */
  personId: string
  /** The stay in which the document behind it is shown. */
  stayId: string | null
  /** A status may be recorded now. */
  open: boolean
}

/** A baby's legal status now, what it means for consent, the document behind each, and what runs out. */
export function LegalFacts({ motherId, personId, stayId, open }: LegalFactsProps) {
  const legal = useRead(read.people.legalStatus.queryOptions({ personId, at: null }))
  const mayRecord = useMay('people:legal')
  const params = { motherId, personId }
  return (
    <Ready reading={legal} what="legal status">
      {({ standing, facts, warnings, consent }) => (
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
                    {own.carriedFrom && '. Recorded before the birth, and carried over at it'}
                    {own.documentId && stayId && (
                      <>. {documentLink(stayId)(own.documentId, 'Open the document')}</>
                    )}
                  </p>
                )}
                {mayRecord && own && (
                  <Link
                    to="/families/$motherId/legal/$personId/$factId"
                    params={{ ...params, factId: own.id }}
                  >
                    Change or end {status.label.toLowerCase()}
                  </Link>
                )}
              </div>
            )
          })}
          <details className="nhsuk-details">
            <summary className="nhsuk-details__summary">
              <span className="nhsuk-details__summary-text">Who may consent to treatment</span>
            </summary>
            <div className="nhsuk-details__text">
              {consent.map((text) => (
                <p key={text}>{text}</p>
              ))}
            </div>
          </details>
          <p className="app-buttons app-buttons--under">
            {mayRecord && open && (
              <Link
                to="/families/$motherId/legal/$personId"
                params={params}
                className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
              >
                Record a legal status
              </Link>
            )}
            {facts.length > 0 && (
              <Link to="/families/$motherId/legal-history/$personId" params={params}>
                All statuses, and any past time
              </Link>
            )}
          </p>
        </>
      )}
    </Ready>
  )
}
