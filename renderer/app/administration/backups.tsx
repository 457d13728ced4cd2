import { useState } from 'react'
import { epochMs, formatDateTime } from '#domain/shared/calendar.ts'
import { act, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { lengthText } from '../../ui/duration.ts'
import { Empty } from '../../ui/empty.tsx'
import { Section } from '../../ui/section.tsx'
import { useTicking } from '../../ui/service-clock.tsx'
import { Table } from '../../ui/table.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { BackupSchedule } from './backup-schedule.tsx'
import { backupReasonText, megabytes } from './backup-words.ts'
import { ExportEverything } from './export-everything.tsx'
import { Health } from './health.tsx'
import { ProveBackup } from './prove-backup.tsx'
import { RestoreForm } from './restore-form.tsx'
import { SecondPlace } from './second-place.tsx'

export type Backup = Outputs['store']['backups'][number]

/** The backups with the time at which each was checked, one to make now, and the way back to one. */
export function Backups() {
  const backups = useRead(read.store.backups.queryOptions(undefined))
  const [restoring, restore] = useState<Backup>()
  return (
    <>
      <Ready reading={backups}>
        {(all) => (
          <Section title="Backups" actions={<BackUpNow />}>
            <NewestBackup newest={all[0]} />
            <BackupSchedule />
            {all[0] && <ProveBackup file={all[0].file} at={all[0].at} />}
            {restoring ? (
              <RestoreForm backup={restoring} onDone={() => restore(undefined)} />
            ) : (
              <BackupTable backups={all} onRestore={restore} />
            )}
          </Section>
        )}
      </Ready>
      <SecondPlace />
      <ExportEverything />
      <Health />
    </>
  )
}

// Older than this the newest backup is a fault (reliability.md 4.5).
const tooOldMs = 26 * 3_600_000

function NewestBackup({ newest }: { newest: Backup | undefined }) {
  const now = useTicking(60_000)
  if (!newest) return <Banner title="There is no backup yet. Make one now" tone="danger" />
  const age = epochMs(now) - epochMs(newest.verifiedAt)
  return age > tooOldMs ? (
    <Banner
      title={`The newest checked backup is ${lengthText(age)} old. Make one now`}
      tone="danger"
    />
  ) : (
    <p>
      The newest backup was opened again and checked {formatDateTime(newest.verifiedAt)},{' '}
      {lengthText(Math.max(0, age))} ago.
    </p>
  )
}

function BackUpNow() {
  const may = useMay('store:backup')
  const backUp = useCommand(act.store.backUpNow.mutate)
  const [state, setState] = useState<'idle' | 'busy' | string>('idle')
  if (!may) return null
  const press = async () => {
    setState('busy')
    const reply = await backUp(undefined)
    setState(reply.ok ? 'idle' : reply.failure.message)
  }
  return (
    <>
      {state !== 'idle' && state !== 'busy' && <span role="alert">{state}</span>}
      <Button small disabled={state === 'busy'} onClick={() => void press()}>
        {state === 'busy' ? 'Making and checking a backup' : 'Back up now'}
      </Button>
    </>
  )
}

interface BackupTableProps {
  backups: readonly Backup[]
  onRestore: (backup: Backup) => void
}

function BackupTable({ backups, onRestore }: BackupTableProps) {
  const mayRestore = useMay('store:restore')
  return (
    <Table
      caption="Backups"
      captionHidden
      rows={backups}
      rowKey={({ file }) => file}
      empty={
        <Empty>
          No backup has been made yet. One is made each hour in which something changed.
        </Empty>
      }
      columns={[
        { name: 'Made', cell: ({ at }) => formatDateTime(at), sortBy: ({ at }) => at },
        { name: 'Why', cell: ({ reason }) => backupReasonText(reason) },
        { name: 'Checked', cell: ({ verifiedAt }) => formatDateTime(verifiedAt) },
        {
          name: 'Size',
          cell: ({ bytes }) => megabytes(bytes),
          sortBy: ({ bytes }) => bytes,
          number: true,
        },
        { name: 'File', cell: ({ file }) => <span className="app-break">{file}</span> },
        ...(mayRestore
          ? [
              {
                name: 'Restore',
                cell: (backup: Backup) => (
                  <Button
                    kind="quiet"
                    small
                    label={`Restore the backup of ${formatDateTime(backup.at)}`}
                    onClick={() => onRestore(backup)}
                  >
                    Restore
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
