import type { AuditFilter } from '#domain/audit/filter.ts'
import { entryKinds } from '#domain/audit/kinds.ts'
import { formatDate } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { fullName } from '../people/full-name.ts'

interface FilterWordsProps {
  filter: AuditFilter
  onAll: () => void
}

/** What of the audit is shown, in words. */
export function FilterWords({ filter, onAll }: FilterWordsProps) {
  const { personId, staffId, kind, breakGlass, from, to } = filter
  const isOn = Object.values(filter).some((value) => value !== undefined)
  if (!isOn) return <p>Everything is shown, newest first.</p>
  return (
    <p>
      Shown: {kind ? entryKinds[kind].label.toLowerCase() : 'everything'}
      {personId && (
        <>
          , about <PersonName personId={personId} />
        </>
      )}
      {staffId && (
        <>
          , by <StaffName staffId={staffId} />
        </>
      )}
      {from && `, from ${formatDate(from)}`}
      {to && `, until ${formatDate(to)}`}
      {breakGlass && ', under emergency access alone'}.{' '}
      <Button kind="quiet" small onClick={onAll}>
        Show everything
      </Button>
    </p>
  )
}

function PersonName({ personId }: { personId: string }) {
  const person = useRead(read.people.get.queryOptions({ personId }))
  return <bdi>{person.state === 'ready' ? fullName(person.value) : 'one person'}</bdi>
}

function StaffName({ staffId }: { staffId: string }) {
  const staff = useRead(read.users.staff.queryOptions(undefined))
  const one = staff.state === 'ready' && staff.value.find(({ recordId }) => recordId === staffId)
  return <bdi>{one ? one.name : 'one member of staff'}</bdi>
}
