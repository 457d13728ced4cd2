import { formatDateTime } from '#domain/shared/calendar.ts'
import { Banner } from '../../ui/banner.tsx'
import { Shown } from '../../ui/shown.tsx'
import { holding, type ReferralView } from './view.ts'

/** What is signed with an offer: what holds it still, and each override that it rests on, by name. */
export function OfferRestsOn({ view }: { view: ReferralView }) {
  const held = holding(view)
  const through = view.holds.filter((one) => one.through)
  const overrideOf = new Map(view.overrides.map((one) => [one.recordId, one]))
  return (
    <>
      {held.length > 0 && (
        <Banner title={`The offer is held by ${held.length}`} tone="danger">
          <ul>
            {held.map((hold) => (
              <li key={hold.ruleId}>
                {hold.reason}. To release it: {hold.release}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {through.length > 0 && (
        <Banner
          title={`You sign an offer that rests on ${through.length} overridden`}
          tone="warning"
        >
          <ul>
            {through.map((hold) => {
              const used = hold.override && overrideOf.get(hold.override.overrideId)
              return (
                <li key={hold.ruleId}>
                  {hold.reason}
                  {used && (
                    <>
                      . Overridden {formatDateTime(used.overriddenAt)}:{' '}
                      <Shown>{used.because}</Shown>
                      {used.dueAt && `; it has to be there by ${formatDateTime(used.dueAt)}`}
                    </>
                  )}
                  {hold.override?.why ? `. ${hold.override.why}` : ''}
                </li>
              )
            })}
          </ul>
        </Banner>
      )}
      {held.length === 0 && through.length === 0 && (
        <p>Nothing holds the offer, and nothing was overridden.</p>
      )}
    </>
  )
}
