import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { inForceAt, parseRuleSetFile, ruleSetState } from '#domain/rule-sets/rule-set.ts'

const at = (day: string) => `2026-11-${day}T12:00:00.000Z`
const set = (revision: string, recorded: string, effective: string, approved?: string) => ({
  recordId: revision,
  kind: 'supervision',
  revision,
  title: revision,
  source: 'invented',
  effectiveFrom: at(effective),
  reviewDue: '2027-11-01',
  approvedBy: approved ? 'somebody' : null,
  approvedAt: approved ? at(approved) : null,
  recordedAt: at(recorded),
})

describe('the revision in force', () => {
  const sets = [
    set('draft', '20', '20'),
    set('second', '10', '12', '15'),
    set('default', '01', '01'),
    set('third', '16', '25', '18'),
  ]
  const inForce = (day: string) => inForceAt(sets, 'supervision', at(day))?.revision

  test.each([
    ['before anything was recorded, as for imported records', '00', 'default'],
    ['the shipped default, unapproved', '01', 'default'],
    ['effective, but not yet approved', '14', 'default'],
    ['from its approval', '15', 'second'],
    ['approved, but not yet effective', '24', 'second'],
    ['from its effect', '25', 'third'],
    ['a draft changes nothing', '28', 'third'],
  ])('%s (day %s): %s', (_, day, revision) => {
    expect(
      inForceAt(sets, 'supervision', day === '00' ? '2026-10-31T12:00:00.000Z' : at(day))?.revision,
    ).toBe(revision)
  })

  test('is of its own kind', () => {
    expect(inForce('28')).toBe('third')
    expect(inForceAt(sets, 'duties', at('28'))).toBeUndefined()
  })

  test('does not depend on the order of the rows', () => {
    for (const rows of [sets, sets.toReversed()]) {
      expect(inForceAt(rows, 'supervision', at('28'))?.revision).toBe('third')
    }
  })
})

test('an unapproved set says so, and an approved one until its review is overdue', () => {
  expect(ruleSetState(set('a', '01', '01'), '2026-11-23')).toBe('unapproved')
  expect(ruleSetState(set('a', '01', '01', '02'), '2027-11-01')).toBe('approved')
  expect(ruleSetState(set('a', '01', '01', '02'), '2027-11-02')).toBe('review-overdue')
})

test('a shipped file is checked, content and all', () => {
  const kind = { kind: 'limits', title: 'Limits', content: z.strictObject({ hours: z.int() }) }
  const {
    recordId: _,
    approvedBy: __,
    approvedAt: ___,
    recordedAt: ____,
    ...file
  } = set('1', '01', '01')
  const good = { ...file, kind: 'limits', content: { hours: 4 } }
  expect(parseRuleSetFile(kind, good).content.hours).toBe(4)
  expect(() => parseRuleSetFile(kind, { ...good, content: { hours: 'four' } })).toThrow()
  expect(() => parseRuleSetFile(kind, { ...good, kind: 'duties' })).toThrow()
  expect(() => parseRuleSetFile(kind, { ...good, approvedBy: 'me' })).toThrow()
})
