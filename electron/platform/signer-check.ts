import type { Instant } from '#domain/shared/time.ts'
import type { Permission } from '#domain/users/permissions.ts'
import type { Actor } from '#domain/users/roles.ts'
import type { AuditNote, ReadDb } from './unit-of-work.ts'

/** One person's signature on one act, after their password was found right. */
export interface Signing {
  db: ReadDb
  signer: Actor
  /** The second of two people. */
  isSecond: boolean
  permission: Permission
  procedure: string
  now: Instant
  /** The reason of the emergency path, as it was typed. */
  emergency: string | undefined
}

/**
 * What the unit asks of everyone who signs, beside the password; the features give it to the house. Refuses
 * where this person may not sign; answers what is counted by itself with the act, if anything.
 */
export type SignerCheck = (signing: Signing) => AuditNote | undefined
