import { afterAll, beforeAll, expect, test } from 'vitest'
import { course } from '#drizzle/schema/training.ts'
import { newest, standing } from '../../../electron/platform/standing.ts'
import { startTestUnit, type TestUnit } from '../../support/app.ts'
import { level3Course } from '../../support/training.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const courses = standing(course, ['title', 'deliveredByAnother'], '1', 't.title')

test('yes and no come as such, and what is not known stays null', async () => {
  const lead = unit.as('safeguarding-lead')
  for (const [title, deliveredByAnother] of [
    ['A', true],
    ['B', false],
    ['C', null],
  ])
    await lead.ok('training.addCourse', { ...level3Course, title, deliveredByAnother })
  expect(courses.at(unit.db, newest).map((row) => row.deliveredByAnother)).toEqual([
    true,
    false,
    null,
  ])
})

test('a record stands as it stood when the sequence was reached', async () => {
  const lead = unit.as('safeguarding-lead')
  const { id } = await lead.ok('training.addCourse', { ...level3Course, title: 'D' })
  const before = unit.db.row<{ seq: number }>('select max(seq) as seq from audit')?.seq ?? 0
  const change = { id, version: 1, reason: 'Renamed', course: { ...level3Course, title: 'E' } }
  await lead.ok('training.changeCourse', change)
  const titles = (seq: number) => courses.at(unit.db, seq).map(({ title }) => title)
  expect(titles(before)).toContain('D')
  expect(titles(before)).not.toContain('E')
  expect(titles(newest)).toContain('E')
  expect(titles(newest)).not.toContain('D')
})
