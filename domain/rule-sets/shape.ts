/** What a rule may be, as its schema says: read from the JSON Schema of a kind of rules. */
export interface RuleShape {
  type?: string
  enum?: readonly (string | number)[]
  const?: string | number
  properties?: Record<string, RuleShape>
  required?: readonly string[]
  items?: RuleShape
  anyOf?: readonly RuleShape[]
  oneOf?: readonly RuleShape[]
}

/** How one field of a rule is changed on the screen. */
export type FieldShape =
  | { kind: 'text' }
  | { kind: 'figure' }
  | { kind: 'yes-no' }
  | { kind: 'choice'; choices: readonly (string | number)[] }
  /** Any number of them, in the order in which they stand. */
  | { kind: 'choices'; choices: readonly string[]; otherwise?: string }
  /** Codes of another part of the rules, as many as wanted; `otherwise` stands where there is none. */
  | { kind: 'codes'; otherwise: string }
  /** A condition on codes: of which kind, and which codes where the kind takes any. */
  | { kind: 'condition'; kinds: readonly ConditionChoice[] }
  /** A limit: which kind, and how many of its unit where it has one. */
  | { kind: 'limit'; limits: readonly LimitChoice[] }

export interface LimitChoice {
  kind: string
  /** The name of its number: minutes, hours, days; null where it has none. */
  unit: string | null
}

export interface ConditionChoice {
  kind: string
  takesCodes: boolean
}

/** The alternatives of a shape, those within alternatives too. */
const options = (shape: RuleShape): readonly RuleShape[] => {
  const own = shape.anyOf ?? shape.oneOf
  return own ? own.flatMap(options) : [shape]
}

/** How a field of this shape is changed; undefined where it is made of further fields. */
export function fieldShape(shape: RuleShape): FieldShape | undefined {
  const all = options(shape).filter(({ type }) => type !== 'null')
  const limits = limitChoices(all)
  if (limits) return { kind: 'limit', limits }
  const kinds = conditionChoices(all)
  if (kinds) return { kind: 'condition', kinds }
  const consts = all.flatMap((one) => (one.const === undefined ? (one.enum ?? []) : [one.const]))
  if (all.every((one) => one.const !== undefined || one.enum))
    return { kind: 'choice', choices: consts }
  const list = anyOrList(all)
  if (list) return list
  const [one] = all
  if (!one || all.length > 1) return undefined
  if (one.type === 'array' && one.items?.enum)
    return { kind: 'choices', choices: one.items.enum.map(String) }
  if (one.type === 'string') return { kind: 'text' }
  if (one.type === 'number' || one.type === 'integer') return { kind: 'figure' }
  return one.type === 'boolean' ? { kind: 'yes-no' } : undefined
}

/** "any", or a list: of choices, or of codes. */
function anyOrList(all: readonly RuleShape[]): FieldShape | undefined {
  const [any, list] = all
  if (all.length !== 2 || typeof any?.const !== 'string' || list?.type !== 'array') return undefined
  const otherwise = any.const
  return list.items?.enum
    ? { kind: 'choices', choices: list.items.enum.map(String), otherwise }
    : { kind: 'codes', otherwise }
}

/** A limit is known by its kinds: one of them is the same day. */
function limitChoices(all: readonly RuleShape[]): LimitChoice[] | undefined {
  const kinds = all.map(({ properties }) => properties?.kind?.const)
  if (!kinds.includes('same-day')) return undefined
  return all.flatMap(({ properties = {} }, index) => {
    const kind = kinds[index]
    const unit = Object.keys(properties).find((key) => key !== 'kind') ?? null
    return typeof kind === 'string' ? [{ kind, unit }] : []
  })
}

/** Alternatives that differ in their kind, and hold nothing beside it but codes. */
function conditionChoices(all: readonly RuleShape[]): ConditionChoice[] | undefined {
  const kinds = all.flatMap(({ properties = {} }) => {
    const { kind, codes, ...rest } = properties
    const free = codes === undefined || (codes.type === 'array' && codes.items?.enum === undefined)
    return typeof kind?.const === 'string' && free && Object.keys(rest).length === 0
      ? [{ kind: kind.const, takesCodes: codes !== undefined }]
      : []
  })
  const isCondition = kinds.length === all.length && kinds.some(({ takesCodes }) => takesCodes)
  return isCondition ? kinds : undefined
}

/** The alternative that a value is of: the one whose fixed fields are the value's own. */
export function shapeOf(shape: RuleShape, value: unknown): RuleShape {
  const all = options(shape)
  const fits = ({ properties = {} }: RuleShape) =>
    Object.entries(properties).every(
      ([key, inner]) =>
        inner.const === undefined ||
        (value as Record<string, unknown> | null)?.[key] === inner.const,
    )
  return all.length === 1
    ? (all[0] ?? shape)
    : (all.find((one) => typeOf(value) === one.type && fits(one)) ?? all[0] ?? shape)
}

const typeOf = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value)
