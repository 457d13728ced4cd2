import { formatDateTime } from '#domain/shared/calendar.ts'
import { decisionLabel } from '#domain/supervision/record.ts'
import { placeName } from '#domain/supervision/rule-content.ts'
import { Banner } from '../../ui/banner.tsx'
import { ShownNote } from '../../ui/shown.tsx'
import { LevelTag } from './level-tag.tsx'
import type { SupervisionView } from './view.ts'

/** What somebody else signed while this form was open: theirs stands, and what was typed here is kept. */
export function SignedMeanwhile({ view }: { view: SupervisionView }) {
  const theirs = view.decisions.at(-1)
  if (!theirs) return null
  return (
    <Banner
      title="Somebody else has signed a decision since you opened this form"
      tone="warning"
      urgent
    >
      <p>
        {decisionLabel(theirs)}, from {formatDateTime(theirs.startsAt)}. It stands. What you typed
        is kept: sign it after theirs, or go back.
      </p>
      <p className="app-tags">
        {theirs.cells
          .filter(({ activity }) => activity === 'all')
          .map(({ place, level }) => (
            <span key={place}>
              {placeName(view.rules, place)} <LevelTag rules={view.rules} level={level} />{' '}
            </span>
          ))}
      </p>
      <ShownNote>{theirs.rationale}</ShownNote>
    </Banner>
  )
}
