import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { buildIfStale } from '../app-build.ts'
import { findViolations } from './find-violations.ts'
import { root, runScript } from './run-program.ts'

/** One thing that a checkout must be. */
export interface Check {
  name: string
  /** What is wrong, in the tool's own words, or undefined when nothing is. */
  run: () => Promise<string | undefined>
}

/**
 * Everything that can be judged without running the app, and the build that the journeys run; the longest
 * first, for they run side by side. The types of the whole hold those of the screens: that a screen has
 * nothing of Node's is a rule of the lint and of the imports.
 */
export const checks: Check[] = [
  types('the whole', '.'),
  types('electron, without a page', 'electron'),
  types('domain, without a page or a process', 'domain'),
  tool('lint and layout', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  { name: 'import rules', run: judgeImports },
  tool('migrations: history', 'drizzle-kit/bin.cjs', ['check']),
  { name: 'migrations: the schema needs no further one', run: judgeDrift },
  { name: 'build for tests', run: buildForTests },
]

function types(what: string, room: string): Check {
  return tool(`types: ${what}`, 'typescript/bin/tsc', ['-p', room])
}

function tool(name: string, script: string, args: string[]): Check {
  return {
    name,
    run: async () => {
      const { code, output } = await runScript(script, args)
      return code === 0 ? undefined : output
    },
  }
}

async function judgeImports(): Promise<string | undefined> {
  const violations = await findViolations(root)
  if (violations.length === 0) return undefined
  return violations
    .map(({ rule, from, to, why }) => `${rule}: ${from} -> ${to}\n  ${why}`)
    .join('\n')
}

/** Asks for a migration on a copy: one that comes out is one that was forgotten. */
async function judgeDrift(): Promise<string | undefined> {
  // drizzle-kit takes a folder below this one alone.
  mkdirSync(join(root, 'out'), { recursive: true })
  const copy = mkdtempSync(join(root, 'out/migrations-'))
  try {
    cpSync(join(root, 'drizzle/migrations'), copy, { recursive: true })
    const { code, output } = await runScript('drizzle-kit/bin.cjs', [
      'generate',
      '--dialect=sqlite',
      '--schema=./drizzle/schema/index.ts',
      `--out=./${relative(root, copy).replaceAll('\\', '/')}`,
    ])
    return code === 0 && output.includes('No schema changes') ? undefined : output
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

async function buildForTests(): Promise<string | undefined> {
  try {
    await buildIfStale('test')
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
