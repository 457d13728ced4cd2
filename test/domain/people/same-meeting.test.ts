import { expect, test } from 'vitest'
import { isSameMeeting } from '#domain/people/placement.ts'
import { linesUnder } from './builders.ts'

/** "planning-meeting planned 10:00 held 14:00" */
function meeting(text: string) {
  const [kind = '', ...rest] = text.split(' ')
  const timeOf = (word: string) =>
    rest.includes(word) ? `2026-06-05T${rest[rest.indexOf(word) + 1]}:00.000Z` : null
  return { kind, plannedAt: timeOf('planned'), heldAt: timeOf('held') }
}

test.each(linesUnder('15. One meeting, entered once'))(
  'a meeting is entered once: line %s of docs/states/people.md',
  (_, row) => {
    const [first, other] = [meeting(row['on record'] ?? ''), meeting(row.entered ?? '')]
    expect(isSameMeeting(first, other) ? 'yes' : 'no').toBe(row['one meeting'])
    expect(isSameMeeting(other, first)).toBe(isSameMeeting(first, other))
  },
)
