import { codeOf, itemName, keyWords } from './rule-names.ts'

/** One thing that would change: where, what it was, what it becomes; null where there is nothing. */
export interface RuleDifference {
  where: string[]
  was: string | null
  becomes: string | null
}

/**
 * What differs between two contents of one kind, down to the single value, in the order of the later one.
 * Items of a list are matched by their code, so that one more does not make every other look changed.
 */
export function differences(
  before: unknown,
  after: unknown,
  where: readonly string[] = [],
): RuleDifference[] {
  if (isObject(before) && isObject(after)) return ofObjects(before, after, where)
  if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after, where)
  if (isSame(before, after)) return []
  return [{ where: [...where], was: valueText(before), becomes: valueText(after) }]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function ofObjects(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  where: readonly string[],
): RuleDifference[] {
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  return keys.flatMap((key) => differences(before[key], after[key], [...where, keyWords(key)]))
}

function ofLists(
  before: readonly unknown[],
  after: readonly unknown[],
  where: readonly string[],
): RuleDifference[] {
  const keyed = byKey(before, after)
  if (!keyed) {
    if (isSame(before, after)) return []
    return [{ where: [...where], was: valueText(before), becomes: valueText(after) }]
  }
  const { was, becomes } = keyed
  const codes = [...new Set([...becomes.keys(), ...was.keys()])]
  const changed = codes.flatMap((code, index) => {
    const item = becomes.get(code) ?? was.get(code)
    return differences(was.get(code), becomes.get(code), [...where, itemName(item, index)])
  })
  if (changed.length > 0 || isSame([...was.keys()], [...becomes.keys()])) return changed
  return [
    { where: [...where], was: valueText([...was.keys()]), becomes: valueText([...becomes.keys()]) },
  ]
}

/** Both lists by the code of each item; undefined where an item has none or a code is there twice. */
function byKey(before: readonly unknown[], after: readonly unknown[]) {
  const was = keyed(before)
  const becomes = keyed(after)
  return was && becomes ? { was, becomes } : undefined
}

function keyed(list: readonly unknown[]): Map<string, unknown> | undefined {
  const found = new Map<string, unknown>()
  for (const item of list) {
    const code = typeof item === 'string' ? item : codeOf(item)
    if (code === undefined || found.has(code)) return undefined
    found.set(code, item)
  }
  return found
}

/** A value as a reader sees it; null where there is none. */
export function valueText(value: unknown): string | null {
  if (value === undefined) return null
  if (value === null || value === '') return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueText).join('; ')
  if (isObject(value))
    return Object.entries(value)
      .map(([key, inner]) => `${keyWords(key)}: ${valueText(inner)}`)
      .join(', ')
  return String(value)
}
