import type { Instant } from '#domain/shared/time.ts'

/** What the main process hands to the store worker at its start (`workerData`). */
export interface WorkerStart {
  /** The folder that holds the unit's store. */
  folder: string
  /** True when the folder is the example unit's, which the worker builds where it is missing. */
  example: boolean
  migrationsFolder: string
  /** Where the clock of a test build starts; a production build ignores it. */
  clock?: Instant
}
