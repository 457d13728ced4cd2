import { useState } from 'react'
import { formatDateTime } from '#domain/shared/calendar.ts'
import type { StoreProblemView } from '#domain/shared/wire.ts'
import { act, useCommand } from '../../api.ts'
import { Alone } from '../../ui/alone.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { type Backup, GoodBackups } from './good-backups.tsx'
import { advice } from './problem-advice.ts'
import { Rescue } from './rescue.tsx'
import { RescueAccept } from './rescue-accept.tsx'
import { RestoreKeys } from './rescue-keys.tsx'

/** The record cannot be opened: what happened, what is safe, and what to do. Never a new empty one. */
export function StoreProblem({ problem }: { problem: StoreProblemView }) {
  const [chosen, choose] = useState<Backup>()
  const [accepting, accept] = useState(false)
  const [isStill, setStill] = useState(false)
  const lookAgain = useCommand(act.store.lookAgain.mutate)
  const tryAgain = async () => {
    const reply = await lookAgain(undefined)
    setStill(!reply.ok || reply.value.state === 'problem')
  }
  if (chosen) return <Rescue backup={chosen} problem={problem} onBack={() => choose(undefined)} />
  if (accepting) return <RescueAccept onBack={() => accept(false)} />
  return (
    <Alone title="The unit’s record cannot be opened" wide>
      <Banner title={problem.message} tone="danger" urgent>
        <p>Nothing was deleted. Use the paper record until it is open again.</p>
      </Banner>
      <p>
        <Button kind="quiet" onClick={() => void tryAgain()}>
          Try again
        </Button>
        {isStill && <span role="status"> It is still so.</span>}
      </p>
      {problem.keysBeside && <RestoreKeys kind="beside" />}
      {problem.state in advice ? (
        <Passing problem={problem} onChoose={choose} />
      ) : (
        <GoodBackups onChoose={choose} />
      )}
      {problem.state === 'anchor-mismatch' && (
        <p>
          <Button kind="quiet" small onClick={() => accept(true)}>
            The records are right: accept them as they are
          </Button>
        </p>
      )}
    </Alone>
  )
}

interface PassingProps {
  problem: StoreProblemView
  onChoose: (backup: Backup) => void
}

/** What to do first; a restore comes last and is folded away. */
function Passing({ problem: { state, lastGoodAt }, onChoose }: PassingProps) {
  const { restore, words } = advice[state] ?? { restore: true, words: '' }
  if (!restore)
    return (
      <>
        <p>{words}</p>
        {lastGoodAt && <p>The last good backup is from {formatDateTime(lastGoodAt)}.</p>}
      </>
    )
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          Restore a backup instead
          {lastGoodAt && ` (the last good one is from ${formatDateTime(lastGoodAt)})`}
        </span>
      </summary>
      <div className="nhsuk-details__text">
        <p>{words}</p>
        <GoodBackups onChoose={onChoose} />
      </div>
    </details>
  )
}
