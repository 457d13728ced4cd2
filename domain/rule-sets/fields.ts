import { codeOf, itemName, keyWords } from './rule-names.ts'
import { type FieldShape, fieldShape, type RuleShape, shapeOf } from './shape.ts'

export type RulePath = readonly (string | number)[]

/** One field of a rule set as it is changed on the screen. */
export interface FieldWithin {
  path: RulePath
  where: string[]
  /** Undefined where the field may be set and is not. */
  value: unknown
  shape: FieldShape
  /** It may be left out. */
  optional: boolean
}

/** One item of a list, which may be copied or taken out. */
export interface ItemWithin {
  path: RulePath
  where: string[]
  value: unknown
  /** The name and the value of its own code, which a copy needs another of; null where it has none. */
  code: { key: string; value: string } | null
}

export interface Editable {
  fields: FieldWithin[]
  items: ItemWithin[]
}

/** Every field and every item of a list of a content, in its order, by the shape of its kind. */
export function editable(shape: RuleShape, content: unknown): Editable {
  const found: Editable = { fields: [], items: [] }
  walk(found, shape, content, [], [], false)
  return found
}

function walk(
  found: Editable,
  shape: RuleShape,
  value: unknown,
  path: RulePath,
  where: string[],
  optional: boolean,
): void {
  const field = fieldShape(shape)
  if (field) {
    // What is fixed says what kind of rule it is: another one is another rule.
    if (field.kind !== 'choice' || field.choices.length > 1)
      found.fields.push({ path, where, value, shape: field, optional })
    return
  }
  const own = shapeOf(shape, value)
  if (Array.isArray(value))
    value.forEach((item, index) => {
      const named = [
        ...where,
        typeof item === 'string' ? `number ${index + 1}` : itemName(item, index),
      ]
      found.items.push({ path: [...path, index], where: named, value: item, code: ownCode(item) })
      walk(found, own.items ?? {}, item, [...path, index], named, false)
    })
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(own.properties ?? {})) {
      const mayMiss = own.required?.includes(key) !== true
      const held = (value as Record<string, unknown>)[key]
      if (held !== undefined || fieldShape(inner))
        walk(found, inner, held, [...path, key], [...where, keyWords(key)], mayMiss)
    }
}

/** A copy of an item needs a code of its own where the app knows its items by one that is not a choice. */
function ownCode(item: unknown): ItemWithin['code'] {
  const value = codeOf(item)
  const { id } = (item ?? {}) as { id?: unknown }
  return value !== undefined && id === value ? { key: 'id', value } : null
}

/** The content with one value put in its place; undefined takes it out. The one given stays as it was. */
export function putValue(content: unknown, [key, ...rest]: RulePath, value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(content)) {
    if (typeof key !== 'number' || key >= content.length) throw new Error('There is no such item')
    if (rest.length === 0 && value === undefined) return content.toSpliced(key, 1)
    return content.with(key, putValue(content[key], rest, value))
  }
  if (typeof content !== 'object' || content === null) throw new Error('There is no such rule')
  const { [key]: held, ...others } = content as Record<string, unknown>
  const put = putValue(held, rest, value)
  if (put === undefined) return others
  return { ...content, [key]: put }
}

/** The content with an item put after another one of its list. */
export function putAfter(content: unknown, path: RulePath, item: unknown): unknown {
  const index = path.at(-1)
  const list = valueAt(content, path.slice(0, -1))
  if (typeof index !== 'number' || !Array.isArray(list)) throw new Error('There is no such item')
  return putValue(content, path.slice(0, -1), list.toSpliced(index + 1, 0, item))
}

/** What stands at a place. */
export const valueAt = (content: unknown, path: RulePath): unknown =>
  path.reduce<unknown>(
    (held, key) => (held as Record<string | number, unknown> | undefined)?.[key],
    content,
  )
