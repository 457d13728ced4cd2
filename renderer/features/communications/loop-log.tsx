import { dutyMethodLabels, sharingBasisLabels } from '#domain/communications/record.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { lagText, lateBy } from '#domain/shared/late-entry.ts'
import type { Instant } from '#domain/shared/time.ts'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import { type LoopMark, lastMark, type MayTakeBack, TakeBackButton } from './take-back-form.tsx'
import type { LoopView } from './view.ts'

const when = (at: Instant | null) => (at === null ? 'time not recorded' : formatDateTime(at))

/** Beside what was put on record an hour after it happened, or later: by how much (product.md 2, three times). */
function Late({ at, enteredAt }: { at: Instant | null; enteredAt: Instant | null }) {
  const minutes = at === null || enteredAt === null ? null : lateBy(at, enteredAt)
  return minutes === null ? null : (
    <>
      {' '}
      <Tag tone="warning">Late entry: {lagText(minutes)}</Tag>
    </>
  )
}

interface LoopLogProps {
  loop: LoopView
  /** Begins to take back what was recorded last, by mistake. */
  onTakeBack: (mark: LoopMark) => void
  mayTakeBack: MayTakeBack
}

/** What was done about a loop, in its order. */
export function LoopLog({ loop, onTakeBack, mayTakeBack }: LoopLogProps) {
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
            <Late at={one.sentAt} enteredAt={one.enteredAt} />
            <ShownNote>{one.shared}</ShownNote>
          </li>
        ))}
        {acknowledgements.map((one) => (
          <li key={one.id}>
            <strong>Acknowledged</strong> {when(one.acknowledgedAt)} by{' '}
            <Shown>{one.byName ?? 'name not recorded'}</Shown>, <Shown>{one.byRole}</Shown>,{' '}
            {dutyMethodLabels[one.method].toLowerCase()}.
            <Late at={one.acknowledgedAt} enteredAt={one.enteredAt} />
            {one.outcome !== '' && <ShownNote>{one.outcome}</ShownNote>}
          </li>
        ))}
        {drops.map((one) => (
          <li key={one.id}>
            <strong>Not needed</strong> {formatDateTime(one.droppedAt)}, <Shown>{one.by}</Shown>:{' '}
            <Shown>{one.because}</Shown>
            <Late at={one.droppedAt} enteredAt={one.enteredAt} />
          </li>
        ))}
      </ol>
      {last && mayTakeBack(last) && <TakeBackButton mark={last} onTakeBack={onTakeBack} />}
    </>
  )
}
