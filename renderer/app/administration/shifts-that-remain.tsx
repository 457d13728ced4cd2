import { Link } from '@tanstack/react-router'
import { dateOf, formatDate, formatDateTime, isCivilDate } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { civilDateOf } from '../../ui/form/date-text.ts'
import { useTyped } from '../../ui/form/use-typed.ts'

/** Which shifts of theirs stand on the roster after the day of leaving that is typed, before it is saved. */
export function ShiftsThatRemain({ staffId }: { staffId: string }) {
  const typed = civilDateOf(useTyped<string>('staff.leftOn') ?? '')
  return isCivilDate(typed) && <Remaining staffId={staffId} day={typed} />
}

// More than these would hide the form; the roster has them all.
const mostShown = 10

function Remaining({ staffId, day }: { staffId: string; day: string }) {
  const shifts = useRead(read.users.shiftsAfter.queryOptions({ staffId, day }))
  const [first] = shifts.state === 'ready' ? shifts.value : []
  if (shifts.state !== 'ready' || !first) return null
  const count = shifts.value.length
  return (
    <Banner
      title={
        count === 1
          ? 'One shift of theirs is later than this day'
          : `${count} shifts of theirs are later than this day`
      }
      tone="warning"
    >
      <ul>
        {shifts.value.slice(0, mostShown).map(({ startsAt, endsAt }) => (
          <li key={startsAt}>
            {formatDateTime(startsAt)} to {formatDateTime(endsAt)}
          </li>
        ))}
        {count > mostShown && <li>and {count - mostShown} more</li>}
      </ul>
      <p>
        After {formatDate(day)} they give no cover.{' '}
        <Link to="/people/roster" search={{ of: dateOf(first.startsAt) }}>
          Take these shifts off the roster
        </Link>
        , and put somebody else on them.
      </p>
    </Banner>
  )
}
