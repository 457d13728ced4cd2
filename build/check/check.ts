/** `npm test`: every check, then every test, then one line that counts them. */
import { drivers } from '../../test/support/driver/open-app.ts'
import { checks } from './checks.ts'
import { runTests } from './tests.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
let passed = 0
let failed = 0

for (const check of checks) {
  const started = performance.now()
  const wrong = await check.run()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (wrong === undefined) passed += 1
  else failed += 1
  say(`${wrong === undefined ? 'ok  ' : 'FAIL'} ${check.name} (${seconds} s)`)
  if (wrong !== undefined) say(wrong.trimEnd())
}

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
