import { formatDateTime } from '#domain/shared/calendar.ts'
import { type CellLevel, type Place, places } from '#domain/supervision/codes.ts'
import { latestReview } from '#domain/supervision/faults.ts'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { readInstant } from '../../ui/form/instant-text.ts'
import { FormPart } from '../../ui/form/part.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import type { SupervisionView } from './view.ts'

/** From when it holds, and when it is reviewed: at most as late as the levels allow. */
export function TimesPart({ view }: { view: SupervisionView }) {
  const latest = useLatestReview(view)
  return (
    <FormPart title="From when, and until when">
      <InstantField
        name="startsAt"
        legend="When was it decided?"
        hint="The time of the decision, not of typing it in."
        required="Enter when it was decided"
      />
      <InstantField
        name="reviewDueAt"
        legend="When must it be reviewed?"
        required="Enter when it must be reviewed"
        future
        {...(latest
          ? {
              hint: `At these levels by ${formatDateTime(latest)} at the latest.`,
              suggest: { label: 'The latest that is allowed', instant: latest },
            }
          : { hint: 'Choose the levels first: they say how soon.' })}
      />
    </FormPart>
  )
}

/** The latest review that the chosen levels allow; undefined while none is chosen. */
function useLatestReview({ rules }: SupervisionView): string | undefined {
  const now = useServiceNow()
  const levels = useTyped<Partial<Record<Place, CellLevel | ''>>>('levels') ?? {}
  const startsAt = readInstant(useTyped<string>('startsAt') ?? '')
  const cells = places.flatMap((place) => {
    const level = levels[place]
    return level ? [{ place, activity: 'all' as const, level }] : []
  })
  if (cells.length === 0) return undefined
  return latestReview(rules, 'instant' in startsAt ? startsAt.instant : now(), cells)
}
