/** `npm run bench`: runs on the machine's own Node, so it only installs what is missing and hands over. */
import { ensure, runOnProjectNode } from './bootstrap/ensure.mjs'

ensure()
runOnProjectNode('test/bench/run.ts', process.argv.slice(2))
