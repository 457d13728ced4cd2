/** An instant: UTC ISO text with milliseconds, `2026-11-23T02:01:33.000Z` (decision 7). Text order is time order. */
export type Instant = string

/** A civil date in Europe/London: `YYYY-MM-DD` (decision 7). */
export type CivilDate = string

/**
 * The state of the record at one moment: what had been recorded by then. The sequence decides; the
 * instant is what a person reads (decision 2).
 */
export interface Cut {
  at: Instant
  auditSeq: number
}

/** A reporting period: `from` is in it, `to` is not. */
export interface Period {
  from: Instant
  to: Instant
}
