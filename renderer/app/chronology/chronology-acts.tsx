import { act, useCommand } from '../../api.ts'
import { RaiseClashForm, SettleForm } from '../../features/chronology/clash-form.tsx'
import { type Entry, EntryForm } from '../../features/chronology/entry-form.tsx'
import type { HistoryOf } from '../../features/chronology/view.ts'
import { Banner } from '../../ui/banner.tsx'
import { Ready } from '../reading.tsx'
import { MakeRestricted } from '../restricted/make-restricted.tsx'
import { WithdrawForm } from '../stay/withdraw-form.tsx'
import { useChronology } from './use-chronology.ts'

/** The acts on a page of history, of a stay or of a referral: what stands on their pages under the title. */
interface ActProps {
  of: HistoryOf
  onDone: () => void
}

export const entryTitle = (entryId?: string) =>
  entryId ? 'Correct an event' : 'Add an event to the history'

/** An event that is entered, or corrected. */
export function EntryAct({ of, entryId, onDone }: ActProps & { entryId?: string }) {
  return (
    <Ready reading={useChronology(of)} what="history">
      {(view) => {
        const entry = view.entries.find(({ recordId }) => recordId === entryId)
        if (entryId && !entry) return <Banner title="This event is not on record any more" />
        return (
          <>
            <EntryForm
              view={view}
              of={of}
              onDone={onDone}
              {...(entry ? { correcting: entry } : {})}
            />
            {entry && <WithdrawEntry entry={entry} onDone={onDone} />}
            {entry && (
              <MakeRestricted
                type="chronology_entry"
                id={entry.recordId}
                version={entry.version}
                onDone={onDone}
              />
            )}
          </>
        )
      }}
    </Ready>
  )
}

function WithdrawEntry({ entry, onDone }: { entry: Entry; onDone: () => void }) {
  const withdraw = useCommand(act.chronology.withdraw.mutate)
  const { recordId: id, version } = entry
  return (
    <WithdrawForm
      what="this event"
      draft={`withdraw:${id}:${version}`}
      withdraw={(reason) => withdraw({ id, version, reason })}
      onDone={onDone}
    />
  )
}

/** Two accounts that differ, where the rules cannot know it. */
export function DifferAct({ of, onDone }: ActProps) {
  return (
    <Ready reading={useChronology(of)} what="history">
      {(view) => <RaiseClashForm view={view} of={of} onDone={onDone} />}
    </Ready>
  )
}

interface SettleProps extends ActProps {
  firstId: string
  secondId: string
}

/** Which of two accounts holds. */
export function SettleAct({ of, firstId, secondId, onDone }: SettleProps) {
  return (
    <Ready reading={useChronology(of)} what="history">
      {({ clashes }) => {
        const clash = clashes.find((one) => one.firstId === firstId && one.secondId === secondId)
        if (!clash) return <Banner title="These accounts do not differ any more" />
        return (
          <>
            <Banner title={clash.text} tone="warning" />
            <SettleForm clash={clash} of={of} onDone={onDone} />
          </>
        )
      }}
    </Ready>
  )
}
