import { Shown } from '../../ui/shown.tsx'
import type { ReferralView } from './view.ts'

/** How the referrer is rung back: as the record says, and not at all where that is not safe (decision 30). */
export function CallBack({ view }: { view: Pick<ReferralView, 'callBack' | 'referral'> }) {
  const { callBack: route, referral } = view
  const name = <Shown>{referral.referrerName}</Shown>
  if (route.kind === 'social-worker')
    return (
      <>
        <strong>Do not call back</strong> {name}: {route.because.charAt(0).toLowerCase()}
        {route.because.slice(1)}. Ask the social worker
      </>
    )
  return (
    <>
      Call back {name}
      {route.kind === 'through' && (
        <>
          {' '}
          <strong>
            only through <Shown>{route.whom}</Shown>
          </strong>
        </>
      )}
      : <strong>{referral.callBackNumber}</strong>
    </>
  )
}
