import { describe, expect, test } from 'vitest'
import { endedByItself, sectionBefore } from '#domain/communications/events-of-mother.ts'
import { linesUnder } from './page.ts'

describe('a section that changes is an episode of the mother', () => {
  test.each(linesUnder('12. Episodes of the mother (COM-07)'))('%s', (_, cell) => {
    const all = cell('statuses of the mother, with their times')
      .split(', ')
      .map((one) => one.split(' '))
      .map(([code = '', times = '']) => {
        const [startsAt = '', endedAt = null] = times.split('-')
        return { recordId: startsAt, code, startsAt, endedAt }
      })
    const now = all.find(({ startsAt }) => startsAt === cell('the one of'))
    if (!now) throw new Error('No such status')
    const endedAt = endedByItself(all, now)
    const told = [
      ...(sectionBefore(all, now) ? ['yes'] : []),
      ...(endedAt === null ? [] : [`when it ends, ${endedAt}`]),
    ]
    expect(told.join(', and ') || 'no').toBe(cell('an episode by itself'))
  })
})
