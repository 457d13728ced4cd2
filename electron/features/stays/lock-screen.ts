import { bed } from '#drizzle/schema/stays.ts'
import type { LockScreenProvider } from '../../platform/lock-screen.ts'
import { newest, standing } from '../../platform/standing.ts'

const open = standing(bed, ['name'], 't.closed = 0', 't.position, t.record_id')

/** The beds of the unit by their names alone; the other features say what runs in each. */
export const bedsOnLockScreen: LockScreenProvider = (db) =>
  open.at(db, newest).map(({ name }) => ({ kind: 'bed', bed: name, what: 'bed' }))
