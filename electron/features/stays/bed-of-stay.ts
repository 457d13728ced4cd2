import { bedFaults } from '#domain/stays/beds.ts'
import type { AuditNote, ReadDb } from '../../platform/unit-of-work.ts'
import { refuseAll } from '../people/person-service.ts'
import { bedById, currentStays } from './queries.ts'
import type { BedPromise } from './when-arrived.ts'

/** The bed that a mother comes into, and why where there is no open one, or another mother was promised it. */
export interface BedTaken {
  bedId: string | null
  because: string | undefined
  promise: BedPromise | undefined
}

/**
 * Refuses a bed that somebody else is in; and none, a closed one, or one that is promised to another mother without the
 * reason.
 */
export function checkBed(
  db: ReadDb,
  { bedId, because, promise }: BedTaken,
  exceptStayId?: string,
): void {
  const taken = currentStays(db).some((one) => one.bedId === bedId && one.id !== exceptStayId)
  const promisedTo = promise?.name ?? null
  refuseAll(
    bedFaults({
      bed: bedId === null ? null : { closed: bedById(db, bedId).closed, taken, promisedTo },
      because,
    }),
  )
}

/** The bed of a stay as it is kept. The reason names nobody of another family. */
export function bedContent(db: ReadDb, { bedId, because = '', promise }: BedTaken) {
  if (promise) return { bedId, bedBecause: `It was promised to another mother: ${because}` }
  const isOpen = bedId !== null && !bedById(db, bedId).closed
  return { bedId, bedBecause: isOpen ? null : because || null }
}

/** That a promise was broken, on the record of her to whom it was made. */
export const promiseBroken = (
  promise: BedPromise | undefined,
  because: string | undefined,
): AuditNote[] =>
  promise
    ? [
        {
          action: 'promise-broken',
          entity: 'admission_decision',
          entityId: promise.offerId,
          entityVersion: promise.offerVersion,
          patients: [promise.motherId],
          reason: because ?? '',
        },
      ]
    : []
