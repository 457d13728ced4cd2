import type { StoreProblemView } from '#domain/shared/wire.ts'
import { Alone } from '../../ui/alone.tsx'
import { Banner } from '../../ui/banner.tsx'

/** The record cannot be opened: what happened, what is safe, and what to do. Never a new empty one. */
export function StoreProblem({ problem }: { problem: StoreProblemView }) {
  return (
    <Alone title="The unit’s record cannot be opened">
      <Banner title={problem.message} tone="danger" urgent>
        <p>Nothing was changed or deleted. Use the paper record until it is open again.</p>
      </Banner>
      {problem.lastGoodBackup ? (
        <p>
          The last good backup is <strong className="app-break">{problem.lastGoodBackup}</strong>.
        </p>
      ) : (
        <p>No good backup was found in the usual place.</p>
      )}
    </Alone>
  )
}
