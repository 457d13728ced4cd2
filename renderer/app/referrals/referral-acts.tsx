import { Link } from '@tanstack/react-router'
import { holding, type ReferralView } from '../../features/admission/view.ts'
import { useMay } from '../session/me.ts'

/** What can be done now: decide, or record the arrival on an offer that stands. */
export function ReferralActs({ view }: { view: ReferralView }) {
  const mayDecide = useMay('admission:decide')
  const mayArrive = useMay('stays:edit')
  const mayEdit = useMay('admission:edit')
  const params = { referralId: view.referral.id }
  const quiet = 'nhsuk-button nhsuk-button--secondary nhsuk-button--small'
  if (view.arrival)
    return (
      <Link to="/stays/$stayId" params={{ stayId: view.arrival.stayId }} className={quiet}>
        Open the stay
      </Link>
    )
  if (!view.open) return null
  const isOffered = view.stage === 'offered'
  return (
    <>
      {mayArrive && isOffered && (
        <Link
          to="/referrals/$referralId/arrive"
          params={params}
          className="nhsuk-button nhsuk-button--small"
        >
          Record the arrival
        </Link>
      )}
      {mayArrive && view.stage === 're-opened' && (
        <Link to="/referrals/$referralId/arrive" params={params} className={quiet}>
          She had come before the change
        </Link>
      )}
      {mayArrive && !isOffered && view.unlinkedStays.length === 0 && (
        <Link to="/people/admit" search={{ referralId: view.referral.id }} className={quiet}>
          She came in without an offer
        </Link>
      )}
      {mayArrive && view.unlinkedStays.length > 0 && (
        <Link to="/referrals/$referralId/link" params={params} className={quiet}>
          Tie a stay on record
        </Link>
      )}
      {mayEdit && view.decisions.at(-1)?.outcome === 'offered' && (
        <Link to="/referrals/$referralId/promise" params={params} className={quiet}>
          Change the bed or the time
        </Link>
      )}
      {mayDecide && (
        <Link
          to="/referrals/$referralId/decide"
          params={params}
          className={
            isOffered || holding(view).length > 0 ? quiet : 'nhsuk-button nhsuk-button--small'
          }
        >
          {view.decisions.length > 0 ? 'Decide again' : 'Decide'}
        </Link>
      )}
    </>
  )
}
