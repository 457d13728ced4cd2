import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import { undoableUntil } from '#domain/shared/undo.ts'
import { tableUnder } from '../../support/markdown-table.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/states/undo.md'), 'utf8')
const recordedAt = '2026-11-23T09:00:00.000Z'

describe('undo of an entry', () => {
  it.each(tableUnder(page, 'Undo of an entry'))(
    'by $[entered by], version $version, after $[minutes since] minutes: $undone',
    (row) => {
      const author = row['entered by'] === 'oneself' ? 'me' : 'somebody'
      const until = undoableUntil({ version: Number(row.version), author, recordedAt }, 'me')
      const now = addMinutes(recordedAt, Number(row['minutes since']))
      expect(until !== null && now < until ? 'yes' : 'no').toBe(row.undone)
    },
  )
})
