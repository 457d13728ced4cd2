import { useState } from 'react'
import { formatDateTime } from '#domain/shared/calendar.ts'
import type { StoreProblemView } from '#domain/shared/wire.ts'
import { act, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { Alone } from '../../ui/alone.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Table } from '../../ui/table.tsx'
import { Ready } from '../reading.tsx'
import { Rescue } from './rescue.tsx'

type Backup = Outputs['store']['backups'][number]

/** What passes by itself or is put right outside the app: nothing is restored, one tries again. */
const passing = new Set(['busy', 'read-only', 'disk-full', 'newer-version', 'bad-path'])

/** The record cannot be opened: what happened, what is safe, and what to do. Never a new empty one. */
export function StoreProblem({ problem }: { problem: StoreProblemView }) {
  const [chosen, choose] = useState<Backup>()
  const [isStill, setStill] = useState(false)
  const lookAgain = useCommand(act.store.lookAgain.mutate)
  const tryAgain = async () => {
    const reply = await lookAgain(undefined)
    setStill(!reply.ok || reply.value.state === 'problem')
  }
  if (chosen) return <Rescue backup={chosen} problem={problem} onBack={() => choose(undefined)} />
  return (
    <Alone title="The unit’s record cannot be opened" wide>
      <Banner title={problem.message} tone="danger" urgent>
        <p>Nothing was deleted. Use the paper record until it is open again.</p>
      </Banner>
      <p>
        <Button kind="quiet" onClick={() => void tryAgain()}>
          Try again
        </Button>
        {isStill && <span role="status"> The records are not there yet.</span>}
      </p>
      {!passing.has(problem.state) && (
        <GoodBackups lastGood={problem.lastGoodBackup} onChoose={choose} />
      )}
    </Alone>
  )
}

interface GoodBackupsProps {
  lastGood: string | undefined
  onChoose: (backup: Backup) => void
}

function GoodBackups({ lastGood, onChoose }: GoodBackupsProps) {
  const backups = useRead(read.store.backups.queryOptions(undefined))
  return (
    <Ready reading={backups} what="list of backups">
      {(all) =>
        all.length === 0 ? (
          <Banner title="No backup was found in the usual place" tone="warning">
            <p>Call IT support. Do not delete anything in the folder.</p>
          </Banner>
        ) : (
          <>
            <p>
              The last good backup is from{' '}
              <strong>
                {formatDateTime((all.find(({ file }) => file === lastGood) ?? all[0])?.at ?? '')}
              </strong>
              . Two people restore it together, each with their own password.
            </p>
            <Table
              caption="Backups"
              rows={all.slice(0, 12)}
              rowKey={({ file }) => file}
              columns={[
                { name: 'Made', cell: ({ at }) => formatDateTime(at) },
                { name: 'Checked', cell: ({ verifiedAt }) => formatDateTime(verifiedAt) },
                {
                  name: 'Restore',
                  cell: (backup) => (
                    <Button
                      kind={backup === all[0] ? 'main' : 'quiet'}
                      small
                      label={`Restore the backup of ${formatDateTime(backup.at)}`}
                      onClick={() => onChoose(backup)}
                    >
                      Restore this one
                    </Button>
                  ),
                },
              ]}
            />
          </>
        )
      }
    </Ready>
  )
}
