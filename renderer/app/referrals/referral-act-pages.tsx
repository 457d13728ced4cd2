import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { read, useRead } from '../../api.ts'
import { ArriveForm } from '../../features/admission/arrive-form.tsx'
import { CallBack } from '../../features/admission/call-back.tsx'
import { DecideForm } from '../../features/admission/decide-form.tsx'
import { LinkForm } from '../../features/admission/link-form.tsx'
import { OverrideForm } from '../../features/admission/override-form.tsx'
import { PromiseForm } from '../../features/admission/promise-form.tsx'
import { ToldForm } from '../../features/admission/told-form.tsx'
import type { ReferralView } from '../../features/admission/view.ts'
import { Banner } from '../../ui/banner.tsx'
import { useBeds } from '../people/use-beds.ts'
import { Ready } from '../reading.tsx'
import { useMe } from '../session/me.ts'
import { PreparedOnArrival } from './prepared-supervision.tsx'
import { ReferralFormPage, useBackToReferral } from './referral-form-page.tsx'
import { useStaffNames } from './use-staff-names.ts'

/** The decision on a referral. */
export function DecidePage() {
  const { referralId } = useParams({ from: '/referrals/$referralId/decide' })
  const me = useMe()
  const done = useBackToReferral(referralId)
  const beds = useBeds(referralId).filter(({ closed }) => !closed)
  const nameOf = useStaffNames()
  return (
    <ReferralFormPage referralId={referralId} title="Decide">
      {(view) => (
        <DecideForm view={view} signer={me.name} beds={beds} nameOf={nameOf} onDone={done} />
      )}
    </ReferralFormPage>
  )
}

/** The override of one clause or item. */
export function OverridePage() {
  const { referralId, ruleId } = useParams({ from: '/referrals/$referralId/override/$ruleId' })
  return (
    <ReferralFormPage referralId={referralId} title={`Override ${ruleId}`}>
      {(view) => <OverrideOf key={ruleId} view={view} ruleId={ruleId} />}
    </ReferralFormPage>
  )
}

function OverrideOf({ view, ruleId }: { view: ReferralView; ruleId: string }) {
  const me = useMe()
  const done = useBackToReferral(view.referral.id)
  const staff = useRead(read.users.staff.queryOptions(undefined))
  // What the form was opened for: once it is signed nothing is held by it, and the form leads on by itself.
  const [hold] = useState(() => view.holds.find((one) => one.ruleId === ruleId && !one.through))
  if (!hold) return <Banner title="Nothing is held by this any more" />
  return (
    <Ready reading={staff}>
      {(everybody) => (
        <OverrideForm
          view={view}
          hold={hold}
          signer={me.name}
          staff={everybody
            .filter((one) => one.leftOn === null && one.recordId !== me.staffId)
            .map((one) => ({ value: one.recordId, label: one.name }))}
          onDone={done}
        />
      )}
    </Ready>
  )
}

/** The arrival on an offer. */
export function ArrivePage() {
  const { referralId } = useParams({ from: '/referrals/$referralId/arrive' })
  const back = useBackToReferral(referralId)
  const navigate = useNavigate()
  const beds = useBeds(referralId)
  return (
    <ReferralFormPage referralId={referralId} title="Arrival">
      {(view) => (
        <>
          <PreparedOnArrival view={view} />
          <ArriveForm
            view={view}
            beds={beds}
            onArrived={(stayId) => void navigate({ to: '/stays/$stayId', params: { stayId } })}
            onBack={back}
          />
        </>
      )}
    </ReferralFormPage>
  )
}

/** That the referrer was told of a decision. */
export function ToldPage() {
  const { referralId, decisionId } = useParams({ from: '/referrals/$referralId/told/$decisionId' })
  const done = useBackToReferral(referralId)
  return (
    <ReferralFormPage referralId={referralId} title="Referrer told">
      {(view) => (
        <ToldForm decisionId={decisionId} route={<CallBack view={view} />} onDone={done} />
      )}
    </ReferralFormPage>
  )
}

/** A stay that was recorded at the door, before anybody opened the referral, is tied to it. */
export function LinkPage() {
  const { referralId } = useParams({ from: '/referrals/$referralId/link' })
  const done = useBackToReferral(referralId)
  return (
    <ReferralFormPage referralId={referralId} title="Tie a stay to the referral">
      {(view) => <LinkForm view={view} onDone={done} />}
    </ReferralFormPage>
  )
}

/** Another bed or time on an offer. */
export function PromisePage() {
  const { referralId } = useParams({ from: '/referrals/$referralId/promise' })
  const done = useBackToReferral(referralId)
  const beds = useBeds(referralId).filter(({ closed }) => !closed)
  return (
    <ReferralFormPage referralId={referralId} title="Change the bed or the time">
      {(view) => {
        const offer = view.decisions.at(-1)
        return view.open && offer?.outcome === 'offered' ? (
          <PromiseForm offer={offer} beds={beds} onDone={done} />
        ) : (
          <Banner title="No offer stands" />
        )
      }}
    </ReferralFormPage>
  )
}
