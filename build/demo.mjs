/** `npm run demo`: runs on the machine's own Node, so it only installs what is missing and hands over. */
import { ensure, runOnProjectNode } from './bootstrap/ensure.mjs'

ensure()
runOnProjectNode('test/demo/demo.ts', process.argv.slice(2))
