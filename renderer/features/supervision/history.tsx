import { formatDateTime } from '#domain/shared/calendar.ts'
import { conditionMessage } from '#domain/supervision/conditions.ts'
import { entryLag } from '#domain/supervision/faults.ts'
import { decisionLabel } from '#domain/supervision/record.ts'
import { activityName, placeName } from '#domain/supervision/rule-content.ts'
import { roleLabels } from '#domain/users/roles.ts'
import { lengthText } from '../../ui/duration.ts'
import { Empty } from '../../ui/empty.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { FactorsList } from './factors-list.tsx'
import { LevelTag } from './level-tag.tsx'
import type { DecisionView, SupervisionView } from './view.ts'

interface HistoryProps {
  view: SupervisionView
  /** The name of a member of staff; a dash where it is not known. */
  nameOf: (staffId: string) => string
}

/** Every decision, newest first: what was decided, by whom, why, and when it was entered. */
export function SupervisionHistory({ view, nameOf }: HistoryProps) {
  if (view.decisions.length === 0)
    return <Empty>No supervision decision has been recorded for this mother and baby.</Empty>
  const newestFirst = view.decisions.toReversed()
  return (
    <Timeline
      entries={newestFirst.map((decision) => ({
        key: decision.recordId,
        when: `From ${formatDateTime(decision.startsAt)}. Review due ${formatDateTime(decision.reviewDueAt)}`,
        title: (
          <>
            {decisionLabel(decision)} by{' '}
            <Shown>{nameOf(decision.prepared?.author ?? decision.author)}</Shown>,{' '}
            {roleLabels[decision.decidedByRole].toLowerCase()}
            {decision.secondSignerId && (
              <>
                , and <Shown>{nameOf(decision.secondSignerId)}</Shown>
              </>
            )}
          </>
        ),
        children: <DecisionWords decision={decision} view={view} nameOf={nameOf} />,
      }))}
    />
  )
}

function DecisionWords({ decision, view, nameOf }: HistoryProps & { decision: DecisionView }) {
  const lag = entryLag(decision.startsAt, decision.recordedAt)
  return (
    <>
      <div className="app-tags">
        {decision.cells.map(({ place, activity, level }) => (
          <span key={`${place} ${activity}`}>
            {placeName(view.rules, place)}
            {activity !== 'all' && `, ${activityName(view.rules, activity).toLowerCase()}`}:{' '}
            <LevelTag rules={view.rules} level={level} />
          </span>
        ))}
      </div>
      <ShownNote>{decision.rationale}</ShownNote>
      <p className="app-quiet">
        Evidence: <Shown>{decision.evidence}</Shown>
      </p>
      <FactorsList factors={decision.factors} />
      {decision.agreedWith && decision.agreedAt && (
        <p>
          Agreed with <Shown>{decision.agreedWith}</Shown>, {formatDateTime(decision.agreedAt)}
        </p>
      )}
      {decision.team && (
        <p>
          Decided together: <Shown>{decision.team}</Shown>
        </p>
      )}
      {decision.motherToldAt && <p>Mother told {formatDateTime(decision.motherToldAt)}</p>}
      {decision.socialWorkerTold && (
        <p>
          Social worker told first: <Shown>{decision.socialWorkerTold}</Shown>
          {decision.socialWorkerToldAt && `, ${formatDateTime(decision.socialWorkerToldAt)}`}
        </p>
      )}
      {decision.overrides.map(({ rule, because }) => (
        <p key={rule}>
          <Tag tone="warning">Signed by name although</Tag> {conditionMessage(rule)}. Because:{' '}
          <Shown>{because}</Shown>
        </p>
      ))}
      {decision.authorityRequirement && (
        <p>
          Required by a court or an authority: <Shown>{decision.authorityRequirement}</Shown>
        </p>
      )}
      {decision.legalBasis && (
        <p>
          <Shown>{decision.legalBasis}</Shown>
        </p>
      )}
      {decision.confirmation && (
        <p>
          {decision.confirmation.confirmed ? 'Confirmed' : 'Not confirmed'} by a registered nurse,{' '}
          {formatDateTime(decision.confirmation.confirmedAt)}
        </p>
      )}
      {decision.prepared && (
        <p>
          Decided before arrival, {formatDateTime(decision.prepared.decidedAt)}; taken over by the
          arrival, which <Shown>{nameOf(decision.author)}</Shown> recorded.
        </p>
      )}
      {lag > 1 && !decision.prepared && (
        <Tag tone="warning">Entered {lengthText(lag * 60_000)} late</Tag>
      )}
    </>
  )
}
