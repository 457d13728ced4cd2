import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { root, runScript } from './run-program.ts'

/** What came of the tests. */
export interface TestOutcome {
  passed: number
  failed: number
  /** Full names of the tests that did not run, each with the reason that its suite gives in its name. */
  skipped: string[]
}

/** The part of vitest's JSON report that is read here. */
interface Report {
  numTotalTests: number
  testResults: {
    name: string
    status: string
    assertionResults: { status: string; fullName: string; ancestorTitles: string[] }[]
  }[]
}

/** Runs every test of every project, shows their progress, and counts. */
export async function runTests(): Promise<TestOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'mbu-tests-'))
  const file = join(folder, 'report.json')
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await runScript('vitest/vitest.mjs', args, true)
  try {
    const outcome = count(JSON.parse(readFileSync(file, 'utf8')))
    // An error outside any test fails the run without failing a test.
    if (code !== 0 && outcome.failed === 0) outcome.failed = 1
    return outcome
  } catch {
    return { passed: 0, failed: 1, skipped: [] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Counts a report. A file that could not even be read counts as one failure. */
export function count(report: Report): TestOutcome {
  const outcome: TestOutcome = { passed: 0, failed: 0, skipped: [] }
  for (const file of report.testResults) {
    const failedHere = file.assertionResults.filter(({ status }) => status === 'failed').length
    outcome.passed += file.assertionResults.filter(({ status }) => status === 'passed').length
    outcome.failed += failedHere
    if (file.status === 'failed' && failedHere === 0) outcome.failed += 1
    for (const one of file.assertionResults) {
      if (one.status === 'passed' || one.status === 'failed') continue
      outcome.skipped.push(`${relative(root, file.name)}: ${one.fullName}`)
    }
  }
  return outcome
}
