import { z } from 'zod'
import { faultsOfFile } from '#domain/rule-sets/file-faults.ts'
import type { RuleSetKind } from '#domain/rule-sets/rule-set.ts'
import { type FieldMessage, Refusal, refuse } from '#domain/shared/failure.ts'
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
export const checkedContent = (kind: RuleSetKind<unknown>, content: unknown, field: string) =>
  contentOr(kind, content, (error) => faultsAt(error, field))

/** The same of a file: each fault says where in the file it is. */
export const checkedFile = (kind: RuleSetKind<unknown>, content: unknown) =>
  contentOr(kind, content, (error) => faultsOfFile(error, content))

function contentOr(
  kind: RuleSetKind<unknown>,
  content: unknown,
  faults: (error: z.ZodError) => FieldMessage[],
): string {
  const parsed = kind.content.safeParse(content)
  if (parsed.success) return JSON.stringify(parsed.data)
  throw new Refusal({
    code: 'invalid',
    message: 'These rules cannot be used as they are',
    fields: faults(parsed.error),
  })
}

const faultsAt = (error: z.ZodError, field: string) =>
  fieldMessages(error).map(({ field: path, message }) => ({
    field: path === '' ? field : `${field}.${path}`,
    message,
  }))
