import { describe, expect, test } from 'vitest'
import { type DutyBasis, deriveDuties } from '#domain/communications/derive.ts'
import { reconcile } from '#domain/communications/reconcile.ts'
import { basis, dutyRecord } from './builders.ts'
import { content } from './rules-of-the-unit.ts'

describe('a change of status in the middle', () => {
  const existing = (facts: DutyBasis) =>
    deriveDuties(content, facts).flatMap((one) =>
      one.kind === 'considered'
        ? []
        : [
            dutyRecord({
              key: one.key,
              recipient: one.recipient,
              dueAt: one.dueAt,
              question: one.question,
            }),
          ],
    )

  test('adds what is now owed, brings limits forward and drops nothing', () => {
    const before = basis({ legalClass: 'none', concernOrConsent: true })
    const change = reconcile(
      existing(before),
      deriveDuties(content, { ...before, legalClass: 'L' }),
    )
    expect(change.add.map(({ key }) => key)).toEqual([
      ...['reviewing-officer', 'guardian-or-legal', 'designated-nurse'],
    ])
    expect(change.bringForward.map(({ derived, dueAt }) => [derived.key, dueAt])).toEqual([
      ['social-worker', '2026-11-23T15:02:00.000Z'],
    ])
    expect(change.noLongerAsked).toEqual([])
  })

  test('a lower class names what is no longer asked for and leaves it to a person', () => {
    const before = basis({ legalClass: 'L' })
    const records = existing(before)
    const change = reconcile(records, deriveDuties(content, basis({ legalClass: 'C' })))
    expect(change.add).toEqual([])
    expect(change.bringForward).toEqual([])
    expect(change.noLongerAsked).toHaveLength(3)
  })

  test('a question that the new status answers becomes a plain duty', () => {
    const records = existing(basis({ event: 'COM-02', legalClass: null }))
    const change = reconcile(
      records,
      deriveDuties(content, basis({ event: 'COM-02', legalClass: 'L' })),
    )
    expect(change.makeCertain.map(({ derived }) => derived.key)).toEqual([
      ...['social-worker', 'reviewing-officer', 'guardian-or-legal'],
      ...['designated-nurse', 'host-authority', 'named-nurse'],
    ])
    expect(change.add).toEqual([])
  })

  test('the same facts change nothing', () => {
    const facts = basis({ legalClass: 'L' })
    expect(reconcile(existing(facts), deriveDuties(content, facts))).toEqual({
      add: [],
      bringForward: [],
      makeCertain: [],
      noLongerAsked: [],
    })
  })
})
