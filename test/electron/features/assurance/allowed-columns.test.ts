import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, test } from 'vitest'
import { allowedColumns } from '#domain/assurance/disclosure.ts'
import * as schema from '#drizzle/schema/index.ts'

/** What leaves by allow-list, held to the tables that it is read from. */
const listed = Object.values(schema)
  .filter((one) => is(one, SQLiteTable))
  .flatMap((table) => {
    const kept = getTableColumns(table) as Record<string, { dataType: string }>
    return (allowedColumns[getTableName(table)] ?? []).map(({ column, as }) => ({
      name: `${getTableName(table)}.${column}`,
      as,
      kept: kept[column]?.dataType,
    }))
  })

/** What a column may be kept as, for what leaves in this form; a form that is not here is of words. */
const keptAs: Partial<Record<string, readonly string[]>> = {
  code: ['string', 'boolean'],
  count: ['number'],
}

describe('the columns that may leave', () => {
  test.each(listed)('$name is kept as what leaves as a $as', ({ as, kept }) => {
    expect(keptAs[as] ?? ['string']).toContain(kept)
  })
})
