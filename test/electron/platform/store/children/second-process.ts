// Tries to open the store in the folder with the key from standard input; prints what came of it.
import { readFileSync } from 'node:fs'
import { systemClock } from '../../../../../electron/platform/clock.ts'
import { openStore } from '../../../../../electron/platform/store/open.ts'
import { storePaths } from '../../../../../electron/platform/store/paths.ts'
import { StoreProblem } from '../../../../../electron/platform/store/problem.ts'

const input = readFileSync(0)
const key = { key: input.subarray(0, 32), salt: input.subarray(32) }
try {
  const [, , folder = '', migrations = ''] = process.argv
  openStore(storePaths(folder), key, systemClock, { migrations, busyTimeoutMs: 200 }).close()
  process.stdout.write('opened')
} catch (error) {
  process.stdout.write(error instanceof StoreProblem ? error.fault.state : String(error))
}
