import { act, useCommand } from '../../api.ts'
import { useMay } from '../session/me.ts'
import { WithdrawForm } from '../stay/withdraw-form.tsx'
import type { ClashView, FamilyView } from './family-view.ts'

const nothingMore = () => undefined

interface WithdrawAskingProps {
  asking: FamilyView['askings'][number]
  /** What it is, as it reads after "Mark": "this answer". */
  what: string
}

/** Takes back that somebody was asked, or what was answered: the question is open as before. */
export function WithdrawAsking({ asking: { recordId, version }, what }: WithdrawAskingProps) {
  const mayEdit = useMay('people:edit')
  const withdraw = useCommand(act.people.withdrawAsking.mutate)
  if (!mayEdit) return null
  return (
    <WithdrawForm
      what={what}
      draft={`withdraw:${recordId}:${version}`}
      withdraw={(reason) => withdraw({ id: recordId, version, reason })}
      onDone={nothingMore}
    />
  )
}

// A question of one's own is asked or withdrawn, never changed.
const onlyVersion = 1

/** Takes back a question of one's own. */
export function WithdrawQuestion({ recordId }: { recordId: string }) {
  const mayEdit = useMay('people:edit')
  const withdraw = useCommand(act.people.withdrawQuestion.mutate)
  if (!mayEdit) return null
  return (
    <WithdrawForm
      what="this question"
      draft={`withdraw:${recordId}:${onlyVersion}`}
      withdraw={(reason) => withdraw({ id: recordId, version: onlyVersion, reason })}
      onDone={nothingMore}
    />
  )
}

/** Takes back which statement holds: the two differ again. */
export function WithdrawSettlement({
  settlement: { recordId, version },
}: {
  settlement: NonNullable<ClashView['settlement']>
}) {
  const mayEdit = useMay('people:edit')
  const withdraw = useCommand(act.people.withdrawSettlement.mutate)
  if (!mayEdit) return null
  return (
    <WithdrawForm
      what="this finding"
      draft={`withdraw:${recordId}:${version}`}
      withdraw={(reason) => withdraw({ id: recordId, version, reason })}
      onDone={nothingMore}
    />
  )
}
