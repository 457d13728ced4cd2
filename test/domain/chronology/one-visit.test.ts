import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mayBeOneVisit, type Service } from '#domain/chronology/contact.ts'
import { roughDateInput } from '#domain/shared/rough-date.ts'
import { tableUnder } from '../../support/markdown-table.ts'

const page = readFileSync('docs/states/chronology.md', 'utf8')
const visit = (personId: string, when: string, service: string, provider: string) => ({
  personId,
  happened: roughDateInput().parse(when === 'not known' ? '' : when),
  service: service as Service,
  provider,
})
const first = visit('the baby', '12/3/2026', 'emergency-department', 'Westmarch Infirmary')

test.each(tableUnder(page, '5. One visit').map((row) => [row.line, row] as const))(
  'one visit is counted once: line %s of docs/states/chronology.md',
  (_, row) => {
    const { patient = '', when = '', service = '', provider = '' } = row
    expect(mayBeOneVisit(first, visit(patient, when, service, provider)) ? 'yes' : 'no').toBe(
      row.asks,
    )
  },
)
