import { act, useCommand } from '../../api.ts'
import { EntryForm } from '../../features/baby-care/entry-form.tsx'
import type { EntryView } from '../../features/baby-care/view.ts'
import { MakeRestricted } from '../restricted/make-restricted.tsx'
import { WithdrawForm } from '../stay/withdraw-form.tsx'

interface CorrectEntryProps {
  entry: EntryView
  lastWeight: number | null
  onDone: () => void
}

/** An entry put right with its reason, or marked as entered in error. */
export function CorrectEntry({ entry, lastWeight, onDone }: CorrectEntryProps) {
  const correct = useCommand(act.babyCare.correct.mutate)
  const withdraw = useCommand(act.babyCare.withdraw.mutate)
  const { id, version } = entry
  return (
    <>
      <EntryForm
        kind={entry.kind}
        source={entry.source}
        draft={`care-correct:${id}:${version}`}
        lastWeight={lastWeight}
        correcting={entry}
        save={(changed, reason) => correct({ ...changed, id, version, reason })}
        onDone={onDone}
      />
      <WithdrawForm
        what="this entry"
        draft={`care-withdraw:${id}:${version}`}
        withdraw={(reason) => withdraw({ id, version, reason })}
        onDone={onDone}
      />
      {entry.note !== '' && (
        <MakeRestricted type="care_entry" id={id} version={version} onDone={onDone} />
      )}
    </>
  )
}
