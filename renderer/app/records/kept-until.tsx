import { formatDate } from '#domain/shared/calendar.ts'
import type { CivilDate } from '#domain/shared/time.ts'

/** Until when a record is kept, and by which rule; nothing where no end can be worked out. */
export function KeptUntil({ until, because }: { until: CivilDate | null; because: string | null }) {
  return (
    until && (
      <>
        {formatDate(until)}
        <div className="app-quiet">{because}</div>
      </>
    )
  )
}
