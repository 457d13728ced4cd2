import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { likeness } from '#domain/documents/author.ts'
import { tableUnder } from '../../support/markdown-table.ts'

const page = readFileSync('docs/states/history-review.md', 'utf8')

describe('whether the author is a reader', () => {
  it.each(
    tableUnder(page, '8. Whether the author is a reader').map((row) => [row.line, row] as const),
  )('line %s of docs/states/history-review.md', (_, row) => {
    expect(likeness(row['author as entered'] ?? '', row.reader ?? '')).toBe(row['is the reader'])
  })

  it('takes nobody for the author of a document without one', () => {
    expect(likeness('', 'Sam Okafor')).toBe('no')
    expect(likeness('Dr', 'Sam Okafor')).toBe('no')
  })
})
