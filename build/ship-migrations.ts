import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Puts the migrations and the shipped rule sets beside the built main process, where the store worker is told to find them. */
export function shipMigrations(from: string): Plugin {
  return {
    name: 'ship-migrations',
    writeBundle(options) {
      if (!options.dir) return
      cpSync(from, join(options.dir, 'migrations'), { recursive: true })
      cpSync(join(from, '../seed/rule-sets'), join(options.dir, 'seed/rule-sets'), {
        recursive: true,
      })
    },
  }
}
