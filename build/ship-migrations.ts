import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Puts the migrations beside the built main process, where the store worker is told to find them. */
export function shipMigrations(from: string): Plugin {
  return {
    name: 'ship-migrations',
    writeBundle(options) {
      if (options.dir) cpSync(from, join(options.dir, 'migrations'), { recursive: true })
    },
  }
}
