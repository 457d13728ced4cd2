import { read, useRead } from '../../api.ts'
import type { HistoryOf } from '../../features/chronology/view.ts'

/** The page of history of a stay, or of a referral from which nobody has arrived. */
export const useChronology = (of: HistoryOf) => useRead(read.chronology.view.queryOptions(of))
