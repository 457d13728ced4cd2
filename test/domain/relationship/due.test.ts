import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SafeToContact } from '#domain/people/record.ts'
import type { Recipient } from '#domain/relationship/codes.ts'
import { assessmentDue, giveBy, stretchEnd, stretchOf } from '#domain/relationship/due.ts'
import { sendingRoute, sharingState } from '#domain/relationship/sharing.ts'
import { addDaysToDate, addMinutes, dateOf, startOfDay } from '#domain/shared/calendar.ts'
import { dueOf } from '#domain/shared/limits.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { instantsOf, page, rules } from './builders.ts'

const together = '2026-10-20T21:30:00.000Z'
const one = (cell: string | undefined, time?: string) => instantsOf(cell ?? '', time)[0] ?? ''

describe('what is due', () => {
  it.each(tableUnder(page, '1. What is due').map((row) => [row.line, row] as const))(
    'line %s of docs/states/relationship.md',
    (_, row) => {
      const rated = instantsOf(row['rated on'] ?? '', '23:00')
      const due = assessmentDue(rules, together, rated, one(row.now))
      const endsWith = startOfDay(addDaysToDate(dateOf(one(row['by the end of'])), 1))
      expect(due).toEqual({ kind: row.due, dueAt: endsWith, late: row.late === 'yes' })
    },
  )

  it('puts every minute in exactly one stretch: not before its start, and before its end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 24 * 60 }), (minutes) => {
        const at = addMinutes(together, minutes)
        const n = stretchOf(rules, together, at)
        expect(at < stretchEnd(rules, together, n)).toBe(true)
        expect(n === 1 || at >= stretchEnd(rules, together, n - 1)).toBe(true)
      }),
    )
  })
})

describe('who has not got it yet', () => {
  it.each(tableUnder(page, '9. Who has not got it yet').map((row) => [row.line, row] as const))(
    'line %s of docs/states/relationship.md',
    (_, row) => {
      const names = ['first', 'second']
      const rated = row.rated === 'not known' ? [null] : instantsOf(row.rated ?? '')
      const assessments = rated.map((ratedAt, index) => ({ recordId: names[index] ?? '', ratedAt }))
      const sharings = row.given === '-' ? [] : (row.given ?? '').split('; ')
      const given = [
        ...sharings.map((words) => {
          const [assessmentId = '', recipient = ''] = words.split(' to ')
          return { assessmentId, recipient: recipient as Recipient }
        }),
        // The scope statement by itself gives nobody an assessment.
        { assessmentId: null, recipient: 'social-worker' as const },
      ]
      const due = giveBy(rules, assessments, given, row['social worker'] === 'yes')
      expect(due?.to.join(', ') ?? '-').toBe(row['waits for'])
      expect(due?.dueAt ?? null).toBe(row['give by'] === '-' ? null : one(row['give by']))
    },
  )
})

describe('who may be sent an assessment', () => {
  it.each(tableUnder(page, '2. Who may be sent').map((row) => [row.line, row] as const))(
    'line %s of docs/states/relationship.md',
    (_, row) => {
      const route = sendingRoute({
        safeToContact: row['safe to contact'] as SafeToContact,
        contactThrough: row.through === '-' ? null : (row.through ?? null),
      })
      expect(route.may ? 'yes' : 'no').toBe(row['may be sent'])
      if (route.may) expect(route.through || '-').toBe(row['through whom'])
    },
  )
})

describe('acknowledgement', () => {
  const sharedAt = '2026-11-02T10:00:00.000Z'
  const acknowledgeDueAt = dueOf(rules.acknowledgeWithin.limit, sharedAt).at
  it.each(tableUnder(page, '3. Acknowledgement').map((row) => [row.line, row] as const))(
    'line %s of docs/states/relationship.md',
    (_, row) => {
      const chases = instantsOf(row.chased ?? '').map((at) => ({
        nextDueAt: dueOf(rules.chaseEvery.limit, at).at,
      }))
      const answer =
        row.acknowledged === '-'
          ? undefined
          : {
              acknowledgedAt: row.acknowledged === 'not known' ? null : one(row.acknowledged),
              by: 'Priya Natarajan',
            }
      const state = sharingState({ acknowledgeDueAt }, chases, answer, one(row.now))
      expect(state.state).toBe(row.standing)
      if (state.state === 'waiting' || state.state === 'late')
        expect(state.chaseDueAt).toBe(one(row['next chase']))
    },
  )

  it('waits for nobody where it was shared with the mother', () => {
    expect(sharingState({ acknowledgeDueAt: null }, [], undefined, sharedAt)).toEqual({
      state: 'nothing-awaited',
    })
  })
})
