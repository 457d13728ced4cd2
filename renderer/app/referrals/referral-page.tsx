import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { hasCome } from '#domain/admission/stages.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import type { Basis } from '#domain/shared/provenance.ts'
import { read, useRead } from '../../api.ts'
import { CallBack } from '../../features/admission/call-back.tsx'
import { ClausesSection } from '../../features/admission/clauses-section.tsx'
import { CpisSection } from '../../features/admission/cpis-section.tsx'
import { DecisionsSection } from '../../features/admission/decisions-section.tsx'
import { HoldsPanel } from '../../features/admission/holds-panel.tsx'
import { ItemsSection } from '../../features/admission/items-section.tsx'
import { NewerRules } from '../../features/admission/newer-rules.tsx'
import { OverridesSection } from '../../features/admission/overrides-section.tsx'
import { SourcesSection } from '../../features/admission/sources-section.tsx'
import type { ReferralView, Words } from '../../features/admission/view.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shown } from '../../ui/shown.tsx'
import { bedTitle } from '../people/bed-title.ts'
import { fullName } from '../people/full-name.ts'
import { Ready } from '../reading.tsx'
import { MakeRestricted } from '../restricted/make-restricted.tsx'
import { RestrictedSection } from '../restricted/restricted-section.tsx'
import { useMay, useMe } from '../session/me.ts'
import { PreparedSection } from './prepared-supervision.tsx'
import { ReferralActs } from './referral-acts.tsx'
import { SourceTakenOut } from './source-taken-out.tsx'
import { ToldSection } from './told-section.tsx'
import { useStaffNames } from './use-staff-names.ts'

/** One referral: clauses left, evidence right, and what holds the offer always in view. */
export function ReferralPage() {
  const { referralId } = useParams({ from: '/referrals/$referralId' })
  const page = useRead(read.admission.get.queryOptions({ referralId }))
  return (
    <div className="app-main app-main--wide">
      <Ready reading={page} what="referral">
        {(view) => <Referral key={view.referral.id} view={view} />}
      </Ready>
    </div>
  )
}

function Referral({ view }: { view: ReferralView }) {
  const me = useMe()
  const mayEdit = useMay('admission:edit') && (view.open || hasCome(view.stage))
  const mayTell = useMay('admission:edit')
  const mayOverride = useMay('admission:override')
  const mayReadHistory = useMay('history:read')
  const mayRestricted = useMay('restricted:write')
  const names = useStaffNames()
  const beds = useRead(read.stays.beds.queryOptions(undefined))
  const [open, setOpen] = useState<string>()
  const [lastBasis, setLastBasis] = useState<Basis>()
  const params = { referralId: view.referral.id }
  const restrict = (words: Words) => <MakeRestricted {...words} />
  const shared = {
    view,
    mayEdit,
    open,
    onOpen: setOpen,
    lastBasis,
    onBasis: setLastBasis,
    restrict,
  }
  const bedName = (bedId: string) => {
    const found = beds.state === 'ready' ? beds.value.find(({ id }) => id === bedId) : undefined
    return found ? bedTitle(found.name) : 'A bed'
  }
  return (
    <>
      <PageHeader
        back={
          <Link to="/referrals" className="nhsuk-back-link">
            Back to the referrals
          </Link>
        }
        title={
          <>
            Referral: <Shown>{fullName(view.mother)}</Shown>
          </>
        }
        under={
          <>
            Received {formatDateTime(view.referral.receivedAt)},{' '}
            {view.referral.planned ? 'planned' : 'unplanned'}. <CallBack view={view} />
          </>
        }
        actions={
          <>
            <Link
              to="/families/$motherId"
              params={{ motherId: view.mother.id }}
              className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            >
              People and ties
            </Link>
            {mayReadHistory && (
              <Link
                to="/referrals/$referralId/chronology"
                params={params}
                className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
              >
                One page of history
              </Link>
            )}
            {mayEdit && view.open && (
              <Link
                to="/referrals/$referralId/change"
                params={params}
                className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
              >
                Change what was told
              </Link>
            )}
          </>
        }
      />
      {mayEdit && <NewerRules view={view} />}
      <div className="admission-page">
        <HoldsPanel
          view={view}
          onGo={(ruleId) => goTo(view, ruleId)}
          acts={<ReferralActs view={view} />}
          bedName={bedName}
          override={(hold) =>
            mayOverride &&
            view.open &&
            hold.overridable && (
              <Link
                to="/referrals/$referralId/override/$ruleId"
                params={{ ...params, ruleId: hold.ruleId }}
                className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
              >
                Override <span className="app-hidden">{hold.ruleId}</span>
              </Link>
            )
          }
        />
        <div className="admission-page__clauses">
          <ClausesSection {...shared} />
          <ToldSection view={view} mayEdit={mayEdit && view.open} />
          {!view.open && (
            <MakeRestricted
              type="referral"
              id={view.referral.id}
              version={view.referral.version}
              onDone={() => undefined}
            />
          )}
        </div>
        <div className="admission-page__evidence">
          <CpisSection view={view} mayEdit={mayEdit} />
          <ItemsSection {...shared} />
          <SourcesSection
            view={view}
            mayEdit={mayEdit && view.open}
            takeOut={(source) => <SourceTakenOut referralId={view.referral.id} source={source} />}
          />
          <OverridesSection view={view} me={me} nameOf={names} />
          <PreparedSection view={view} />
          <DecisionsSection
            view={view}
            nameOf={names}
            mayEdit={mayTell}
            bedName={bedName}
            tell={(decision) => (
              <Link
                to="/referrals/$referralId/told/$decisionId"
                params={{ ...params, decisionId: decision.recordId }}
              >
                Record that the referrer was told
              </Link>
            )}
          />
          {mayRestricted && <RestrictedSection of={params} />}
        </div>
      </div>
    </>
  )
}

/** Scrolls to a clause or item and puts the focus on what answers it; a group leads to its first clause. */
function goTo(view: ReferralView, ruleId: string) {
  const hold = view.holds.find((one) => one.ruleId === ruleId)
  const row = [ruleId, ...(hold?.overrideAgainst ?? [])]
    .map((id) => document.getElementById(`rule-${id}`))
    .find((found) => found !== null)
  row?.scrollIntoView({ block: 'center' })
  row?.querySelector('button')?.focus({ preventScroll: true })
}
