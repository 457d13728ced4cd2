/**
 * `npm run test:extended`: what needs tools or minutes that `npm test` does without (kills by the hundred,
 * power cuts, the whole example unit). Each is skipped by name where its tool is absent.
 */
import { ensure, runOnProjectNode } from './bootstrap/ensure.mjs'

ensure()
process.env.MBU_EXTENDED = '1'
runOnProjectNode('node_modules/vitest/vitest.mjs', [
  'run',
  '--project',
  'node',
  'test/electron/platform/store',
  'test/electron/example/whole.test.ts',
])
