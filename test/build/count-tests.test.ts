import { join } from 'node:path'
import { expect, test } from 'vitest'
import { count } from '../../build/check/tests.ts'

const root = join(import.meta.dirname, '../..')
const file = (name: string, status: string, ...tests: [string, string][]) => ({
  name: join(root, name),
  status,
  assertionResults: tests.map(([fullName, one]) => ({
    fullName,
    status: one,
    ancestorTitles: [],
  })),
})

test('Tests are counted, the skipped ones by name, and a file that could not run is one failure', () => {
  const report = {
    numTotalTests: 4,
    testResults: [
      file('test/a.test.ts', 'passed', ['a works', 'passed'], ['b works', 'passed']),
      file('test/b.test.ts', 'failed', ['c works', 'failed'], ['d (no tool)', 'skipped']),
      file('test/c.test.ts', 'failed'),
    ],
  }
  expect(count(report)).toEqual({
    passed: 2,
    failed: 2,
    skipped: [`${join('test', 'b.test.ts')}: d (no tool)`],
  })
})
