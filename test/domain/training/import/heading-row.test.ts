import { expect, it } from 'vitest'
import { headingRow } from '#domain/training/import/heading-row.ts'
import { tableUnder } from '../../../support/markdown-table.ts'
import { page } from '../builders.ts'

const lines = tableUnder(page, '12. Which row').map((row) => [row.line ?? '', row] as const)

it.each(lines)('line %s of docs/states/training.md', (_, { rows = '', headings }) => {
  const sheet = rows
    .split(' / ')
    .map((cells, index) => ({ row: index + 1, cells: cells.split('; ') }))
  expect(headingRow(sheet) + 1).toBe(Number(headings))
})
