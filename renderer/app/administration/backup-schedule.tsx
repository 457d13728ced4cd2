import { formatDateTime, formatTime } from '#domain/shared/calendar.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { Facts } from '../../ui/facts.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Ready } from '../reading.tsx'

type Schedule = Outputs['store']['schedule']

/** When backups are made, what is verified of each, and which of them stay. */
export function BackupSchedule() {
  const schedule = useRead(read.store.schedule.queryOptions(undefined))
  return <Ready reading={schedule}>{(value) => <Facts facts={factsOf(value)} />}</Ready>
}

const factsOf = ({ everyMinutes, kept, next, proved }: Schedule) => [
  {
    name: 'Made',
    value: `${everyMinutes === 60 ? 'Each hour' : `Every ${everyMinutes} minutes`} in which something was recorded, and before an update changes the records`,
  },
  { name: 'Next', value: nextText(next) },
  {
    name: 'Verified',
    value:
      'Each one as it is made: opened again with its key, every page read, every row counted, the audit held against the record, its key file copied. The copy in the second place is compared byte by byte',
  },
  {
    name: 'Proved',
    value: proved ? (
      `${formatDateTime(proved.at)}, ${proved.file}`
    ) : (
      <Tag tone="warning">None of those here. Prove one each month</Tag>
    ),
  },
  {
    name: 'Kept',
    value: `The newest of each of the last ${kept.hours} hours, ${kept.days} days and ${kept.months} months that have one, and the last ${kept.beforeMigration} from before an update`,
  },
]

function nextText(next: Schedule['next']): string {
  if (next === 'now') return 'Now: it is made within a minute'
  return next === null
    ? 'When something is recorded: the newest holds everything'
    : `At ${formatTime(next)}`
}
