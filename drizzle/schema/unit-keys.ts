import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { versioned, versionKeys } from './columns.ts'

/**
 * The Ed25519 pair with which the unit signs its packs (decision 38). The private half is nowhere but in this
 * encrypted table, and no procedure answers it. A new pair is a new record, signed by the one before.
 */
export const unitKey = sqliteTable(
  'unit_key',
  {
    ...versioned(),
    /** SPKI and PKCS #8, DER, base64. */
    publicKey: text('public_key').notNull(),
    privateKey: text('private_key').notNull(),
    /** The signature of the pair before over this public key, base64; empty for the first. */
    signedByPrevious: text('signed_by_previous'),
  },
  (t) => [...versionKeys('unit_key', t)],
)
