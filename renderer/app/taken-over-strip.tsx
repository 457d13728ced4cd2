import { formatDateTime } from '#domain/shared/calendar.ts'
import { read, useRead } from '../api.ts'
import { Banner } from '../ui/banner.tsx'

/** Above every page of a computer whose records another one took in: two of them would hold two truths of one unit. */
export function TakenOverStrip() {
  const taken = useRead({
    ...read.store.takenOver.queryOptions(undefined),
    refetchInterval: 60_000,
  })
  if (taken.state !== 'ready' || taken.value === null) return null
  return (
    <Banner
      title={`Record nothing here: another computer took these records in on ${formatDateTime(taken.value.at)}`}
      tone="danger"
      urgent
    >
      <p>
        Sign in there. What is recorded here is not there, and nothing brings the two together. Tell
        the ward manager, who closes the unit on this computer.
      </p>
    </Banner>
  )
}
