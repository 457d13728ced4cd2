import type { Instant } from '#domain/shared/time.ts'

/** Something that the store mended or could not do, without which it still works; shown on the safety panel. */
export interface StoreNotice {
  at: Instant
  kind: 'mended' | 'tampering' | 'warning' | 'backup' // backup = one that failed: over with the next good one
  /** Plain English, without record content. */
  message: string
}
