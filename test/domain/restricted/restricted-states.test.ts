import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isToldOfMove, mayRead, mayReviewMove, moveState } from '#domain/restricted/access.ts'
import {
  insteadFault,
  type Movable,
  type MovableType,
  movable,
} from '#domain/restricted/movable.ts'
import { addHours } from '#domain/shared/calendar.ts'
import { tableUnder } from '../../support/markdown-table.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/states/restricted.md'), 'utf8')
const yes = (said: string | undefined) => said === 'yes'
const moved = '2026-11-23T09:00:00.000Z'

describe('who reads a restricted entry', () => {
  test.each(tableUnder(page, '1. Who reads an entry'))(
    'role $role, wrote $wrote, opened $opened: $[reads it]',
    (row) => {
      const reading = { byRole: yes(row.role), isWriter: yes(row.wrote), isOpened: yes(row.opened) }
      expect(mayRead(reading)).toBe(yes(row['reads it']))
    },
  )
})

describe('words that others wrote and somebody moved', () => {
  test.each(tableUnder(page, '2. Words that others wrote'))(
    'moved by $[moved by], word $[word on it], after $[hours since] hours: $state',
    (row) => {
      const move = {
        writerId: 'writer',
        moverId: row['moved by'] === 'who wrote it' ? 'writer' : 'mover',
        outcome: row['word on it'] === '-' ? null : (row['word on it'] ?? null),
        reviewDueAt: addHours(moved, 72),
        writerSeenAt: null,
      }
      expect(moveState(move, addHours(moved, Number(row['hours since'])))).toBe(row.state)
      expect(mayReviewMove(move, move.moverId)).toBe(yes(row['reviewed by the mover']))
      expect(mayReviewMove(move, 'third')).toBe(yes(row['by somebody else']))
      expect(isToldOfMove(move, 'writer')).toBe(yes(row['the writer is told']))
      expect(isToldOfMove({ ...move, writerSeenAt: moved }, 'writer')).toBe(false)
    },
  )
})

describe('what may be moved', () => {
  const rows = tableUnder(page, '3. What may be moved')

  test('is every kind of the table and no other', () => {
    expect(rows.map(({ record }) => record)).toEqual(Object.keys(movable))
  })

  test.each(rows)('$record: $way, $[what is moved], instead $instead', (row) => {
    const type = row.record as MovableType
    const { way, words }: Movable = movable[type]
    expect(way).toBe(row.way)
    expect(words.join(', ')).toBe(row['what is moved'])
    const [empty, filled] = [insteadFault(type, ''), insteadFault(type, 'Seen by staff')]
    expect([empty === undefined, filled === undefined]).toEqual(
      { nothing: [true, false], 'may be empty': [true, true], needed: [false, true] }[
        row.instead ?? ''
      ],
    )
  })
})
