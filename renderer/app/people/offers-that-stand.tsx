import { Link } from '@tanstack/react-router'
import { stageLabels } from '#domain/admission/stages.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import type { ReferralLine } from '../../features/admission/view.ts'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Ready } from '../reading.tsx'
import { fullName } from './full-name.ts'

/** Who may be at the door: on an offer that stands, or referred and without one. An arrival belongs to its referral. */
export function OffersThatStand() {
  const referrals = useRead(read.admission.list.queryOptions({ which: 'open' }))
  return (
    <Section title="Was she referred?">
      <Ready reading={referrals} what="referrals">
        {({ referrals: all }) => {
          const open = all.filter((one) => one.open)
          if (open.length === 0) return <p>No referral is open. Record the arrival below.</p>
          return (
            <>
              <ul className="nhsuk-list">
                {open.map((one) => (
                  <li key={one.id}>
                    <Way referral={one} />{' '}
                    <span className="app-quiet">referred {formatDateTime(one.receivedAt)}</span>{' '}
                    {one.stage !== 'offered' && (
                      <Tag tone={one.stage === 're-opened' ? 'danger' : 'warning'}>
                        No offer stands: {stageLabels[one.stage].toLowerCase()}
                      </Tag>
                    )}
                  </li>
                ))}
              </ul>
              <p>None of these: record the arrival below.</p>
            </>
          )
        }}
      </Ready>
    </Section>
  )
}

function Way({ referral: { id, stage, mother } }: { referral: ReferralLine }) {
  if (stage === 'offered')
    return (
      <Link to="/referrals/$referralId/arrive" params={{ referralId: id }}>
        <Shown>{fullName(mother)}</Shown>: record her arrival on the offer
      </Link>
    )
  return (
    <>
      <Link to="/people/admit" search={{ referralId: id }}>
        <Shown>{fullName(mother)}</Shown>: record that she came in without an offer
      </Link>
      {' or '}
      <Link to="/referrals/$referralId" params={{ referralId: id }}>
        decide on the referral
      </Link>
    </>
  )
}
