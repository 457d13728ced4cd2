import { formatDateTime } from '#domain/shared/calendar.ts'
import type { StoreProblemView } from '#domain/shared/wire.ts'
import { act, type Outputs, readings, useCommand } from '../../api.ts'
import { Alone } from '../../ui/alone.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { PasswordField } from '../../ui/form/password-field.tsx'
import { ownPassword, SecondPersonFields } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

interface RescueProps {
  backup: Outputs['store']['backups'][number]
  problem: StoreProblemView
  onBack: () => void
}

/** Restores a backup while the record cannot be opened, by two people. */
export function Rescue({ backup, problem, onBack }: RescueProps) {
  const rescue = useCommand(act.store.rescue.mutate)
  return (
    <Alone title={`Restore the backup of ${formatDateTime(backup.at)}`}>
      <Banner title="What was recorded after this backup is not in it" tone="warning">
        <p>
          The record that cannot be opened is copied aside first and is not deleted. Write down from
          the paper record what was entered after {formatDateTime(backup.at)}.
        </p>
      </Banner>
      {problem.state.startsWith('keys-') && <RestoreKeys file={backup.file} onBack={onBack} />}
      <Form<{ reason: string; signInName: string }>
        act="Restore this backup"
        kind="warning"
        save={({ reason, signInName }, beside) =>
          rescue({ file: backup.file, reason, signInName }, beside)
        }
        onSaved={() => void readings.resetQueries()}
        cancel={{ label: 'Go back', onClick: onBack }}
      >
        <TextField name="reason" label="Why" required="Enter why the backup is restored" />
        <TextField
          name="signInName"
          label="Your sign-in name (administrator or ward manager)"
          required="Enter your sign-in name"
          width={20}
        />
        <PasswordField name={ownPassword} label="Your password" required="Enter your password" />
        <SecondPersonFields who="another administrator or ward manager" />
      </Form>
    </Alone>
  )
}

/** Where only the file of the keys is missing or damaged, its copy in the backup may be all that is needed. */
function RestoreKeys({ file, onBack }: { file: string; onBack: () => void }) {
  const restoreKeys = useCommand(act.store.rescueKeys.mutate)
  const press = async () => {
    const reply = await restoreKeys({ file })
    if (reply.ok) {
      await readings.resetQueries()
      onBack()
    }
  }
  return (
    <p>
      <Button onClick={() => void press()}>Put back only the file of the keys first</Button>
    </p>
  )
}
