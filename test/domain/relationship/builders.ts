import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { relationshipRulesSchema } from '#domain/relationship/rule-content.ts'

const root = join(import.meta.dirname, '../../..')
export const page = readFileSync(join(root, 'docs/states/relationship.md'), 'utf8')
const file = JSON.parse(
  readFileSync(join(root, 'drizzle/seed/rule-sets/relationship.json'), 'utf8'),
)

/** The rules as they ship. */
export const rules = relationshipRulesSchema.parse(file.content)
export const ruleSets = [
  {
    ...file,
    content: rules,
    recordId: 'rules',
    version: 1,
    approvedAt: null,
    approvedBy: null,
    recordedAt: '2026-01-01T00:00:00.000Z',
  },
]

/** "26 Oct 23:59" of 2026 as the clock on the ward shows it; "-" is nothing. */
export function instantsOf(cell: string, time = '12:00'): string[] {
  if (cell === '-') return []
  return cell.split(', ').map((one) => {
    const [day, month, at = time] = one.split(' ')
    const offset = Number(month === 'Nov' || (month === 'Oct' && Number(day) >= 25))
      ? 'Z'
      : '+01:00'
    const number = { Jun: '06', Oct: '10', Nov: '11' }[month ?? '']
    return new Date(
      `2026-${number}-${String(day).padStart(2, '0')}T${at}:00.000${offset}`,
    ).toISOString()
  })
}
