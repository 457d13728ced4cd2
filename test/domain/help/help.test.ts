import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { glossary } from '#domain/help/glossary.ts'
import { helpFor, helpPages } from '#domain/help/pages.ts'
import { navItems } from '../../../renderer/app/nav.ts'
import { tableUnder } from '../../support/markdown-table.ts'

const root = join(import.meta.dirname, '../../..')

test('every page of the top bar has help of its own', () => {
  expect(navItems.map(({ to }) => helpFor(to).path)).toEqual(navItems.map(({ to }) => to))
})

test.each([
  ['/', 'Board'],
  ['/stays/0199', 'A stay'],
  ['/people/training/courses', 'Training'],
  ['/people/admit', 'People'],
  ['/peoples', 'Board'],
  ['/nowhere', 'Board'],
  ['/administration/staff/0199', 'Administration: staff'],
  ['/administration/unit', 'Administration: unit and beds'],
  ['/administration/contacts', 'Administration: contacts'],
])('the screen at %s has the help of %s', (path, title) => {
  expect(helpFor(path).title).toBe(title)
})

test('every part of Administration says where its rules come from, and its rules are all that there are', () => {
  const parts = helpPages.filter(({ path }) => path.startsWith('/administration'))
  expect(parts.filter(({ rules, sources }) => rules.length === 0 && !sources)).toEqual([])
  const kinds = globSync('drizzle/seed/rule-sets/*.json', { cwd: root }).map(
    (file) => (JSON.parse(readFileSync(join(root, file), 'utf8')) as { kind: string }).kind,
  )
  expect([...helpFor('/administration/rules/0199').rules].sort()).toEqual(kinds.sort())
})

test('names only rules that there are', () => {
  const kinds = globSync('drizzle/seed/rule-sets/*.json', { cwd: root }).map(
    (file) => (JSON.parse(readFileSync(join(root, file), 'utf8')) as { kind: string }).kind,
  )
  expect(helpPages.flatMap(({ rules }) => rules).filter((kind) => !kinds.includes(kind))).toEqual(
    [],
  )
})

test('explains the words as the glossary does', () => {
  const page = readFileSync(join(root, 'docs/glossary.md'), 'utf8')
  expect(glossary).toEqual(
    tableUnder(page, 'Glossary').map((row) => ({
      word: row.word,
      means: row['what it means here'],
    })),
  )
})
