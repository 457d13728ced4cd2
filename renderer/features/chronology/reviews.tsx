import { conclusionLabels, signAnswerLabels } from '#domain/chronology/review.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { type SourceKind, sourceKindLabels } from '#domain/shared/who-knows-her.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { PatternView } from './view.ts'

/** The analyses of a named professional, the newest first; or that there is none, and until when it is due. */
export function Reviews({ view }: { view: PatternView }) {
  const { reviews, dueAt, limit, reviewers } = view
  if (reviews.length === 0)
    return (
      <>
        <p>
          Nobody has analysed it yet. {limit}, by one of: {reviewers.join(', ').toLowerCase()}.
        </p>
        {dueAt !== null && <Countdown what="Due" due={dueAt} soonMinutes={24 * 60} />}
      </>
    )
  return reviews.map((review) => <Review key={review.recordId} view={view} review={review} />)
}

function Review({ view, review }: { view: PatternView; review: PatternView['reviews'][number] }) {
  const textOf = new Map(view.signs.map(({ id, text }) => [id, text]))
  const sources = review.lookedAt.split(' ').filter(Boolean) as SourceKind[]
  const told = review.signs.filter(({ answer }) => answer !== 'not-present')
  return (
    <article className="chronology-review">
      <p>
        <strong>
          <Shown>{review.reviewer ?? 'Nobody is named'}</Shown>
        </strong>
        {review.reviewedAt !== null && `, ${formatDateTime(review.reviewedAt)}`}, on{' '}
        {review.contacts} {review.contacts === 1 ? 'contact' : 'contacts'}{' '}
        {!review.ofTheseContacts && <Tag tone="warning">Contacts were recorded since</Tag>}
      </p>
      <ShownNote>{review.analysis}</ShownNote>
      <Facts
        facts={[
          { name: 'For the baby', value: <Shown>{review.impact}</Shown> },
          {
            name: 'Next',
            value: (
              <>
                {conclusionLabels[review.conclusion]}
                {review.nextStep !== '' && (
                  <p>
                    <Shown>{review.nextStep}</Shown>
                  </p>
                )}
              </>
            ),
          },
          { name: 'Looked at', value: sources.map((one) => sourceKindLabels[one]).join(', ') },
          {
            name: 'Signs',
            value:
              told.length === 0 ? (
                'None seen'
              ) : (
                <ul className="history-plain">
                  {told.map(({ signId, answer, why }) => (
                    <li key={signId}>
                      {textOf.get(signId) ?? signId} {signAnswerLabels[answer]}
                      {why !== '' && (
                        <>
                          : <Shown>{why}</Shown>
                        </>
                      )}
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </article>
  )
}
