/** `npm test`: runs on the machine's own Node, so it only installs what is missing and hands over. */
import { ensure, runOnProjectNode } from './bootstrap/ensure.mjs'

ensure()
runOnProjectNode('build/check/check.ts', process.argv.slice(2))
