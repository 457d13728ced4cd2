import { formatDateTime } from '#domain/shared/calendar.ts'
import type { StoreProblemView } from '#domain/shared/wire.ts'
import { act, readings, useCommand } from '../../api.ts'
import { Alone } from '../../ui/alone.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import type { Backup } from './good-backups.tsx'
import { RestoreKeys } from './rescue-keys.tsx'
import { RescuerFields } from './rescuer-fields.tsx'

interface RescueProps {
  backup: Backup
  problem: StoreProblemView
  onBack: () => void
}

/**
 * Restores a backup while the record cannot be opened, by two people. Where it is the key file that is missing
 * or wrong, that comes first: no password opens anything without it.
 */
export function Rescue({ backup, problem, onBack }: RescueProps) {
  const title = `Restore the backup of ${formatDateTime(backup.at)}`
  if (problem.state.startsWith('keys-'))
    return (
      <Alone title={title}>
        <RestoreKeys kind="backup" file={backup.file} onBack={onBack} />
        <p>
          <Button kind="quiet" onClick={onBack}>
            Go back
          </Button>
        </p>
      </Alone>
    )
  return (
    <Alone title={title}>
      <Banner title="What was recorded after this backup is not in it" tone="warning">
        <p>
          The record that cannot be opened is copied aside first and is not deleted. Write down from
          the paper record what was entered after {formatDateTime(backup.at)}.
        </p>
      </Banner>
      <RestoreForm file={backup.file} onBack={onBack} />
    </Alone>
  )
}

function RestoreForm({ file, onBack }: { file: string; onBack: () => void }) {
  const rescue = useCommand(act.store.rescue.mutate)
  return (
    <Form<{ reason: string; signInName: string }>
      act="Restore this backup"
      kind="warning"
      save={({ reason, signInName }, beside) => rescue({ file, reason, signInName }, beside)}
      onSaved={() => void readings.resetQueries()}
      cancel={{ label: 'Go back', onClick: onBack }}
    >
      <RescuerFields why="Enter why the backup is restored" />
    </Form>
  )
}
