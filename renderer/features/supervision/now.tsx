import { placesOf } from '#domain/supervision/codes.ts'
import { levelName } from '#domain/supervision/rule-content.ts'
import { shownSide } from '#domain/supervision/strictest-here.ts'
import { Banner } from '../../ui/banner.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { ShownNote } from '../../ui/shown.tsx'
import type { SupervisionView } from './view.ts'

/** The two levels that matter at a glance, and the review: the largest things on the page. */
export function SupervisionNow({ view }: { view: SupervisionView }) {
  const { standing, rules } = view
  const fallback = (reason: string) => reason !== 'decided'
  return (
    <>
      <div className="supervision-now">
        {(['inside', 'outside'] as const).map((side) => {
          // As the card of the board says it: one place does not say another level than the next.
          const places = placesOf[side].map((place) => standing.places[place])
          const { level, stricterFor } = shownSide(rules, standing[side], places)
          return (
            <div
              key={side}
              className={`supervision-now__side${fallback(standing[side].reason) ? ' supervision-now__side--fallback' : ''}`}
            >
              <span>{side === 'inside' ? 'Inside the unit' : 'Outside the unit'}</span>
              <strong>{levelName(rules, level)}</strong>
              {stricterFor && <strong className="supervision-now__stricter">{stricterFor}</strong>}
              <span>{sideWords(standing[side].reason)}</span>
            </div>
          )
        })}
        <div className="supervision-now__review">
          {standing.reviewDueAt ? (
            <Countdown what="Review" due={standing.reviewDueAt} soonMinutes={240} />
          ) : (
            <span className="app-clock app-clock--late">Never assessed</span>
          )}
        </div>
      </div>
      {standing.authorityRequirement !== null && (
        <Banner title="A court or an authority has set a limit" tone="warning">
          <ShownNote>{standing.authorityRequirement}</ShownNote>
          <p>It does not lapse with the form, and nobody here can override it.</p>
        </Banner>
      )}
    </>
  )
}

const sideWords = (reason: string) =>
  reason === 'decided'
    ? 'decided'
    : reason === 'fallback-absent'
      ? 'fallback: not assessed since they came together'
      : 'fallback: review overdue'
