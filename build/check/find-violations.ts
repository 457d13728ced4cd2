import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import { importRules } from './import-rules.ts'

/** One import that a rule forbids. */
export interface Violation {
  rule: string
  from: string
  to: string
  /** What the rule is for, in words. */
  why: string
}

const ROOMS = ['domain', 'drizzle', 'electron', 'renderer', 'build', 'test']

/**
 * Judges every import of a checkout against the import rules. Parsed with swc: the TypeScript compiler
 * of this project has no JavaScript interface.
 */
export async function findViolations(root: string): Promise<Violation[]> {
  const { output } = await cruise(
    ROOMS.filter((room) => existsSync(join(root, room))),
    {
      baseDir: root,
      parser: 'swc',
      validate: true,
      ruleSet: { forbidden: importRules },
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '^drizzle/migrations' },
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'node', 'default', 'types'],
        // A package of types alone names no program.
        mainFields: ['module', 'main', 'types'],
      },
    },
  )
  if (typeof output === 'string') throw new Error('The import rules gave text, not a result')
  const why = new Map(importRules.map(({ name, comment }) => [name, comment ?? '']))
  return output.summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    from,
    to,
    why: why.get(rule.name) ?? '',
  }))
}
