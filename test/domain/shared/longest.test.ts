import { expect, test } from 'vitest'
import { latestEnd, longestText } from '#domain/shared/longest.ts'

test('counts three days or less in hours, whatever the clocks do', () => {
  expect(latestEnd('2026-10-24T12:00:00.000Z', 72)).toBe('2026-10-27T12:00:00.000Z')
  expect(longestText(72)).toBe('72 hours')
})

test('counts what is longer in days of the calendar, over the night the clocks go back', () => {
  // 12:00 in summer time to 12:00 in winter time, 28 days on.
  expect(latestEnd('2026-10-05T11:00:00.000Z', 28 * 24)).toBe('2026-11-02T12:00:00.000Z')
  expect(longestText(28 * 24)).toBe('28 days')
})
