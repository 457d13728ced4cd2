import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isInstant, isInteger, refersTo, versioned, versionKeys } from './columns.ts'

/**
 * One entry of the baby-care log: a feed, a sleep, a nappy, a weight, a temperature, a medicine or a
 * safe-sleep check. When it happened stands beside when it was entered; a correction is a further version.
 */
export const careEntry = sqliteTable(
  'care_entry',
  {
    ...versioned(),
    babyId: refersTo('baby_id').notNull(),
    pairId: refersTo('pair_id').notNull(),
    /** feed, sleep, nappy, weight, temperature, medicine or safe-sleep */
    kind: text('kind').notNull(),
    happenedAt: text('happened_at').notNull(),
    /** staff = seen or measured by staff; mother = reported by the mother. */
    source: text('source').notNull(),
    /** How it was, by kind: breast or bottle, wet or dirty, as it should be or put right. */
    way: text('way'),
    /** Whole, in the smallest step of its kind (domain/baby-care/kinds.ts): ml, minutes, grams, tenths of a degree. */
    amount: integer('amount'),
    /** An unlikely amount was asked again and is right. */
    confirmed: integer('confirmed', { mode: 'boolean' }).notNull().default(false),
    /** The medicine and its dose in words. */
    medicine: text('medicine'),
    dose: text('dose'),
    note: text('note').notNull().default(''),
  },
  (t) => [
    ...versionKeys('care_entry', t),
    isInstant('care_entry_happened', t.happenedAt),
    isInteger('care_entry_amount_int', t.amount),
    index('care_entry_baby').on(t.babyId, t.happenedAt),
    index('care_entry_pair').on(t.pairId, t.happenedAt),
  ],
)
