import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll } from 'vitest'

export type Child = 'writer' | 'second-process' | 'migrating'

/** The shipped migrations: a bundle cannot find them beside itself. */
export const migrationsFolder = fileURLToPath(
  new URL('../../../../drizzle/migrations', import.meta.url),
)

const built: string[] = []
afterAll(() => {
  for (const folder of built) rmSync(folder, { recursive: true, force: true })
})

/** Bundles programs that run as processes of their own: they start seven times faster than from source. */
export async function bundled(...names: Child[]): Promise<(name: Child) => string> {
  const cache = resolve('node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  // Inside the project, so that the native modules are found.
  const outDir = mkdtempSync(join(cache, 'mbu-children-'))
  // One test runs a program as another user, who must be able to read it.
  chmodSync(outDir, 0o755)
  built.push(outDir)
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      rollupOptions: {
        input: Object.fromEntries(
          names.map((name) => [name, join(import.meta.dirname, 'children', `${name}.ts`)]),
        ),
        output: { entryFileNames: '[name].mjs' },
      },
    },
    ssr: { noExternal: true, external: ['better-sqlite3', '@node-rs/argon2'] },
  })
  return (name) => join(outDir, `${name}.mjs`)
}
