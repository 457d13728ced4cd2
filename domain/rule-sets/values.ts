import { itemName, keyWords } from './rule-names.ts'

export type RuleValue = string | number | boolean | null

/** One value inside a rule set, and the way to it. */
export interface ValueWithin {
  path: (string | number)[]
  where: string[]
  value: RuleValue
}

/** Every single value of a content, in its order. */
export function valuesWithin(
  content: unknown,
  path: readonly (string | number)[] = [],
  where: readonly string[] = [],
): ValueWithin[] {
  if (Array.isArray(content))
    return content.flatMap((item, index) =>
      valuesWithin(
        item,
        [...path, index],
        [...where, typeof item === 'string' ? `number ${index + 1}` : itemName(item, index)],
      ),
    )
  if (typeof content === 'object' && content !== null)
    return Object.entries(content).flatMap(([key, value]) =>
      valuesWithin(value, [...path, key], [...where, keyWords(key)]),
    )
  return [{ path: [...path], where: [...where], value: content as RuleValue }]
}

/** The content with one value changed; the one given stays as it was. Throws where the way leads nowhere. */
export function withValue(
  content: unknown,
  [key, ...rest]: readonly (string | number)[],
  value: RuleValue,
): unknown {
  if (key === undefined) return value
  if (typeof content !== 'object' || content === null || !Object.hasOwn(content, key))
    throw new Error('There is no such value in these rules')
  const inner = withValue((content as Record<string | number, unknown>)[key], rest, value)
  return Array.isArray(content)
    ? content.map((item, index) => (index === key ? inner : item))
    : { ...content, [key]: inner }
}

/**
 * What somebody typed, as the kind of value that stood there before: a figure stays a figure. What was empty
 * takes a figure where one was typed, else text.
 */
export function readValue(typed: string, before: RuleValue): RuleValue {
  const text = typed.trim()
  if (text === '') return typeof before === 'string' ? '' : null
  if (typeof before === 'boolean') return text === 'yes'
  const isFigure = /^-?\d+(\.\d+)?$/.test(text)
  return typeof before !== 'string' && isFigure ? Number(text) : text
}
