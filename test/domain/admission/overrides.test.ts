import { describe, expect, it } from 'vitest'
import { isReleasing, latestDeadline, overrideStanding } from '#domain/admission/overrides.ts'
import {
  checkFactsOf,
  heldBy,
  holdsOf,
  holdsOfEntry,
  stillHolding,
} from '#domain/admission/rules.ts'
import { addMinutes, formatDateTime, instantOf } from '#domain/shared/calendar.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'
import {
  aFile,
  anOverride,
  decidedAt,
  page,
  person,
  shipped,
  withAnswer,
  withItem,
} from './builders.ts'

const after24h = addMinutes(decidedAt, 24 * 60)
const atOnce = (at: string) => ({ signature: at, deadline: at })
const reasons = { given: 'Nothing else is safe tonight', blank: '  ', 'without a letter': ' . ' }
const times = {
  'at once': decidedAt,
  'after 24 h': after24h,
  'after 24 h 1 min': addMinutes(after24h, 1),
  not: null,
  '-': null,
}

describe('an override', () => {
  it.each(tableUnder(page, '5. An override').map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, row) => {
      const first = person(row.first ?? '')
      const second =
        row.second === 'nobody'
          ? null
          : row.second === 'the same person'
            ? first
            : person(row.second ?? '')
      const override = anOverride('ADM-X-04', {
        because: meaningOf(reasons, row.reason),
        dueAt: row.deadline === 'given' ? after24h : null,
        first,
        second,
        secondBy: meaningOf(
          { password: 'password', telephone: 'telephone', nothing: null, '-': null } as const,
          row['second agreed by'],
        ),
        secondSignedAt: meaningOf<string | null>(times, row.signed),
      })
      const held = {
        overridable: row['may be overridden'] === 'yes',
        missing: row['something missing'] === 'yes',
        since: decidedAt,
      }
      const now = meaningOf<string | null>(times, row.now) ?? decidedAt
      const standing = overrideStanding(override, held, shipped.criteria, atOnce(now))
      expect(standing.state).toBe(row.worth)
      expect(isReleasing(standing) ? 'yes' : 'no').toBe(row['lets the offer through'])
      expect(standing.why === '').toBe(standing.state === 'released')
    },
  )

  const against = { 'something missing': after24h, 'an answer': null }
  it.each(tableUnder(page, 'What an override was given').map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, row) => {
      const dueAt = meaningOf<string | null>(against, row['given against'])
      const missing = row['stands now'] === 'something missing'
      const since = addMinutes(decidedAt, row['recorded since'] === 'yes' ? 5 : -5)
      const held = { overridable: true, missing, since }
      const override = anOverride('ADM-X-04', { dueAt })
      expect(overrideStanding(override, held, shipped.criteria, atOnce(after24h)).state).toBe(
        row.worth,
      )
    },
  )

  const days: Record<string, number> = { before: -1, 'on it': 0, after: 1 }
  it.each(tableUnder(page, 'When its deadline has passed').map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, row) => {
      const override = anOverride('ADM-X-04', { dueAt: after24h })
      const of = (word: string | undefined) => addMinutes(after24h, meaningOf(days, word))
      const missing = row['stands now'] === 'something missing'
      const standing = overrideStanding(
        override,
        { overridable: true, missing, since: decidedAt },
        shipped.criteria,
        { signature: of(row['looked at']), deadline: of(row['the offer is made']) },
      )
      expect(standing.state).toBe(row.worth)
      expect(isReleasing(standing) ? 'yes' : 'no').toBe(row['lets the offer through'])
    },
  )

  it('past its deadline is not revived by dating the decision back', () => {
    const file = withItem(aFile(), 'ADM-R-06', { outcome: 'open' })
    const overrides = [anOverride('ADM-R-06', { dueAt: addMinutes(decidedAt, 30) })]
    const entered = (minutes: number) =>
      stillHolding(
        holdsOfEntry({ ...file, overrides }, shipped, decidedAt, addMinutes(decidedAt, minutes))
          .holds,
      )
    expect(entered(30)).toEqual([])
    expect(entered(31)).toMatchObject([{ ruleId: 'ADM-R-06', override: { state: 'overdue' } }])
  })

  it('given for "not known" does not let "yes, present" through when it comes', () => {
    const unknown = withAnswer(aFile(), 'ADM-X-04', 'not-known')
    const overrides = [anOverride('ADM-X-04', { dueAt: after24h })]
    const held = (file: typeof unknown) =>
      heldBy(file, file.items, overrides, shipped, decidedAt, atOnce(after24h))
    expect(held(unknown)).toEqual([])
    const present = withAnswer(unknown, 'ADM-X-04', 'yes', { recordedAt: after24h })
    expect(held(present)).toMatchObject([{ ruleId: 'ADM-X-04', override: { state: 'refused' } }])
    expect(held(withAnswer(unknown, 'ADM-X-04', 'no', { recordedAt: after24h }))).toEqual([])
  })

  it('lets through the one clause that it names, and no other', () => {
    let file = withAnswer(aFile(), 'ADM-X-04', 'yes')
    file = withAnswer(file, 'ADM-X-02', 'yes')
    const held = heldBy(file, file.items, [anOverride('ADM-X-04')], shipped, decidedAt)
    expect(held.map((hold) => hold.ruleId)).toEqual(['ADM-X-02'])
  })

  it('is never an answer: the clause still shows what was answered', () => {
    const file = withAnswer(aFile(), 'ADM-X-04', 'yes')
    const facts = checkFactsOf(file, file.items, shipped, decidedAt)
    const [hold] = holdsOf(facts, [anOverride('ADM-X-04')], shipped, decidedAt)
    expect(hold).toMatchObject({ ruleId: 'ADM-X-04', override: { state: 'released' } })
    expect(facts.clauses.find((fact) => fact.clauseId === 'ADM-X-04')?.answer).toBe('yes')
  })

  it.each(['yes', 'not-known', 'not-yet-asked'] as const)(
    'never lets a stop through, whether the answer is %s',
    (answer) => {
      const file = withAnswer(aFile(), 'ADM-X-08', answer)
      const held = heldBy(file, file.items, [anOverride('ADM-X-08')], shipped, decidedAt)
      expect(held).toMatchObject([{ ruleId: 'ADM-X-08', override: { state: 'refused' } }])
    },
  )

  it("never lets a court's limit through", () => {
    const file = withAnswer(aFile(), 'ADM-X-03', 'yes', { setByCourt: true })
    expect(heldBy(file, file.items, [anOverride('ADM-X-03')], shipped, decidedAt)).toMatchObject([
      { ruleId: 'ADM-X-03', release: 'A change by the court', overridable: false },
    ])
  })

  it('of a group may name the group or one of its clauses', () => {
    const file = withAnswer(aFile(), 'ADM-I-03', 'no')
    for (const id of ['ADM-G-01', 'ADM-I-06'])
      expect(heldBy(file, file.items, [anOverride(id)], shipped, decidedAt)).toEqual([])
  })

  it('of a missing item needs a deadline', () => {
    const file = withItem(aFile(), 'ADM-R-06', { outcome: 'open' })
    const held = (dueAt: string | null) =>
      heldBy(file, file.items, [anOverride('ADM-R-06', { dueAt })], shipped, decidedAt)
    expect(held(null)[0]?.override?.why).toBe('A deadline is needed for what is missing')
    expect(held(after24h)).toEqual([])
  })

  it('that is good counts, although another against the same clause is refused', () => {
    const file = withAnswer(aFile(), 'ADM-X-04', 'yes')
    const bad = anOverride('ADM-X-04', { second: null, overriddenAt: after24h })
    expect(heldBy(file, file.items, [anOverride('ADM-X-04'), bad], shipped, decidedAt)).toEqual([])
  })
})

describe('the latest deadline of an override', () => {
  it.each(tableUnder(page, 'The latest deadline that may').map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, { overridden, 'latest deadline': latest }) => {
      const summer = overridden?.includes('Jun') ? '+01:00' : 'Z'
      const at = instantOf(Date.parse(`${overridden?.replace(',', '')} ${summer}`))
      expect(formatDateTime(at)).toBe(overridden)
      expect(formatDateTime(latestDeadline(shipped.criteria, at))).toBe(latest)
    },
  )
})
