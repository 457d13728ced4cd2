import { evidenceFault } from '#domain/oversight/evidence.ts'
import {
  type Pinnable,
  pinnables,
  type ShownBy,
  shownByKinds,
  shownByLabels,
} from '#domain/oversight/pinnable.ts'
import { refuseField } from '#domain/shared/failure.ts'
import type { CivilDate } from '#domain/shared/time.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { evidenceById } from './evidence-rows.ts'
import { pinnableKinds } from './pinnable-kinds.ts'

const recordsOf = <T extends ShownBy>(db: ReadDb, kinds: readonly T[]) =>
  kinds.flatMap((type) => pinnableKinds[type](db, null).map((one) => ({ type, ...one })))

/** The newest records of each kind that can be pinned as evidence, each in a few words. */
export const pinnable = (db: ReadDb) => recordsOf<Pinnable>(db, pinnables)

/** What can show that an action was done. */
export const shownBy = (db: ReadDb) => recordsOf<ShownBy>(db, shownByKinds)

/** What a pinned record is called; empty where it shows nothing any more. */
export const titleOfPinned = (db: ReadDb, type: ShownBy, id: string): string =>
  pinnableKinds[type](db, id)[0]?.title ?? ''

const standingOf = (db: ReadDb, type: ShownBy, id: string) =>
  db.row<{ version: number; withdrawn: number }>(
    // The name of the table is one of a closed list, which the schema of the input holds it to.
    `select version, withdrawn from ${type} where record_id = @id order by version desc limit 1`,
    { id },
  )

/** The version of a record that is pinned now. Refuses one that is not there, and one that shows nothing yet. */
export function versionToPin(db: ReadDb, type: ShownBy, id: string): number {
  const row = standingOf(db, type, id)
  if (!row || row.withdrawn === 1) refuseField('pin.id', 'This record is not there any more')
  if (pinnableKinds[type](db, id).length === 0)
    refuseField(
      'pin.id',
      'This record shows nothing yet: a visit has to be held, an action verified, rules approved. Choose from the list',
    )
  return row.version
}

/** Why what was pinned to an action does not show it any more; null where it does. */
export function pinFault(
  db: ReadDb,
  action: { pinnedType: ShownBy | null; pinnedId: string | null; pinnedVersion: number | null },
  today: CivilDate,
): string | null {
  const { pinnedType: type, pinnedId: id, pinnedVersion } = action
  if (type === null || id === null) return 'No record is pinned as its evidence'
  const row = standingOf(db, type, id)
  const called = `The ${shownByLabels[type].toLowerCase()} that was pinned as its evidence`
  if (!row || row.withdrawn === 1) return `${called} was entered in error`
  if (row.version !== pinnedVersion) return `${called} has changed since`
  if (type !== 'evidence') return null
  const fault = evidenceFault(evidenceById(db, id), today)
  return fault && `${called} does not count: ${fault.because.toLowerCase()}`
}
