import type { Instant } from '../shared/time.ts'

/** The revisions that make up the pathway: whoever reads it reads these. */
export interface PathwayVersion {
  routesId: string
  feverId: string
  sepsisId: string
  pewsId: string
  escortId: string
  dutiesId: string
}

const parts = ['routesId', 'feverId', 'sepsisId', 'pewsId', 'escortId', 'dutiesId'] as const

/** Whether two readings, or a reading and what is in force, are of one version of the pathway. */
export const isSameVersion = (a: PathwayVersion, b: PathwayVersion): boolean =>
  parts.every((part) => a[part] === b[part])

export interface PathwayReading extends PathwayVersion {
  staffId: string
  readAt: Instant
}

/** How somebody stands to the pathway in force. */
export type ReadState =
  | { state: 'read'; at: Instant }
  | { state: 'read-earlier'; at: Instant }
  | { state: 'not-read' }

/**
 * Whether somebody has read the pathway in force: every part in its revision of now. Who read it before a part
 * was replaced has read an earlier version.
 */
export function readState(
  readings: readonly PathwayReading[],
  staffId: string,
  inForce: PathwayVersion,
): ReadState {
  const own = readings
    .filter((one) => one.staffId === staffId)
    .sort((a, b) => (a.readAt < b.readAt ? 1 : -1))
  const current = own.find((one) => isSameVersion(one, inForce))
  if (current) return { state: 'read', at: current.readAt }
  const [last] = own
  return last ? { state: 'read-earlier', at: last.readAt } : { state: 'not-read' }
}
