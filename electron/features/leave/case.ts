import { refuse } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { trustedNow } from '../../platform/trusted-now.ts'
import type { AuditNote, JsonObject, ReadDb } from '../../platform/unit-of-work.ts'
import { pairsInStay, stayById } from '../stays/queries.ts'
import {
  type Grant,
  grantsOf,
  type Leave,
  leavesOf,
  type Missing,
  missingOf,
  stayOfGrant,
  stayOfLeave,
  stayOfMissing,
} from './rows.ts'

/** A stay with everything that leave needs of it. */
export interface LeaveCase {
  stay: ReturnType<typeof stayById>
  /** The pairs that are together in it. */
  pairs: ReturnType<typeof pairsInStay>
  leaves: Leave[]
  grants: Grant[]
  missing: Missing[]
  /** Now, by a clock that no setting back can turn. */
  now: Instant
}

export function leaveCase(ctx: { db: ReadDb; now: Instant }, stayId: string): LeaveCase {
  const now = trustedNow(ctx.db, ctx.now)
  return {
    stay: stayById(ctx.db, stayId),
    pairs: pairsInStay(ctx.db, stayId).filter(({ endedAt }) => endedAt === null),
    leaves: leavesOf(ctx.db, [stayId], now),
    grants: grantsOf(ctx.db, [stayId]),
    missing: missingOf(ctx.db, [stayId]),
    now,
  }
}

const gone = (what: string): never =>
  refuse('not-found', `This ${what} is not on record any more. Open the page again`)

/** One leave with its stay; refuses where there is none. */
export function caseOfLeave(ctx: { db: ReadDb; now: Instant }, leaveId: string) {
  const found = leaveCase(ctx, stayOfLeave(ctx.db, leaveId) ?? gone('leave'))
  const leave = found.leaves.find(({ recordId }) => recordId === leaveId) ?? gone('leave')
  return { found, leave }
}

export function caseOfGrant(ctx: { db: ReadDb; now: Instant }, grantId: string) {
  const found = leaveCase(ctx, stayOfGrant(ctx.db, grantId) ?? gone('leave'))
  const grant = found.grants.find(({ recordId }) => recordId === grantId) ?? gone('leave')
  return { found, grant }
}

export function caseOfMissing(ctx: { db: ReadDb; now: Instant }, missingId: string) {
  const found = leaveCase(ctx, stayOfMissing(ctx.db, missingId) ?? gone('report'))
  const report = found.missing.find(({ recordId }) => recordId === missingId) ?? gone('report')
  return { found, report }
}

/** Those of the stay's pairs, with their people. */
export const pairsNamed = ({ pairs }: LeaveCase, ids: readonly string[]) =>
  pairs.filter(({ id }) => ids.includes(id))

/** Whom an entry about these babies tells of. */
export const patientsOf = (found: LeaveCase, ids: readonly string[]): string[] => [
  found.stay.motherId,
  ...pairsNamed(found, ids).map(({ babyId }) => babyId),
]

/** The entry of the audit for something recorded about leave. */
export const leaveNote = (
  found: LeaveCase,
  action: string,
  entity: string,
  made: { recordId: string; version: number },
  babies: readonly string[],
  more: { reason?: string; payload?: JsonObject } = {},
): AuditNote => ({
  action: `leave.${action}`,
  entity,
  entityId: made.recordId,
  entityVersion: made.version,
  patients: patientsOf(found, babies),
  ...more,
})
