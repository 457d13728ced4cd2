import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, read, useCommand, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Form } from '../../ui/form/form.tsx'
import { SecondPersonFields, SignatureField } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Ready } from '../reading.tsx'
import { useMe } from '../session/me.ts'
import type { Backup } from './backups.tsx'

interface RestoreFormProps {
  backup: Backup
  onDone: () => void
}

/** Puts a backup in the place of the open record, after two people have read what would be lost. */
export function RestoreForm({ backup, onDone }: RestoreFormProps) {
  const me = useMe()
  const loss = useRead(read.store.loss.queryOptions({ file: backup.file }))
  const restore = useCommand(act.store.restore.mutate)
  return (
    <Form<{ reason: string }>
      act="Restore this backup"
      kind="warning"
      save={({ reason }, beside) => restore({ file: backup.file, reason }, beside)}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <h3>Restore the backup of {formatDateTime(backup.at)}</h3>
      <Ready reading={loss}>
        {({ entries, from, to }) =>
          entries === 0 ? (
            <Banner title="Nothing has been recorded since this backup" tone="good" />
          ) : (
            <Banner
              title="What was recorded since would not be in the record any more"
              tone="danger"
            >
              <p>
                {entries} entries
                {from && to && `, from ${formatDateTime(from)} to ${formatDateTime(to)}`}. The
                record as it is now is kept beside it and is not deleted.
              </p>
            </Banner>
          )
        }
      </Ready>
      <p>Everybody is signed out.</p>
      <TextField name="reason" label="Why" required="Enter why the backup is restored" />
      <SignatureField signer={me.name} />
      <SecondPersonFields who="another administrator or ward manager" />
    </Form>
  )
}
