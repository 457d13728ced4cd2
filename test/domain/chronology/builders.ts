import { readFileSync } from 'node:fs'
import type { ChronologyLine } from '#domain/chronology/line.ts'
import { historyAnalysis } from '#domain/chronology/rule-content.ts'
import { parseRuleSetFile } from '#domain/rule-sets/rule-set.ts'
import type { RoughDate } from '#domain/shared/rough-date.ts'
import { roughOf } from '#domain/shared/rough-date.ts'

export const page = readFileSync('docs/states/chronology.md', 'utf8')

export const shippedFile = parseRuleSetFile(
  historyAnalysis,
  JSON.parse(readFileSync('drizzle/seed/rule-sets/history-analysis.json', 'utf8')),
)
export const shipped = shippedFile.content

let made = 0
export const newId = () => {
  made += 1
  return `00000000-0000-7000-8000-${String(made).padStart(12, '0')}`
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "3 Mar 2026", "Mar 2026", "2026" or "not known", as a page of docs/states writes it. */
export function written(text: string): RoughDate {
  if (text === 'not known') return { on: null, precision: 'not-known' }
  const parts = text.split(' ').map((part) => {
    const month = months.indexOf(part)
    return month < 0 ? part : String(month + 1)
  })
  const found = roughOf(parts.join('/'))
  if (!found) throw new Error(`No date: ${text}`)
  return found
}

/** The other way: a day as the page writes it. */
export const spoken = (day: string | undefined): string => {
  const [year, month, date] = (day ?? '').split('-')
  return `${Number(date)} ${months[Number(month) - 1]} ${year}`
}

export const aLine = (changes: Partial<ChronologyLine> = {}): ChronologyLine => ({
  recordId: newId(),
  version: 1,
  from: 'entry',
  kind: 'other',
  happened: { on: '2026-03-03', precision: 'day' },
  ended: null,
  personId: null,
  what: 'Something happened',
  basis: { kind: 'document', document: 'GP record', on: '2026-06-01' },
  source: 'The Surgery',
  document: null,
  recordedAt: '2026-06-01T10:00:00.000Z',
  recordedBy: 'A nurse',
  ...changes,
})
