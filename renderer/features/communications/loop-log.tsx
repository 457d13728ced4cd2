import { dutyMethodLabels, sharingBasisLabels } from '#domain/communications/record.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { type LoopMark, lastMark, TakeBackButton } from './take-back-form.tsx'
import type { LoopView } from './view.ts'

const when = (at: Instant | null) => (at === null ? 'time not recorded' : formatDateTime(at))

interface LoopLogProps {
  loop: LoopView
  /** Begins to take back what was recorded last, by mistake; absent for whoever may not. */
  onTakeBack: ((mark: LoopMark) => void) | undefined
}

/** What was done about a loop, in its order. */
export function LoopLog({ loop, onTakeBack }: LoopLogProps) {
  const last = lastMark(loop)
  const { sendings, acknowledgements, drops } = loop
  if (sendings.length + acknowledgements.length + drops.length === 0)
    return <p className="app-quiet">Nothing has been recorded about this yet.</p>
  return (
    <>
      <ol className="duties-log" aria-label="What was done">
        {sendings.map((one) => (
          <li key={one.id}>
            <strong>Sent</strong> {when(one.sentAt)}, {dutyMethodLabels[one.method].toLowerCase()},
            to <Shown>{one.toName}</Shown>, by <Shown>{one.by}</Shown>.{' '}
            {sharingBasisLabels[one.sharingBasis]}.
            {one.acknowledgeBy && ` To be acknowledged by ${formatDateTime(one.acknowledgeBy)}.`}
            <ShownNote>{one.shared}</ShownNote>
          </li>
        ))}
        {acknowledgements.map((one) => (
          <li key={one.id}>
            <strong>Acknowledged</strong> {when(one.acknowledgedAt)} by{' '}
            <Shown>{one.byName ?? 'name not recorded'}</Shown>, <Shown>{one.byRole}</Shown>,{' '}
            {dutyMethodLabels[one.method].toLowerCase()}.
            {one.outcome !== '' && <ShownNote>{one.outcome}</ShownNote>}
          </li>
        ))}
        {drops.map((one) => (
          <li key={one.id}>
            <strong>Not needed</strong> {formatDateTime(one.droppedAt)}, <Shown>{one.by}</Shown>:{' '}
            <Shown>{one.because}</Shown>
          </li>
        ))}
      </ol>
      {last && onTakeBack && <TakeBackButton mark={last} onTakeBack={onTakeBack} />}
    </>
  )
}
