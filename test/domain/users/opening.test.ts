import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openingWith } from '#domain/users/opening.ts'
import { tableUnder } from '../../support/markdown-table.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/states/accounts.md'), 'utf8')

test.each(tableUnder(page, 'The first password of a new account').map((row) => [row.line, row]))(
  'a first password, line %s',
  (_, row) => {
    const second = row['a second person signs'] === 'yes'
    const others = Number(row['others who could'])
    expect(openingWith({ second, others })).toBe(row['the account'])
  },
)
