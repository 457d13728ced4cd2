import type { Instant } from '#domain/shared/time.ts'
import type { Permission } from '#domain/users/permissions.ts'
import type { Actor } from '#domain/users/roles.ts'
import type { AuditNote, ReadDb } from './unit-of-work.ts'

/**
 * What a signature stands under, as every signed act declares: `own` for the signer's own decision, assessment
 * or word; `others` for what somebody else wrote or did, which nobody of its authors may sign; `door` where the
 * password opens a door and signs no record.
 */
export type Signs = 'own' | 'others' | 'door'

/** One person's signature on one act, after their password was found right. */
export interface Signing {
  db: ReadDb
  signer: Actor
  /** The second of two people. */
  isSecond: boolean
  signs: Signs
  permission: Permission
  procedure: string
  now: Instant
  /** The reason of the emergency path, as it was typed. */
  emergency: string | undefined
  /** Staff ids of who wrote or did what is signed; undefined before the act has read it. */
  writers?: readonly string[]
  /** What an author is told, and at which field. */
  told?: Told | undefined
}

export interface Told {
  message: string
  field?: string
}

/**
 * What the unit asks of everyone who signs, beside the password; the features give it to the house. Refuses
 * where this person may not sign; answers what is counted by itself with the act, if anything.
 */
export type SignerCheck = (signing: Signing) => AuditNote | undefined

/** How an act that signs the work of others names its authors; it refuses where the signer is one of them. */
export type NotBy = (writers: readonly string[], told: Told) => void
