import { unitKey } from '#drizzle/schema/unit-keys.ts'
import type { House } from '../../platform/house.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import { fingerprintOf, newSigningPair, signWith } from '../../platform/store/signing-pair.ts'
import type { AuditNote, ReadDb, WriteTx } from '../../platform/unit-of-work.ts'
import { writeAsTheApp } from './as-the-app.ts'

const publicHalves = standing(
  unitKey,
  ['recordId', 'publicKey', 'signedByPrevious', 'recordedAt'],
  '1',
  't.audit_seq, t.record_id',
)
const privateHalves = standing(unitKey, ['privateKey'], 't.record_id = @id')

export interface UnitKey {
  recordId: string
  /** SPKI, DER, base64. */
  publicKey: string
  fingerprint: string
  /** Signature of the pair before over this public key, base64; null for the first. */
  signedByPrevious: string | null
  madeAt: string
}

/** Every pair of the unit in use by a cut, oldest first, by its public half. */
export const unitKeys = (db: ReadDb, seq: number = newest): UnitKey[] =>
  publicHalves.at(db, seq).map(({ recordedAt, ...row }) => ({
    ...row,
    madeAt: recordedAt,
    fingerprint: fingerprintOf(row.publicKey),
  }))

/** The pair in use now, by its public half. Throws where there is none: the app makes one at the opening. */
export function currentUnitKey(db: ReadDb): UnitKey {
  const last = unitKeys(db).at(-1)
  if (!last) throw new Error('The unit has no signing pair')
  return last
}

/** Signs bytes with the unit's pair in use now (decision 38); the private half goes nowhere else. */
export function signAsUnit(db: ReadDb, bytes: Uint8Array): { key: UnitKey; signature: string } {
  const key = currentUnitKey(db)
  const { privateKey } = privateHalves.at(db, newest, { id: key.recordId })[0] ?? {}
  if (privateKey === undefined) throw new Error('The private half of the signing pair is missing')
  return { key, signature: signWith(privateKey, bytes) }
}

/** Makes the unit's first pair within a transaction of its caller; answers the entry for the audit. */
export function insertFirstPair(tx: WriteTx): AuditNote {
  return insertPair(tx, null)
}

/** Makes a new pair, signed by the one before, so that whoever knows the old one can trust the new. */
export function renewUnitKey(ctx: CommandContext, { reason }: { reason: string }) {
  return ctx.write((tx) => {
    const pair = newSigningPair()
    const { signature } = signAsUnit(tx, Buffer.from(pair.publicKey, 'base64'))
    const note = insertPair(tx, signature, pair)
    return { value: { fingerprint: fingerprintOf(pair.publicKey) }, audit: [{ ...note, reason }] }
  })
}

function insertPair(
  tx: WriteTx,
  signedByPrevious: string | null,
  pair = newSigningPair(),
): AuditNote {
  const { recordId } = tx.insert(unitKey, { ...pair, signedByPrevious })
  return {
    action: 'make-unit-key',
    entity: 'unit-key',
    entityId: recordId,
    entityVersion: 1,
    payload: { fingerprint: fingerprintOf(pair.publicKey) },
  }
}

/** Gives a store of an earlier version of the app its pair. */
export function bringUnitKey(house: House): void {
  if (unitKeys(house.read()).length > 0) return
  writeAsTheApp(house)?.((tx) => ({ value: null, audit: [insertFirstPair(tx)] }))
}
