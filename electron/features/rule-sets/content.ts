import { z } from 'zod'
import type { RuleSetKind } from '#domain/rule-sets/rule-set.ts'
import { Refusal, refuse } from '#domain/shared/failure.ts'
import { fieldMessages } from '#domain/shared/field-messages.ts'

/** Every kind of rule set of the app; the composition root gives it, since the kinds belong to features. */
export type RuleSetKinds = readonly RuleSetKind<unknown>[]

/** The kind of that name; refuses where this version of the app has none. */
export function kindNamed(kinds: RuleSetKinds, name: string): RuleSetKind<unknown> {
  return (
    kinds.find(({ kind }) => kind === name) ??
    refuse('invalid', 'This version of the app has no rules of this kind', [
      { field: 'kind', message: 'Choose a kind of rules from the list' },
    ])
  )
}

/** The fields of a kind as JSON Schema text. What a schema asks beyond it is checked when a draft is saved. */
export const shapeOfKind = (kinds: RuleSetKinds, name: string): string =>
  JSON.stringify(
    z.toJSONSchema(kindNamed(kinds, name).content, { io: 'input', unrepresentable: 'any' }),
  )

/** What is wrong with a content, each fault at its path below `field`; empty where nothing is. */
export function contentFaults(kind: RuleSetKind<unknown>, content: unknown, field: string) {
  const parsed = kind.content.safeParse(content)
  return parsed.success ? [] : faultsAt(parsed.error, field)
}

/** The content as its kind's schema gives it, as JSON text. Refuses with every fault at its path. */
export function checkedContent(
  kind: RuleSetKind<unknown>,
  content: unknown,
  field: string,
): string {
  const parsed = kind.content.safeParse(content)
  if (parsed.success) return JSON.stringify(parsed.data)
  throw new Refusal({
    code: 'invalid',
    message: 'These rules cannot be used as they are',
    fields: faultsAt(parsed.error, field),
  })
}

const faultsAt = (error: z.ZodError, field: string) =>
  fieldMessages(error).map(({ field: path, message }) => ({
    field: path === '' ? field : `${field}.${path}`,
    message,
  }))
