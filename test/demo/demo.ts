import { readdirSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { exampleUnit } from './example-unit.ts'
import { newUnit } from './new-unit.ts'
import { out } from './walk.ts'

/**
 * `npm run demo`: walks the app through the real screens, in a browser engine without a display or a network:
 * first a new unit from its first run through all five threads to a report, then the example unit. Leaves the
 * reports in every format, both stores and a picture of each step under `out/demo`.
 */
const say = (line: string) => process.stdout.write(`${line}\n`)
const begun = performance.now()
const only = process.argv[2]

rmSync(only ? join(out, only) : out, { recursive: true, force: true })
if (only !== 'example-unit') await newUnit()
if (only !== 'new-unit') await exampleUnit()

/** What was made, so that a person knows where to look. */
function listed(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('browser'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
say(`The demo took ${Math.round((performance.now() - begun) / 1000)} s and left:`)
for (const file of listed(out))
  say(`  ${relative(process.cwd(), file)}  ${Math.ceil(statSync(file).size / 1024)} kB`)
say(
  'The two stores were made with key slots that are cheap to open, as tests use: the demo and the tests open them. An installed app refuses them, and says that the key file has been changed from outside.',
)
process.exit(0)
