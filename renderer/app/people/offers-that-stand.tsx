import { Link } from '@tanstack/react-router'
import { stageLabels } from '#domain/admission/stages.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Ready } from '../reading.tsx'
import { fullName } from './full-name.ts'

/** The offers that she may come on: an arrival belongs to the offer that it was made on. */
export function OffersThatStand() {
  const referrals = useRead(read.admission.list.queryOptions({ which: 'open' }))
  return (
    <Section title="Which offer does she come on?">
      <Ready reading={referrals} what="offers">
        {({ referrals: open }) => {
          const offers = open.filter(({ stage }) => stage === 'offered' || stage === 're-opened')
          if (offers.length === 0) return <p>No offer stands. Record the arrival below.</p>
          return (
            <>
              <ul className="nhsuk-list">
                {offers.map((one) => (
                  <li key={one.id}>
                    {one.stage === 'offered' ? (
                      <Link to="/referrals/$referralId/arrive" params={{ referralId: one.id }}>
                        <Shown>{fullName(one.mother)}</Shown>: record her arrival on the offer
                      </Link>
                    ) : (
                      <Link to="/referrals/$referralId" params={{ referralId: one.id }}>
                        <Shown>{fullName(one.mother)}</Shown>: open the referral
                      </Link>
                    )}{' '}
                    <span className="app-quiet">referred {formatDateTime(one.receivedAt)}</span>{' '}
                    {one.stage === 're-opened' && (
                      <Tag tone="warning">{stageLabels['re-opened']}: decide again</Tag>
                    )}
                  </li>
                ))}
              </ul>
              <p>On none of these: record the arrival below.</p>
            </>
          )
        }}
      </Ready>
    </Section>
  )
}
