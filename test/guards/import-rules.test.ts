import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findViolations, type Violation } from '../../build/check/find-violations.ts'
import { importRules, SHARED } from '../../build/check/import-rules.ts'

const root = join(import.meta.dirname, '../..')

/** One planted import for each rule: the file that breaks it, and what it imports. */
const PLANTED: Record<string, { file: string; imports: string }> = {
  'features-apart': { file: 'domain/admission/planted.ts', imports: '../training/planted-end.ts' },
  'shared-knows-no-feature': {
    file: 'electron/features/people/planted.ts',
    imports: '../admission/planted-end.ts',
  },
  'domain-shared-is-the-ground': {
    file: 'domain/shared/planted.ts',
    imports: '../users/planted-end.ts',
  },
  'domain-is-pure': {
    file: 'domain/stays/planted.ts',
    imports: '../../electron/platform/planted-end.ts',
  },
  'domain-has-no-clock-and-no-disk': { file: 'domain/stays/clock.ts', imports: 'node:fs' },
  'domain-uses-pure-libraries': { file: 'domain/stays/library.ts', imports: 'drizzle-orm' },
  'tables-know-no-process': {
    file: 'drizzle/schema/planted.ts',
    imports: '../../electron/platform/planted-end.ts',
  },
  'platform-knows-no-feature': {
    file: 'electron/platform/planted.ts',
    imports: '../features/supervision/planted-end.ts',
  },
  'services-know-no-window': {
    file: 'electron/features/supervision/planted.ts',
    imports: '../../platform/planted-window.ts',
  },
  'one-door-to-the-store': {
    file: 'electron/features/supervision/store.ts',
    imports: 'better-sqlite3',
  },
  'preload-is-one-bridge': { file: 'electron/preload.ts', imports: './platform/planted-end.ts' },
  'screens-know-no-process': {
    file: 'renderer/app/planted.ts',
    imports: '../../electron/platform/planted-end.ts',
  },
  'api-knows-the-router-alone': {
    file: 'renderer/api.ts',
    imports: '../electron/platform/planted-end.ts',
  },
  'api-knows-types-alone': { file: 'renderer/api.ts', imports: '../electron/router.ts' },
  'screens-have-no-node': { file: 'renderer/app/node.ts', imports: 'node:path' },
  'kit-is-not-clinical': {
    file: 'renderer/ui/planted.ts',
    imports: '../../domain/training/planted-end.ts',
  },
  'screens-of-a-feature-know-no-app': {
    file: 'renderer/features/supervision/planted.ts',
    imports: '../../app/planted-end.ts',
  },
  'tests-are-for-nobody': {
    file: 'electron/platform/test-user.ts',
    imports: '../../test/support/planted-end.ts',
  },
  'the-build-is-for-nobody': {
    file: 'electron/platform/build-user.ts',
    imports: '../../build/planted-end.ts',
  },
  'tools-are-not-shipped': { file: 'electron/platform/tool-user.ts', imports: 'vitest' },
  'no-circles': { file: 'domain/stays/circle-a.ts', imports: './circle-b.ts' },
  'nothing-unresolved': { file: 'domain/stays/nowhere.ts', imports: './not-there.ts' },
}

/** Further files that a planted import needs at its other end. */
const ENDS: Record<string, string> = {
  'electron/platform/planted-window.ts': "import 'electron'\n",
  'electron/router.ts': 'export const planted = 1\n',
  'domain/stays/circle-b.ts': "import './circle-a.ts'\n",
  ...Object.fromEntries(
    [
      'domain/training/planted-end.ts',
      'domain/users/planted-end.ts',
      'electron/platform/planted-end.ts',
      'electron/features/supervision/planted-end.ts',
      'electron/features/admission/planted-end.ts',
      'renderer/app/planted-end.ts',
      'test/support/planted-end.ts',
      'build/planted-end.ts',
    ].map((file) => [file, 'export const planted = 1\n']),
  ),
}

describe('The import rules', () => {
  let copy: string
  let found: Violation[]

  beforeAll(async () => {
    copy = mkdtempSync(join(tmpdir(), 'mbu-imports-'))
    cpSync(join(root, 'package.json'), join(copy, 'package.json'))
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
    const contents = new Map(Object.entries(ENDS))
    for (const { file, imports } of Object.values(PLANTED)) {
      contents.set(file, `${contents.get(file) ?? ''}import '${imports}'\n`)
    }
    for (const [file, text] of contents) {
      mkdirSync(dirname(join(copy, file)), { recursive: true })
      writeFileSync(join(copy, file), text)
    }
    found = await findViolations(copy)
  }, 60_000)
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  test('are all planted against', () => {
    expect(Object.keys(PLANTED).sort()).toEqual(importRules.map(({ name }) => name).sort())
  })

  test.each(Object.keys(PLANTED))('find what breaks %s', (rule) => {
    expect(found.filter((one) => one.rule === rule).map(({ from }) => from)).toContain(
      PLANTED[rule]?.file,
    )
  })

  test('say in words what each is for', () => {
    for (const { why } of found) expect(why.length).toBeGreaterThan(20)
  })
})

test('the decision on rooms names what is shared as the rules do', () => {
  const text = readFileSync(join(root, 'docs/decisions/0011-rooms-and-meeting-places.md'), 'utf8')
  const [, list = ''] = /shared ones \(([^)]*)\)/.exec(text) ?? []
  expect(
    list
      .split(', ')
      .map((name) => name.replaceAll('`', ''))
      .sort(),
  ).toEqual([...SHARED].sort())
})
