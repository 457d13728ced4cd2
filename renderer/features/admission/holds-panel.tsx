import type { ReactNode } from 'react'
import { endingWords } from '#domain/admission/ending.ts'
import { stageLabels } from '#domain/admission/stages.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { lastDecision } from '#domain/shared/decision-order.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { ToDoList } from './to-do-list.tsx'
import { type HoldView, holding, type ReferralView } from './view.ts'
import { sentence, stageTones } from './words.ts'

interface HoldsPanelProps {
  view: ReferralView
  /** Goes to where the missing answer is given. */
  onGo: (ruleId: string) => void
  /** The way to an override; nothing where it cannot be overridden or this person may not. */
  override: (hold: HoldView) => ReactNode
  /** What can be done now: decide, arrive. */
  acts: ReactNode
  bedName: (bedId: string) => string
}

/** What holds the offer and what would release it: always in view, whatever is scrolled beside it. */
export function HoldsPanel({ view, onGo, override, acts, bedName }: HoldsPanelProps) {
  const held = holding(view)
  const through = view.holds.length - held.length
  return (
    <aside className="admission-holds" aria-labelledby="admission-holds">
      <div className="admission-holds__top">
        <h2 id="admission-holds">{titleOf(view, held.length)}</h2>
        <Tag tone={stageTones[view.stage]}>{stageLabels[view.stage]}</Tag>
      </div>
      <OfferedWhat view={view} bedName={bedName} />
      {acts && <div className="app-buttons admission-holds__acts">{acts}</div>}
      {view.reopening && held.length === 0 && <PutBack reopening={view.reopening} />}
      {view.toDo.length > 0 && <ToDoList toDo={view.toDo} most={3} />}
      {view.ended && view.ended.missing.length > 0 && <NotThere ended={view.ended} />}
      {held.length > 0 && !cameToNothing(view) && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by keyboard
        <ul className="admission-holds__list" tabIndex={0} aria-label="What holds the offer">
          {held.map((hold) => (
            <HoldLine key={hold.ruleId} hold={hold} onGo={onGo} override={override(hold)} />
          ))}
        </ul>
      )}
      {through > 0 && (
        <p className="app-quiet">
          {through} let through by an override of two people. Each is a line of its own in every
          report.
        </p>
      )}
    </aside>
  )
}

/** Nothing is left to release: what was still missing is named as not there. */
const cameToNothing = ({ stage }: ReferralView) => stage === 'declined' || stage === 'withdrawn'

function titleOf({ stage, decisions }: ReferralView, held: number): string {
  const decided = decisions.at(-1)
  if (stage === 'declined' || stage === 'withdrawn' || stage === 'arrived')
    return `${stageLabels[stage]}${decided ? ` (decided ${formatDateTime(decided.decidedAt)})` : ''}`
  if (stage === 'came-without-offer') return `${stageLabels[stage]}: ${held} would have held one`
  if (stage === 'offered' && decided) return `Offered ${formatDateTime(decided.decidedAt)}`
  if (held === 0)
    return stage === 're-opened'
      ? 'The offer is re-opened: decide again'
      : 'Nothing holds the offer'
  return stage === 're-opened'
    ? `The offer is re-opened, and held by ${held}`
    : `The offer is held by ${held}`
}

/** What was promised with an offer: the bed, and from when. */
function OfferedWhat({ view, bedName }: Pick<HoldsPanelProps, 'view' | 'bedName'>) {
  const offer = lastDecision(view.decisions)
  if (offer?.outcome !== 'offered' || !view.open) return null
  return (
    <p>
      {offer.bedId ? `${bedName(offer.bedId)} is promised` : 'No bed is named yet'},{' '}
      {offer.expectedArrivalAt
        ? `from ${formatDateTime(offer.expectedArrivalAt)}`
        : 'and no time is agreed'}
      .
    </p>
  )
}

/** What re-opened the offer and was put back: nobody has weighed it yet. */
function PutBack({ reopening }: { reopening: NonNullable<ReferralView['reopening']> }) {
  return (
    <p>
      Since {formatDateTime(reopening.at)}: {reopening.reasons.join('. ')}. It holds nothing now,
      but only a new decision closes what it opened.
    </p>
  )
}

interface HoldLineProps {
  hold: HoldView
  onGo: (ruleId: string) => void
  override: ReactNode
}

function HoldLine({ hold, onGo, override }: HoldLineProps) {
  return (
    <li className={`admission-hold admission-hold--${hold.kind}`}>
      <p className="admission-hold__reason">{hold.reason}</p>
      <p>
        <span className="app-quiet">To release it:</span> {sentence(hold.release)}
      </p>
      {hold.override && !hold.through && (
        <p>
          <Tag tone="danger">Override of no effect</Tag> {hold.override.why}
        </p>
      )}
      <div className="app-buttons">
        <Button
          kind="quiet"
          small
          label={`Go to it: ${hold.ruleId}`}
          onClick={() => onGo(hold.ruleId)}
        >
          Go to it
        </Button>
        {override}
      </div>
    </li>
  )
}

/** What was asked for and never came: named, and chased no more. */
function NotThere({ ended }: { ended: NonNullable<ReferralView['ended']> }) {
  return (
    <div className="app-quiet">
      <p>
        {endingWords[ended.how]}, {formatDateTime(ended.at)}; it is chased no more. An override that
        let it through stays counted in the report.
      </p>
      <ul>
        {ended.missing.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </div>
  )
}
