import { z } from 'zod'
import type { RuleSetKind } from '../../rule-sets/rule-set.ts'
import { measureIds } from '../catalogue.ts'
import { type Framework, frameworkFaults, frameworkSchema } from '../framework.ts'

/** The framework that is shipped stands by itself and cannot be replaced by one of its name. */
const shippedId = 'finding-five'

/** Frameworks besides Finding Five, each mapped to the same measures (assurance.md, opening). */
export const otherFrameworksSchema = z
  .strictObject({ frameworks: z.array(frameworkSchema).max(20) })
  .superRefine(({ frameworks }, context) => {
    const complain = (message: string) =>
      context.addIssue({ code: 'custom', path: ['frameworks'], message })
    for (const framework of frameworks) {
      for (const fault of frameworkFaults(framework, measureIds))
        complain(`${framework.title}: ${fault}`)
      if (framework.id === shippedId)
        complain('Finding Five is shipped with the app. Give this framework another id')
    }
    if (new Set(frameworks.map(({ id }) => id)).size < frameworks.length)
      complain('Two frameworks have the same id')
  })
export interface OtherFrameworks {
  frameworks: Framework[]
}

/**
 * As rules of the unit: a file becomes a draft, somebody else approves it, and each period is read by the revision
 * that was in force at its end, so that two visits are compared by what was asked at each.
 */
export const otherFrameworks: RuleSetKind<OtherFrameworks> = {
  kind: 'frameworks',
  title: 'Other frameworks',
  content: otherFrameworksSchema,
}

/** The frameworks with one more, or with the next version of one that is there. */
export function withFramework(
  before: readonly Framework[],
  read: Omit<Framework, 'version'>,
): Framework[] {
  const known = before.find(({ id }) => id === read.id)
  const next: Framework = { ...read, version: (known?.version ?? 0) + 1 }
  return known ? before.map((one) => (one.id === read.id ? next : one)) : [...before, next]
}
