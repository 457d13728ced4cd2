import { z } from 'zod'
import type { RuleSetKind } from '../../rule-sets/rule-set.ts'
import { ruleCode, ruleText, sourced } from '../../shared/source.ts'
import { measureIds } from '../catalogue.ts'
import {
  type Framework,
  frameworkFaults,
  frameworkSchema,
  requirementSchema,
} from '../framework.ts'

/** The framework that is shipped stands by itself and cannot be replaced by one of its name. */
const shippedId = 'finding-five'

/**
 * Frameworks besides Finding Five, each mapped to the same measures (assurance.md, opening). The requirements lie
 * beside their frameworks, one item each, so that whoever approves sees what changes requirement by requirement.
 */
export const otherFrameworksSchema = z
  .strictObject({
    frameworks: z.array(frameworkSchema.omit({ requirements: true })).max(20),
    requirements: z
      .array(
        requirementSchema.omit({ id: true }).extend({
          /** Of the framework and of the requirement, so that it is there once. */
          id: ruleCode,
          framework: ruleText,
          requirement: ruleText,
          ...sourced,
        }),
      )
      .default([]),
  })
  .superRefine((content, context) => {
    const complain = (message: string) =>
      context.addIssue({ code: 'custom', path: ['frameworks'], message })
    const { frameworks, requirements } = content
    const ids = new Set(frameworks.map(({ id }) => id))
    for (const framework of frameworksIn(content)) {
      for (const fault of frameworkFaults(framework, measureIds))
        complain(`${framework.title}: ${fault}`)
      if (framework.id === shippedId)
        complain('Finding Five is shipped with the app. Give this framework another id')
      if (framework.requirements.length === 0)
        complain(`${framework.title}: Name at least one requirement`)
    }
    if (ids.size < frameworks.length) complain('Two frameworks have the same id')
    for (const { id, framework } of requirements)
      if (!ids.has(framework)) complain(`Requirement ${id} is of a framework that is not there`)
  })
export type OtherFrameworks = z.output<typeof otherFrameworksSchema>

/**
 * As rules of the unit: a file becomes a draft, somebody else approves it, and each period is read by the revision
 * that was in force at its end, so that two visits are compared by what was asked at each.
 */
export const otherFrameworks: RuleSetKind<OtherFrameworks> = {
  kind: 'frameworks',
  title: 'Other frameworks',
  content: otherFrameworksSchema,
}

/** The frameworks of a content, each with its requirements. */
export const frameworksIn = ({ frameworks, requirements }: OtherFrameworks): Framework[] =>
  frameworks.map((framework) => ({
    ...framework,
    requirements: requirements
      .filter((one) => one.framework === framework.id)
      .map(({ framework: _, requirement, source: _source, mark: _mark, ...one }) => ({
        ...one,
        id: requirement,
      })),
  }))

/** Frameworks as the content of a rule set. */
export const contentOf = (frameworks: readonly Framework[]): OtherFrameworks => ({
  frameworks: frameworks.map(({ requirements: _, ...framework }) => framework),
  requirements: frameworks.flatMap(({ id, source, requirements }) =>
    requirements.map((one) => ({
      ...one,
      id: `${id}-${one.id}`.replaceAll(/[^A-Za-z0-9-]/g, '-'),
      framework: id,
      requirement: one.id,
      source: `${source.document}, ${source.section}`,
      mark: 'published' as const,
    })),
  ),
})

/** The frameworks with one more, or with the next version of one that is there. */
export function withFramework(
  before: readonly Framework[],
  read: Omit<Framework, 'version'>,
): Framework[] {
  const known = before.find(({ id }) => id === read.id)
  const next: Framework = { ...read, version: (known?.version ?? 0) + 1 }
  return known ? before.map((one) => (one.id === read.id ? next : one)) : [...before, next]
}
