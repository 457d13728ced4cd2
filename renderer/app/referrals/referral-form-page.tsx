import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { read, useRead } from '../../api.ts'
import type { ReferralView } from '../../features/admission/view.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shown } from '../../ui/shown.tsx'
import { fullName } from '../people/full-name.ts'
import { Ready } from '../reading.tsx'

interface ReferralFormPageProps {
  referralId: string
  title: string
  wide?: boolean
  children: (view: ReferralView) => ReactNode
}

/** A page of one act within a referral: its title, the way back, and what is asked. */
export function ReferralFormPage({ referralId, title, wide, children }: ReferralFormPageProps) {
  const page = useRead(read.admission.get.queryOptions({ referralId }))
  return (
    <div className={`app-main ${wide ? 'app-main--wide' : 'app-main--reading'}`}>
      <Ready reading={page} what="referral">
        {(view) => (
          <>
            <PageHeader
              title={
                <>
                  {title}: <Shown>{fullName(view.mother)}</Shown>
                </>
              }
              back={
                <Link
                  to="/referrals/$referralId"
                  params={{ referralId }}
                  className="nhsuk-back-link"
                >
                  Back to the referral
                </Link>
              }
            />
            {children(view)}
          </>
        )}
      </Ready>
    </div>
  )
}

/** Goes back to the page of the referral. */
export function useBackToReferral(referralId: string): () => void {
  const navigate = useNavigate()
  return () => void navigate({ to: '/referrals/$referralId', params: { referralId } })
}
