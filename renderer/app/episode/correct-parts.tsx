import { act, useCommand } from '../../api.ts'
import { ChangeConcernForm } from '../../features/unwell-baby/change-concern-form.tsx'
import { CorrectDebriefForm } from '../../features/unwell-baby/debrief-form.tsx'
import { CorrectSetForm } from '../../features/unwell-baby/observe-form.tsx'
import { ReopenForm } from '../../features/unwell-baby/reopen-form.tsx'
import type { EpisodeView } from '../../features/unwell-baby/view.ts'
import { useMe } from '../session/me.ts'
import { WithdrawForm } from '../stay/withdraw-form.tsx'

interface PartProps {
  view: EpisodeView
  onDone: () => void
}

/** One set put right, or marked as entered in error. */
export function CorrectSetPart({ view, setId, onDone }: PartProps & { setId: string }) {
  const correct = useCommand(act.unwellBaby.correctObservation.mutate)
  const withdraw = useCommand(act.unwellBaby.withdrawObservation.mutate)
  const set = view.observations.find((one) => one.setId === setId)
  if (!set) return null
  const { episodeId } = view
  const { version } = set
  return (
    <>
      <CorrectSetForm
        draft={`correct-set:${setId}:${version}`}
        set={set}
        recognisedAt={view.concern.recognisedFirst}
        save={(changed, reason) =>
          correct({
            ...changed,
            findings: [...changed.findings],
            episodeId,
            setId,
            version,
            reason,
          })
        }
        onDone={onDone}
      />
      <WithdrawForm
        what="these observations"
        draft={`withdraw-set:${setId}:${version}`}
        withdraw={(reason) => withdraw({ episodeId, setId, version, reason })}
        onDone={onDone}
      />
    </>
  )
}

/** A debrief put right, or marked as entered in error. */
export function CorrectDebriefPart({ view, debriefId, onDone }: PartProps & { debriefId: string }) {
  const correct = useCommand(act.unwellBaby.correctDebrief.mutate)
  const withdraw = useCommand(act.unwellBaby.withdrawDebrief.mutate)
  const debrief = view.debriefs.find((one) => one.debriefId === debriefId)
  if (!debrief) return null
  const { episodeId } = view
  const of = { episodeId, debriefId, version: debrief.version }
  const draft = `${debriefId}:${debrief.version}`
  return (
    <>
      <CorrectDebriefForm
        draft={`correct-debrief:${draft}`}
        debrief={debrief}
        endedAt={view.clock.stoppedAt ?? view.at}
        save={(changed) => correct({ ...changed, ...of })}
        onDone={onDone}
      />
      <WithdrawForm
        what="this debrief"
        draft={`withdraw-debrief:${draft}`}
        withdraw={(reason) => withdraw({ ...of, reason })}
        onDone={onDone}
      />
    </>
  )
}

export function ChangeConcernPart({ view, onDone }: PartProps) {
  const change = useCommand(act.unwellBaby.changeConcern.mutate)
  const { episodeId, version, concern } = view
  return (
    <ChangeConcernForm
      draft={`change-concern:${episodeId}:${version}`}
      concern={concern}
      save={({ basis, ...changed }) =>
        // When it was said or seen is not asked again.
        change({
          ...changed,
          basis: { ...basis, ...(concern.basis.on ? { on: concern.basis.on } : {}) },
          episodeId,
          version,
        })
      }
      onDone={onDone}
    />
  )
}

export function ReopenPart({ view, outcomeId, onDone }: PartProps & { outcomeId: string }) {
  const { name } = useMe()
  const reopen = useCommand(act.unwellBaby.reopen.mutate)
  const outcome = view.outcomes.find((one) => one.outcomeId === outcomeId)
  if (!outcome) return null
  return (
    <ReopenForm
      draft={`reopen:${outcomeId}`}
      signer={name}
      label={outcome.label}
      save={(reason, beside) =>
        reopen({ episodeId: view.episodeId, outcomeId, version: outcome.version, reason }, beside)
      }
      onDone={onDone}
    />
  )
}
