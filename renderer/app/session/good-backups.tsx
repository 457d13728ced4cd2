import { formatDateTime } from '#domain/shared/calendar.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Table } from '../../ui/table.tsx'
import { Ready } from '../reading.tsx'

export type Backup = Outputs['store']['backups'][number]

/** The backups that this app can open, the newest first, each to be chosen. */
export function GoodBackups({ onChoose }: { onChoose: (backup: Backup) => void }) {
  const backups = useRead(read.store.backups.queryOptions(undefined))
  return (
    <Ready reading={backups} what="list of backups">
      {(all) => {
        const usable = all.filter(({ newer }) => !newer)
        return usable.length === 0 ? (
          <None newer={all.length > 0} />
        ) : (
          <>
            <p>
              The last good backup is from <strong>{formatDateTime(usable[0]?.at ?? '')}</strong>.
              Two people restore it together, each with their own password.
            </p>
            <Table
              caption="Backups"
              rows={usable.slice(0, 12)}
              rowKey={({ file }) => file}
              columns={[
                { name: 'Made', cell: ({ at }) => formatDateTime(at) },
                { name: 'Checked', cell: ({ verifiedAt }) => formatDateTime(verifiedAt) },
                {
                  name: 'Restore',
                  cell: (backup) => (
                    <Button
                      kind={backup === usable[0] ? 'main' : 'quiet'}
                      small
                      label={`Restore the backup of ${formatDateTime(backup.at)}`}
                      onClick={() => onChoose(backup)}
                    >
                      Restore the backup
                    </Button>
                  ),
                },
              ]}
            />
          </>
        )
      }}
    </Ready>
  )
}

const None = ({ newer }: { newer: boolean }) =>
  newer ? (
    <Banner title="Every backup was made by a newer version of the app" tone="warning">
      <p>Install the newer version on this computer to open the record or to restore one.</p>
    </Banner>
  ) : (
    <Banner title="No good backup was found in the usual place" tone="warning">
      <p>Call IT support. Do not delete anything in the folder.</p>
    </Banner>
  )
