import type { ReactNode } from 'react'
import { decisionOutcomeLabels } from '#domain/admission/record.ts'
import { stageLabels } from '#domain/admission/stages.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { type Role, roleLabels } from '#domain/users/roles.ts'
import { act } from '../../api.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { lengthText } from '../../ui/duration.ts'
import { Section } from '../../ui/section.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { LetterButtons } from './letter-buttons.tsx'
import type { DecisionView, NameOf, ReferralView } from './view.ts'

interface DecisionsSectionProps {
  view: ReferralView
  nameOf: NameOf
  mayEdit: boolean
  bedName: (bedId: string) => string
  /** The way to record that the referrer was told. */
  tell: (decision: DecisionView) => ReactNode
}

/** The decisions, newest first, and how long the referral stood in each stage. */
export function DecisionsSection({ view, ...rest }: DecisionsSectionProps) {
  return (
    <Section title="Decisions and time in each stage">
      {view.decisions.length === 0 && <p className="app-quiet">Nothing is decided yet.</p>}
      {[...view.decisions].reverse().map((one) => (
        <DecisionLine key={one.recordId} decision={one} view={view} {...rest} />
      ))}
      <Table
        caption="Time in each stage"
        captionHidden
        columns={[
          { name: 'Stage', cell: (row) => stageLabels[row.stage] },
          { name: 'From', cell: (row) => formatDateTime(row.from) },
          {
            name: 'Time',
            cell: (row) => (row.minutes === null ? '–' : lengthText(row.minutes * 60_000)),
          },
        ]}
        rows={view.stages}
        rowKey={(row) => `${row.stage} ${row.from}`}
      />
    </Section>
  )
}

/** Whether this still holds: what has come since is said to have come. */
const isHeldBy = (view: ReferralView, id: string) =>
  view.stage !== 'waiting' || view.holds.some(({ ruleId }) => ruleId === id)

interface DecisionLineProps extends DecisionsSectionProps {
  decision: DecisionView
}

function DecisionLine({ decision, view, nameOf, bedName, mayEdit, tell }: DecisionLineProps) {
  const reason = view.choices.declineReasons.find(({ code }) => code === decision.reasonCode)
  const names = (ids: readonly string[], list: readonly { id: string; name: string }[]) =>
    ids.map((id) => list.find((one) => one.id === id)?.name ?? id).join('; ')
  const titles = [...view.clauses, ...view.items].map(({ id, title }) => ({ id, name: title }))
  return (
    <div className="app-fact">
      <p>
        <strong>{decisionOutcomeLabels[decision.outcome]}</strong>,{' '}
        {formatDateTime(decision.decidedAt)}
        {decision.deciderId && (
          <>
            , by <Shown>{nameOf(decision.deciderId)}</Shown>
            {decision.deciderRole && ` (${roleLabels[decision.deciderRole as Role]})`}
          </>
        )}
        {decision.bedId && `. ${bedName(decision.bedId)}`}
        {decision.expectedArrivalAt && `. Expected ${formatDateTime(decision.expectedArrivalAt)}`}
      </p>
      {view.pastPromises
        .filter(({ decisionId }) => decisionId === decision.recordId)
        .map((past) => (
          <p key={past.changedAt} className="app-quiet">
            Before {formatDateTime(past.changedAt)}:{' '}
            {past.bedId ? bedName(past.bedId) : 'no bed named'},{' '}
            {past.expectedArrivalAt
              ? `expected ${formatDateTime(past.expectedArrivalAt)}`
              : 'time not agreed'}
            . Changed by <Shown>{nameOf(past.author)}</Shown>: <Shown>{past.reason}</Shown>
          </p>
        ))}
      {reason && <p>Reason: {reason.label}</p>}
      {decision.signposting.length > 0 && (
        <p>Pointed to: {names(decision.signposting, view.choices.resources)}</p>
      )}
      {decision.signpostingNote && <ShownNote>{decision.signpostingNote}</ShownNote>}
      {decision.waitingOn.length > 0 && (
        <p>
          {view.stage === 'waiting' ? 'Waits for' : 'Waited for'}:{' '}
          {decision.waitingOn
            .map((id) => `${names([id], titles)}${isHeldBy(view, id) ? '' : ' (has come)'}`)
            .join('; ')}
        </p>
      )}
      {decision.withdrawnBy && (
        <p>
          Withdrawn by <Shown>{decision.withdrawnBy}</Shown>
        </p>
      )}
      {decision.note !== '' && <ShownNote>{decision.note}</ShownNote>}
      {mayEdit && (
        <LetterButtons
          what={`Letter to the referrer: ${decisionOutcomeLabels[decision.outcome].toLowerCase()}`}
          make={(format) =>
            act.admission.decisionLetter.mutate({
              referralId: view.referral.id,
              decisionId: decision.recordId,
              format,
            })
          }
        />
      )}
      {decision.referrerToldAt ? (
        <p className="app-quiet">
          Referrer told {formatDateTime(decision.referrerToldAt)}:{' '}
          <Shown>{`${decision.referrerToldTo ?? ''}, ${decision.referrerToldHow ?? ''}`}</Shown>
        </p>
      ) : (
        decision.referrerToldDueAt && (
          <p>
            <Countdown what="Tell the referrer" due={decision.referrerToldDueAt} /> {tell(decision)}
          </p>
        )
      )}
    </div>
  )
}
