/** How a part of a rule set is named to a reader: lists by the code of the item, fields by their words. */

/** What an item of a list is known by, in this order. */
const namingKeys = [
  'id',
  'code',
  'place',
  'event',
  'document',
  'band',
  'topic',
  'kind',
  'helper',
  'sign',
] as const

/** The code of an item that has one; undefined where it has none. */
export function codeOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined
  const fields = item as Record<string, unknown>
  // A cell of the duties: who is told, in which cases.
  const { recipient, classes } = fields
  if (typeof recipient === 'string' && Array.isArray(classes))
    return `${recipient} (${classes.join(', ')})`
  const key = namingKeys.find((name) => typeof fields[name] === 'string')
  return key === undefined ? undefined : (fields[key] as string)
}

/** The code of an item with its name, or its place in the list. */
export function itemName(item: unknown, index: number): string {
  if (typeof item === 'string') return item
  const code = codeOf(item)
  const { name, title } = (item ?? {}) as { name?: unknown; title?: unknown }
  const words = [name, title].find((one) => typeof one === 'string')
  if (code === undefined) return typeof words === 'string' ? words : `number ${index + 1}`
  return typeof words === 'string' && words !== code ? `${code} ${words}` : code
}

/** `reviewAtMostHours` as "review at most hours". */
export const keyWords = (key: string): string =>
  key.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
