import { formatDateTime, formatTime } from '#domain/shared/calendar.ts'
import { type Step, stepLabels } from '#domain/unwell-baby/pathway.ts'

/** The seven steps of the pathway and how each stands: in words, the colour only helps. */
export function StepsLine({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="episode-steps" aria-label="Pathway">
      {steps.map((step, index) => (
        <li
          key={step.key}
          className={`episode-step episode-step--${step.state}`}
          title={whyOf(step)}
        >
          <span className="episode-step__name">
            <span className="episode-step__number">{index + 1}</span> {stepLabels[step.key]}
          </span>
          <span className="episode-step__state">{stateText(step)}</span>
        </li>
      ))}
    </ol>
  )
}

function stateText(step: Step): string {
  switch (step.state) {
    case 'done':
      return `Done ${formatTime(step.at)}${step.lateBy ? ', late' : ''}`
    case 'not-needed':
      return 'Not needed now'
    case 'due':
      return step.dueAt ? `By ${formatTime(step.dueAt)}` : 'To do'
    case 'late':
      return step.dueAt ? `LATE since ${formatTime(step.dueAt)}` : 'LATE'
  }
}

function whyOf(step: Step): string {
  switch (step.state) {
    case 'done':
      return `Done ${formatDateTime(step.at)}`
    case 'not-needed':
      return step.because
    default:
      return step.what
  }
}
