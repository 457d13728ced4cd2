/** `npm test`: every check, then every test, then one line that counts them. */
import { availableParallelism } from 'node:os'
import { drivers } from '../../test/support/driver/open-app.ts'
import { type Check, checks } from './checks.ts'
import { runTests } from './tests.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
let passed = 0
let failed = 0

async function judge(check: Check): Promise<void> {
  const started = performance.now()
  const wrong = await check.run()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (wrong === undefined) passed += 1
  else failed += 1
  say(`${wrong === undefined ? 'ok  ' : 'FAIL'} ${check.name} (${seconds} s)`)
  if (wrong !== undefined) say(wrong.trimEnd())
}

const waiting = [...checks]
async function judgeInTurn(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) await judge(next)
}
await Promise.all(Array.from({ length: availableParallelism() }, judgeInTurn))

const tests = await runTests()
passed += tests.passed
failed += tests.failed
for (const driver of drivers) {
  const missing = driver.missing()
  say(
    missing
      ? `Journeys did not run in ${driver.name}: ${missing}.`
      : `Journeys ran in ${driver.name}.`,
  )
}
for (const name of tests.skipped) say(`skipped: ${name}`)
say(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
