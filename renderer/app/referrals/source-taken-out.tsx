import { act, useCommand } from '../../api.ts'
import type { SourceView } from '../../features/admission/view.ts'
import { WithdrawForm } from '../stay/withdraw-form.tsx'

/** A service or person who was entered in error is taken out; what it was asked stays readable. */
export function SourceTakenOut({ referralId, source }: { referralId: string; source: SourceView }) {
  const withdraw = useCommand(act.admission.withdrawSource.mutate)
  return (
    <WithdrawForm
      what={source.name}
      draft={`source-out:${referralId}:${source.recordId}`}
      withdraw={(reason) => withdraw({ id: source.recordId, version: source.version, reason })}
      onDone={() => undefined}
    />
  )
}
