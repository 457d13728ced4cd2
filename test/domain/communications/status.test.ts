import { describe, expect, test } from 'vitest'
import { dutyStatus, nextPerson, tellState } from '#domain/communications/status.ts'
import { formatTime } from '#domain/shared/calendar.ts'
import { at, dutyOfWords } from './builders.ts'
import { linesUnder } from './page.ts'

const words = (record: Parameters<typeof dutyStatus>[0], now: string) => {
  const status = dutyStatus(record, at(now))
  switch (status.state) {
    case 'dropped':
      return 'dropped'
    case 'acknowledged':
      return status.late ? 'acknowledged late' : 'acknowledged'
    case 'sent':
      return `sent, acknowledge by ${status.acknowledgeBy ? formatTime(status.acknowledgeBy) : '-'}`
    case 'due': {
      const due = status.dueAt ? `due ${formatTime(status.dueAt)}` : 'due'
      return status.what === 'answer' ? `${due}: answer` : due
    }
    case 'late':
      return `late since ${formatTime(status.since)}: ${status.what}`
  }
}

describe('7. how a duty stands', () => {
  test.each(linesUnder('7. How a duty stands'))('%s', (_, cell) => {
    expect(words(dutyOfWords(cell('recorded')), cell('now'))).toBe(cell('stands'))
  })
})

describe('silence', () => {
  const people = ['Team manager', 'Emergency duty team', 'Service manager']
  const hour = 3_600_000
  const silent = (now: string) =>
    nextPerson(dutyStatus(dutyOfWords('sent 14:30'), at(now)), people, at(now), hour)

  test('goes to the next named person, and one further with each limit', () => {
    expect(silent('15:20')).toBeNull()
    expect(silent('15:31')).toBe('Team manager')
    expect(silent('16:30')).toBe('Emergency duty team')
    expect(silent('23:00')).toBe('Service manager')
  })
})

describe('the duties of an episode together', () => {
  test('are done when the last of them is acknowledged', () => {
    const records = [
      dutyOfWords('sent 14:30, acknowledged 15:00'),
      dutyOfWords('sent 14:30, acknowledged 15:10'),
      dutyOfWords('dropped 14:30'),
    ]
    expect(tellState(records, at('16:00'))).toEqual({
      wanted: 2,
      open: [],
      doneAt: at('15:10'),
      anyLate: false,
    })
  })

  test('sent is not told', () => {
    const state = tellState([dutyOfWords('sent 14:30')], at('14:40'))
    expect(state.open).toEqual([
      { dueAt: at('15:30'), what: 'Wait for the acknowledgement: Social worker or duty team' },
    ])
  })

  test('whoever must not be contacted since is not rung again: the social worker is asked', () => {
    const asked = {
      recipient: 'social-worker',
      label: 'Social worker or duty team',
      personId: 'person-1',
      what: 'Ask whether and how Robin is told',
    } as const
    const words = (changes: Parameters<typeof dutyOfWords>[1], now: string) =>
      tellState([dutyOfWords('sent 14:30', changes)], at(now)).open[0]?.what
    expect(words(asked, '14:40')).toBe('Ask whether and how Robin is told')
    expect(words(asked, '15:31')).toBe('Not acknowledged: Ask whether and how Robin is told')
    const robin = { ...asked, recipient: 'holder', label: 'Robin' } as const
    expect(words(robin, '15:31')).toBe('Not acknowledged: ring Robin again, or who comes next')
  })

  test('none of them: nobody has to be told', () => {
    expect(tellState([], at('14:40'))).toEqual({
      wanted: 0,
      open: [],
      doneAt: null,
      anyLate: false,
    })
  })
})
