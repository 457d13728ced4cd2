import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type BabyFacts, leaveEscort, silentAnswers } from '#domain/leave/escort.ts'
import { leaveEscortRuleSet } from '#domain/leave/rule-content.ts'
import { positionOf, whyNotCovered } from '#domain/leave/section-17.ts'
import { answersStill, askedSince } from '#domain/leave/since-agreed.ts'
import type { Place } from '#domain/supervision/codes.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'

const root = join(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const page = read('docs/states/leave.md')
const content = leaveEscortRuleSet.content.parse(
  JSON.parse(read('drizzle/seed/rule-sets/leave-escort.json')).content,
)
const said = {
  '-': silentAnswers,
  'plan yes': { ...silentAnswers, planSays: 'yes' },
  'authority yes': { ...silentAnswers, authoritySays: 'yes' },
} as const

/** The baby of "SUP-1 fallback LEG-00 limit". */
function babyOf(words: string): BabyFacts {
  const parts = words.split(' ')
  return {
    pairId: 'pair',
    level: {
      code: parts[0] ?? '',
      from: parts.includes('fallback') ? 'fallback' : 'place',
    },
    childCodes: parts.filter((one) => one.startsWith('LEG')),
    authorityRequirement: parts.includes('limit') ? 'Never alone' : null,
  }
}

describe('what came since the leave was agreed', () => {
  const lines = tableUnder(page, '5. What came since').map((row) => [row.line, row] as const)
  it.each(lines)('line %s of docs/states/leave.md', (_, row) => {
    const words = row['agreed on'] ?? ''
    const on = { answers: meaningOf(said, row.answers), babies: [babyOf(words)] }
    const babies = [babyOf(row.now ?? '')]
    const rule = leaveEscort(content, {
      mentalHealthAct: '01',
      position: positionOf('01', undefined),
      answers: answersStill(on, babies),
      babies,
    })
    const decided = {
      babyEscorts: 0,
      motherEscorts: 0,
      section17Escort: false,
      adult: '',
      overridden: words.includes('overridden'),
    }
    const asked = askedSince(rule, decided, on, babies).join(', ')
    expect([rule.held.length > 0 ? 'yes' : 'no', asked || '-']).toEqual([
      row.held,
      row['asked for'],
    ])
  })
})

describe('why no leave under section 17 covers a journey', () => {
  const at = (time: string) => `2026-02-02T${time}:00.000Z`
  const leave = (from: string, to: string, more: object = {}) => ({
    recordId: 'leave',
    escorted: false,
    places: ['home'] as Place[],
    grantedAt: at('08:00'),
    startsAt: at(from),
    endsAt: at(to),
    ministryDocument: null,
    revokedAt: null,
    ...more,
  })
  const journey = { place: 'home', plannedOutAt: at('10:00'), plannedBackAt: at('16:00') } as const
  it.each([
    ['begins later', leave('12:00', '18:00'), /begins at .*12:00.*leave then/],
    ['was granted later', leave('09:00', '18:00', { grantedAt: at('10:30') }), /begins at .*10:30/],
    ['ends earlier', leave('09:00', '15:00'), /ends at .*15:00.*before it/],
    ['was revoked', leave('09:00', '18:00', { revokedAt: at('09:30') }), /was revoked/],
    ['is for another place', leave('09:00', '18:00', { places: ['grounds'] }), /^No leave under/],
  ])('that %s', (_, granted, words) => {
    expect(whyNotCovered([granted], journey, at('10:00'))).toMatch(words)
  })
})
