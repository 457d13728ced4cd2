import { expect, test } from 'vitest'
import { columnFaults, guessColumns } from '#domain/training/import/columns.ts'

test.each([
  [
    ['Employee Name', 'Course_Title', 'DATE COMPLETED:', 'Notes'],
    { name: 0, course: 1, completedOn: 2 },
  ],
  [
    ['Surname', 'Forename', 'Training', 'Date'],
    { familyName: 0, givenName: 1, course: 2, completedOn: 3 },
  ],
  [['', 'Wer', 'Was'], {}],
  // A label goes before another heading that means the same.
  [['Title', 'Course'], { course: 1 }],
])('the headings %j are taken for %j', (headings, map) => {
  expect(guessColumns('certificates', headings)).toEqual(map)
})

test('what was said of the last file goes before every guess', () => {
  const remembered = { name: 'Title', course: 'Name' }
  expect(guessColumns('certificates', ['Name', 'Title'], remembered)).toEqual({
    name: 1,
    course: 0,
  })
})

test('what is missing, twice or not in the sheet is said at its column', () => {
  const fields = (map: Record<string, number>) =>
    columnFaults('certificates', map, 3).map(({ field }) => field)
  expect(fields({})).toEqual(['name', 'course', 'completedOn'])
  expect(fields({ familyName: 0, givenName: 1, course: 2, completedOn: 2 })).toEqual([
    'completedOn',
  ])
  expect(fields({ name: 0, course: 1, completedOn: 9 })).toEqual(['completedOn'])
  expect(fields({ name: 0, course: 1, completedOn: 2 })).toEqual([])
})
