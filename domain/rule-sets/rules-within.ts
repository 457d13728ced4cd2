import { type SourceMark, sourceMarks } from '../shared/source.ts'
import { itemName, keyWords } from './rule-names.ts'

/** One rule inside a rule set: where it stands, what it says, and where it comes from. */
export interface RuleWithin {
  where: string[]
  says: string
  source: string
  mark: SourceMark
}

/** Every rule of a content that carries its own source and mark, in its order. */
export function rulesWithin(content: unknown, where: readonly string[] = []): RuleWithin[] {
  if (Array.isArray(content))
    return content.flatMap((item, index) => rulesWithin(item, [...where, itemName(item, index)]))
  if (typeof content !== 'object' || content === null) return []
  const here = isSourced(content)
    ? [{ where: [...where], says: sayOf(content), source: content.source, mark: content.mark }]
    : []
  return [
    ...here,
    ...Object.entries(content).flatMap(([key, value]) =>
      rulesWithin(value, [...where, keyWords(key)]),
    ),
  ]
}

function isSourced(value: object): value is { source: string; mark: SourceMark } {
  const { source, mark } = value as { source?: unknown; mark?: unknown }
  return typeof source === 'string' && sourceMarks.includes(mark as SourceMark)
}

/** The words of a rule that a reader knows it by. */
const speaking = ['question', 'title', 'name', 'text', 'label', 'says', 'what', 'words'] as const

function sayOf(rule: object): string {
  const fields = rule as Record<string, unknown>
  const spoken = speaking.map((key) => fields[key]).find((value) => typeof value === 'string')
  return typeof spoken === 'string' ? spoken : figures(fields)
}

/** A rule without a sentence of its own: its figures, as "minutes 60". */
function figures(fields: Record<string, unknown>): string {
  return Object.entries(fields)
    .filter(([key]) => key !== 'source' && key !== 'mark')
    .flatMap(([key, value]) =>
      typeof value === 'number' || typeof value === 'string'
        ? [`${keyWords(key)} ${value}`]
        : typeof value === 'object' && value !== null && !Array.isArray(value)
          ? [figures(value as Record<string, unknown>)]
          : [],
    )
    .filter((part) => part !== '')
    .join(', ')
}
