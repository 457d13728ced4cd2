import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import { type Change, changeKind } from '#domain/supervision/change.ts'
import type { CellLevel, Place } from '#domain/supervision/codes.ts'
import { type DecisionFacts, unmetConditions } from '#domain/supervision/conditions.ts'
import { type CellStanding, supervisionAt } from '#domain/supervision/current.ts'
import { confirmationState } from '#domain/supervision/raises.ts'
import type { DecisionKind } from '#domain/supervision/record.ts'
import type { Role } from '#domain/users/roles.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'
import { decision, everywhere } from './builders.ts'
import { rules } from './rules-of-the-unit.ts'

const page = readFileSync(new URL('../../../docs/states/supervision.md', import.meta.url), 'utf8')
const rows = (heading: string) =>
  tableUnder(page, heading).map(
    (row) => ({ ...row, line: row.line ?? '?' }) as Record<string, string>,
  )
const cell = (row: Record<string, string>, column: string) => row[column] ?? ''

const now = '2026-11-23T12:00:00.000Z'
const because = {
  decided: 'decided',
  'fallback: its review is overdue': 'fallback-expired',
  'fallback: none was ever made': 'fallback-absent',
  'fallback: not assessed again': 'fallback-absent',
} as const satisfies Record<string, CellStanding['reason']>

describe('1. the level in force', () => {
  const reviews = { '-': 0, 'in 1 minute': 1, now: 0, '42 min ago': -42, 'parted since': 1 }
  test.each(rows('1. The level in force').map((row) => [row.line, row] as const))(
    '%s',
    (_, row) => {
      const place = cell(row, 'place') as Place
      const last = cell(row, 'last decided')
      const inMinutes = meaningOf(reviews, cell(row, 'its review'))
      const decisions =
        last === 'none'
          ? []
          : [
              decision({
                startsAt: '2026-11-20T12:00:00.000Z',
                reviewDueAt: addMinutes(now, inMinutes),
                cells: [{ place, activity: 'all', level: last as CellLevel }],
              }),
            ]
      const isParted = cell(row, 'its review') === 'parted since'
      const { places } = supervisionAt(
        {
          ...{ rules, pairStartedAt: '2026-11-23T11:18:00.000Z' },
          ...(isParted ? { decisions: [], earlier: decisions } : { decisions }),
        },
        now,
      )
      expect(places[place].level).toBe(cell(row, 'in force'))
      expect(places[place].reason).toBe(meaningOf(because, cell(row, 'because')))
      const late = last === 'none' || isParted ? 42 : Math.max(0, -inMinutes)
      expect(places[place].lateMinutes).toBe(late)
    },
  )
})

describe('2. a raise', () => {
  test.each(rows('2. A raise').map((row) => [row.line, row] as const))('%s', (_, row) => {
    const startsAt = now
    const at = addMinutes(startsAt, Number(cell(row, 'minutes since')))
    const [word, , minutes] = cell(row, "the nurse's word").split(' ')
    const raise = decision({
      kind: 'raise',
      decidedByRole: cell(row, 'raised by') as Role,
      startsAt,
      reviewDueAt: addMinutes(startsAt, 24 * 60),
      cells: everywhere('SUP-2'),
      confirmation:
        word === 'none'
          ? null
          : { confirmed: word === 'yes', confirmedAt: addMinutes(startsAt, Number(minutes)) },
    })
    const before = decision({
      startsAt: '2026-11-22T12:00:00.000Z',
      reviewDueAt: meaningOf(
        { 'in date': '2026-11-29T12:00:00.000Z', 'run out': '2026-11-23T11:00:00.000Z' },
        cell(row, 'before it'),
      ),
      cells: everywhere('SUP-3'),
    })
    expect(confirmationState(raise, rules, at)).toBe(cell(row, 'state'))
    const standing = supervisionAt({ rules, decisions: [raise, before], pairStartedAt: now }, at)
    expect(standing.places['unit-day'].level).toBe(cell(row, 'in force'))
    expect(standing.places['unit-day'].reason).toBe(meaningOf(because, cell(row, 'because')))
    const waits = ['awaiting', 'overdue'].includes(cell(row, 'state'))
    expect(standing.toConfirm).toHaveLength(waits ? 1 : 0)
  })
})

describe('3. the kind of a change', () => {
  test.each(rows('3. The kind of a change').map((row) => [row.line, row] as const))(
    '%s',
    (_, row) => {
      const last = cell(row, 'last decided')
      const from = last === 'none' ? null : (last as CellLevel)
      expect(changeKind(from, cell(row, 'proposed') as CellLevel)).toBe(cell(row, 'kind'))
    },
  )
})

describe('4. what a decision needs', () => {
  const changing = (kinds: string): Change => ({
    kind: 'renewal',
    cells: kinds
      .replace('signed ', '')
      .split(', ')
      .map((kind) => ({
        place: 'unit-day',
        activity: 'all',
        from: null,
        to: 'SUP-1',
        kind: kind as DecisionKind,
      })),
  })
  const signer = (word: string): DecisionFacts['secondSigner'] => {
    if (word === 'none') return undefined
    if (word === 'same person') return { staffId: 'author', role: 'nurse' }
    return { staffId: 'another', role: word as Role }
  }
  const told = {
    no: undefined,
    before: '2026-11-23T11:00:00.000Z',
    after: '2026-11-23T12:01:00.000Z',
  }
  const limits = {
    none: { authorityRequirement: null, agreedWith: undefined, agreedAt: undefined },
    'not agreed': {
      authorityRequirement: 'No time alone',
      agreedWith: undefined,
      agreedAt: undefined,
    },
    agreed: {
      authorityRequirement: 'No time alone',
      agreedWith: 'A. Bell, team manager',
      agreedAt: now,
    },
  }

  test.each(rows('4. What a decision needs').map((row) => [row.line, row] as const))(
    '%s',
    (_, row) => {
      const facts: DecisionFacts = {
        actor: { staffId: 'author', role: cell(row, 'by') as Role },
        isReview: cell(row, 'changes') !== 'raise',
        startsAt: now,
        team: cell(row, 'team') === 'yes' ? 'Consultant, nurse, psychologist' : undefined,
        secondSigner: signer(cell(row, 'second signer')),
        unreadRiskCritical: Number(cell(row, 'unread documents')),
        openEvents: Number(cell(row, 'open events')),
        planOrOrder: meaningOf(
          { yes: 'yes', no: 'no', 'not known': 'not-known' } as const,
          cell(row, 'plan or order'),
        ),
        socialWorkerToldAt: meaningOf<string | undefined>(told, cell(row, 'social worker told')),
        ...meaningOf<
          (typeof limits)['agreed'] | (typeof limits)['none'] | (typeof limits)['not agreed']
        >(limits, cell(row, "authority's limit")),
      }
      const unmet = unmetConditions(changing(cell(row, 'changes')), facts).map(
        ({ rule, overridable }) => (overridable ? `(${rule})` : rule),
      )
      expect(unmet.join(', ') || 'nothing').toBe(cell(row, 'unmet'))
    },
  )
})
