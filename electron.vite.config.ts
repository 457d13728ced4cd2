import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { pageManifest } from './build/page-manifest.ts'
import { shipMigrations } from './build/ship-migrations.ts'

const root = import.meta.dirname

/** Native modules cannot be bundled; everything else is, so that the app starts fast and ships small. */
const NATIVE = [
  'electron',
  'better-sqlite3',
  '@node-rs/argon2',
  /^@myriaddreamin\/typst-ts-node-compiler/,
]

/** The main process, the store worker, and each further worker. */
function mainEntries(): Record<string, string> {
  const entries: Record<string, string> = { main: join(root, 'electron/main.ts') }
  for (const file of [
    ...globSync('electron/worker.ts', { cwd: root }),
    ...globSync('electron/{platform,features}/**/*-worker.ts', { cwd: root }),
  ]) {
    entries[basename(file, '.ts')] = join(root, file)
  }
  return entries
}

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        external: NATIVE,
        input: mainEntries(),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
    plugins: [shipMigrations(join(root, 'drizzle/migrations'))],
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: join(root, 'electron/preload.ts') },
        // A sandboxed preload is CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: join(root, 'renderer'),
    plugins: [react(), pageManifest()],
    build: {
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: join(root, 'renderer/index.html') },
    },
  },
})
