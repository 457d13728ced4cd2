import { expect, it } from 'vitest'
import { isTheReferrer } from '#domain/admission/decision.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { page } from './builders.ts'

it.each(tableUnder(page, 'By when it is told').map((row) => [row.line, row] as const))(
  'a withdrawal is told to whoever referred: line %s of docs/states/admission.md',
  (_, row) => {
    const isToBeTold = !isTheReferrer(row['withdrawn by'] ?? '', row['the referrer'] ?? '')
    expect(isToBeTold ? 'yes' : 'no').toBe(row['to be told by a limit'])
  },
)
