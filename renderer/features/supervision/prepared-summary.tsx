import { formatDateTime } from '#domain/shared/calendar.ts'
import { type Activity, type Place, type Side, sides } from '#domain/supervision/codes.ts'
import { cellsOnSide } from '#domain/supervision/prepared.ts'
import { activityName, placeName, type SupervisionRules } from '#domain/supervision/rule-content.ts'
import { roleLabels } from '#domain/users/roles.ts'
import { Banner } from '../../ui/banner.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { FactorsList } from './factors-list.tsx'
import { LevelTag } from './level-tag.tsx'
import type { PreparedChild } from './view.ts'

interface PreparedSummaryProps {
  rules: SupervisionRules
  prepared: NonNullable<PreparedChild['prepared']>
  /** The name of a member of staff; a dash where it is not known. */
  nameOf: (staffId: string) => string
}

const sideNames: Record<Side, string> = { inside: 'Inside the unit', outside: 'Outside the unit' }

/** What will be in force from arrival: the levels, place by place, who signed them and when, and the reason. */
export function PreparedSummary({ rules, prepared, nameOf }: PreparedSummaryProps) {
  return (
    <>
      {prepared.state === 'too-old' && (
        <Banner
          title="This was decided seven days ago or earlier: it has to be decided again before she arrives"
          tone="danger"
        />
      )}
      {sides.map((side) => (
        <p key={side} className="app-tags">
          <strong>{sideNames[side]}:</strong>{' '}
          {cellsOnSide(prepared.cells, side).map(({ place, activity, level }) => (
            <span key={`${place} ${activity}`}>
              {cellName(rules, place, activity)} <LevelTag rules={rules} level={level} />{' '}
            </span>
          ))}
        </p>
      ))}
      <p>
        Decided {formatDateTime(prepared.decidedAt)}, signed by{' '}
        <Shown>{nameOf(prepared.author)}</Shown>, {roleLabels[prepared.decidedByRole].toLowerCase()}
        . Review within {prepared.reviewWithinHours} hours of arrival.
      </p>
      {prepared.authorityRequirement !== null && (
        <ShownNote>{`Required by a court or an authority: ${prepared.authorityRequirement}`}</ShownNote>
      )}
      <ShownNote>{prepared.rationale}</ShownNote>
      <FactorsList factors={prepared.factors} />
    </>
  )
}

const cellName = (rules: SupervisionRules, place: Place, activity: Activity) =>
  activity === 'all'
    ? placeName(rules, place)
    : `${placeName(rules, place)}, ${activityName(rules, activity).toLowerCase()}`
