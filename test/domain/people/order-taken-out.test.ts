import { expect, test } from 'vitest'
import { type EnteredStatus, takesOrderOut } from '#domain/people/order-taken-out.ts'
import { linesUnder } from './builders.ts'

const now = '2026-11-23T12:00:00.000Z'
const on = (day: string) => `${day}T09:00:00.000Z`

/** "LEG-07, since 1 June 2025, ended 2025-11-20" */
function recorded(text: string): EnteredStatus {
  const [code = '', ...rest] = text.split(', ')
  const ended = rest.find((part) => part.startsWith('ended '))
  return {
    code,
    startsAt: on(rest.includes('since 1 June 2025') ? '2025-06-01' : '2026-06-01'),
    endedAt: ended ? on(ended.slice('ended '.length)) : null,
  }
}

const changes: Record<string, (before: EnteredStatus, rest: string) => EnteredStatus | null> = {
  entered: () => null,
  code: (before, code) => ({ ...before, code }),
  from: (before, day) => ({ ...before, startsAt: on(day) }),
  ended: (before, day) => ({ ...before, endedAt: on(day) }),
  the: (before) => before,
}

test.each(linesUnder('14. Who takes an order or a plan out'))(
  'an order or plan is taken out by two: line %s of docs/states/people.md',
  (_, row) => {
    const before = recorded(row.recorded ?? '')
    const [word = '', ...rest] = (row.change ?? '').split(' ')
    const change = changes[word]
    if (!change) throw new Error(`No change: ${row.change}`)
    const after = change(before, rest.join(' '))
    expect(takesOrderOut(before, after, now) ? 'yes' : 'no').toBe(row['two people'])
  },
)
