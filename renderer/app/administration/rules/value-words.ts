import { valueText } from '#domain/rule-sets/differences.ts'
import type { FieldWithin } from '#domain/rule-sets/fields.ts'
import { codeWords } from './code-words.ts'

const units: Record<string, string> = { minutes: 'minutes', hours: 'hours', days: 'working days' }

/** What a limit is called where it is chosen. */
export const limitKindText = (kind: string): string =>
  kind === 'working-days'
    ? 'A number of working days'
    : kind === 'working-days-before'
      ? 'A number of working days before it starts'
      : kind === 'minutes' || kind === 'hours'
        ? `A number of ${kind}`
        : kind === 'before'
          ? 'Before it starts'
          : kind === 'same-day'
            ? 'The same day'
            : 'At once'

/** What stands in a field now, in words. */
export function fieldText({ value, shape }: Pick<FieldWithin, 'value' | 'shape'>): string {
  if (value === undefined || value === null) return 'Not set'
  if (shape.kind === 'limit') return limitInWords(value as Record<string, unknown>)
  if (shape.kind === 'condition') return conditionInWords(value as Condition)
  if (shape.kind === 'codes' && Array.isArray(value)) return value.join(', ')
  if (shape.kind === 'choices') {
    if (typeof value === 'string') return codeWords(value)
    const codes = (value as string[]).map(codeWords)
    return codes.length > 0 ? codes.join('; ') : 'None'
  }
  if (shape.kind === 'choice') return codeWords(value as string | number)
  return valueText(value) ?? ''
}

/** What a condition on codes is called where it is chosen. */
export const conditionKindText = (kind: string): string =>
  kind === 'any' ? 'Any' : kind === 'only' ? 'Nothing but these' : 'At least one of these'

interface Condition {
  kind: string
  codes?: readonly string[]
}

const conditionInWords = ({ kind, codes = [] }: Condition): string =>
  codes.length > 0 ? `${conditionKindText(kind)}: ${codes.join(', ')}` : conditionKindText(kind)

function limitInWords({ kind, ...rest }: Record<string, unknown>): string {
  const [[unit = '', number] = []] = Object.entries(rest)
  if (typeof number !== 'number') return limitKindText(String(kind))
  const words = units[unit] ?? unit
  return `${number} ${number === 1 ? words.replace(/s$/, '') : words}${kind === 'working-days-before' ? ' before it starts' : ''}`
}
