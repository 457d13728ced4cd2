import { useSearch } from '@tanstack/react-router'
import { dateOf } from '#domain/shared/calendar.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { type DaysAtCut, usualPeriods } from './periods.ts'

/** The period that the page shows: the one that was chosen, else this quarter so far. */
export function usePeriod(): DaysAtCut {
  const today = dateOf(useServiceNow()())
  const { first, last, cut } = useSearch({ strict: false }) as Partial<DaysAtCut>
  if (first && last) return { first, last, ...(cut ? { cut } : {}) }
  return usualPeriods(today)[0]?.days ?? { first: today, last: today }
}
