import { describe, expect, it } from 'vitest'
import { isClauseNeeded } from '#domain/admission/clauses.ts'
import { answeredClauses } from '#domain/admission/criteria.ts'
import type { InformationRule } from '#domain/admission/information.ts'
import { isItemNeeded, isMustKnow, itemStanding } from '#domain/admission/items.ts'
import type { CpisResult, ItemOutcome } from '#domain/admission/record.ts'
import { heldBy } from '#domain/admission/rules.ts'
import { lookUpClashes, socialCareInvolved } from '#domain/admission/social-care.ts'
import type { Answer } from '#domain/shared/answer.ts'
import { addDays, addDaysToDate, addHours } from '#domain/shared/calendar.ts'
import type { LegalStatusFact } from '#domain/shared/legal-status-at.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'
import { aCheck, aFile, decidedAt, page, shipped, today, withAnswer, withItem } from './builders.ts'

const days = {
  today,
  '7 days ago': addDaysToDate(today, -7),
  '8 days ago': addDaysToDate(today, -8),
  '-': null,
}
const ruleOf = (id: string): InformationRule => {
  const found = shipped.information.items.find((item) => item.id === id)
  if (!found) throw new Error(`No item ${id}`)
  return found
}

/** A recorded status, as `LEG-04, ended` says it. */
function statusOf(words: string): LegalStatusFact[] {
  const [code = '', how] = words.split(', ')
  if (code === 'none') return []
  const ran = { startsAt: addDays(decidedAt, -30), endsAt: addDays(decidedAt, -1) }
  const times = {
    'ran out': { ...ran, recordedAt: ran.startsAt },
    'ran out and corrected since': { ...ran, recordedAt: decidedAt },
    ended: { ...ran, endedAt: ran.endsAt, recordedAt: decidedAt },
    'ended 13 months ago': {
      ...ran,
      startsAt: addDays(decidedAt, -500),
      endedAt: addDays(decidedAt, -400),
      recordedAt: decidedAt,
    },
    'from tomorrow': { startsAt: addDays(decidedAt, 1), endsAt: null, recordedAt: decidedAt },
    '-': { startsAt: ran.startsAt, endsAt: null, recordedAt: ran.startsAt },
  }
  return [{ recordId: 'status', code, endedAt: null, ...meaningOf(times, how ?? '-') }]
}

const section = tableUnder(page, '4. An item of information')

describe('an item of information', () => {
  it.each(section.map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, row) => {
      const part = row['essential part'] === '-' ? null : (row['essential part'] as Answer)
      const rule = { ...ruleOf('ADM-R-07'), essentialPart: part === null ? null : 'the category' }
      const item = {
        outcome: row['came of it'] as ItemOutcome,
        askedAt: row.asked === 'yes' ? decidedAt : null,
        describedOn: meaningOf<string | null>(days, row.describes),
        essentialPart: part,
      }
      const standing = itemStanding(rule, item, decidedAt)
      expect(standing).toBe(row.standing)
      const holds = standing !== 'in-date' && standing !== 'not-applicable'
      expect(holds ? 'yes' : 'no').toBe(row['a must-know holds the offer'])
    },
  )

  it.each(tableUnder(page, 'Which items are must-knows').map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, row) => {
      const file = aFile()
      const check = {
        ...file,
        facts: {
          ...file.facts,
          socialCare: row['social care told'] as Answer,
          legalStatuses: statusOf(row['legal status recorded'] ?? ''),
        },
        cpisChecks: (row['CP-IS'] ?? '').split(', then ').map((words, i) => {
          const [result, lifted] = words.split(' ')
          const endedOn = lifted ? decidedAt.slice(0, 10) : null
          const checkedAt = addHours(decidedAt, i - 9)
          return aCheck({ result: result as CpisResult, checkedAt, endedOn })
        }),
      }
      const mustKnow = row['must-know'] as InformationRule['mustKnow']
      const rule = { ...ruleOf('ADM-R-08'), mustKnow }
      expect(isMustKnow(rule, socialCareInvolved(check)) ? 'yes' : 'no').toBe(row['must-know here'])
    },
  )

  it.each(tableUnder(page, 'Where *not applicable*').map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, row) => {
      const id = row['clause or item'] ?? ''
      const file = aFile()
      const check = { ...file, facts: { ...file.facts, socialCare: row['social care'] as Answer } }
      const clause = answeredClauses(shipped.criteria).find((one) => one.id === id)
      const needed = clause ? isClauseNeeded(clause, check) : isItemNeeded(ruleOf(id), check)
      expect(needed ? 'no' : 'yes').toBe(row['not applicable counts'])
    },
  )

  it('waved away as not applicable while social care is involved is not received, and holds', () => {
    const file = aFile({ cpisChecks: [aCheck({ result: 'looked-after' })] })
    const waved = ['ADM-R-08', 'ADM-R-09'].reduce(
      (one, id) => withItem(one, id, { outcome: 'not-applicable', askedAt: null }),
      withAnswer(file, 'ADM-X-08', 'not-applicable'),
    )
    expect(
      heldBy(waved, waved.items, [], shipped, decidedAt).map(({ ruleId, reason }) => [
        ruleId,
        reason.split(': ')[1],
      ]),
    ).toEqual([
      ['ADM-X-08', 'nobody has asked yet'],
      ['ADM-R-08', 'nobody has been asked yet'],
      ['ADM-R-09', 'nobody has been asked yet'],
    ])
  })

  it('is a must-know by default as decision 17 lists', () => {
    const of = (mustKnow: InformationRule['mustKnow']) =>
      shipped.information.items.filter((item) => item.mustKnow === mustKnow).map((item) => item.id)
    expect(of('always')).toEqual([
      ...['ADM-R-02', 'ADM-R-03', 'ADM-R-06', 'ADM-R-07', 'ADM-R-14', 'ADM-R-17'],
    ])
    expect(of('where-social-care')).toEqual(['ADM-R-08', 'ADM-R-09'])
    expect(ruleOf('ADM-R-02').essentialPart).toBe("the baby's medicines and allergies")
  })
})

describe('the CP-IS look-up', () => {
  const held = (checks: ReturnType<typeof aCheck>[], children = ['baby']) => {
    const file = aFile({ cpisChecks: checks })
    const facts = {
      ...file.facts,
      children: children.map((key) => ({ key, bornOn: '2026-03-01', expectedOn: null })),
    }
    return heldBy({ ...file, facts }, file.items, [], shipped, decidedAt).map((one) => one.ruleId)
  }

  it('is wanted for each twin', () => {
    expect(held([aCheck()], ['baby', 'twin'])).toEqual(['ADM-R-17'])
    expect(held([aCheck(), aCheck({ childKey: 'twin' })], ['baby', 'twin'])).toEqual([])
  })

  it('is not made where the service could not be reached, or without a time', () => {
    expect(held([aCheck({ result: 'not-available' })])).toEqual(['ADM-R-17'])
    expect(held([aCheck({ checkedAt: null })])).toEqual(['ADM-R-17'])
    expect(held([aCheck(), aCheck({ result: 'not-available' })])).toEqual([])
  })

  it('goes stale after 7 days, by the oldest of the newest for each child', () => {
    const old = aCheck({ checkedAt: '2026-06-07T10:00:00.000Z' })
    const fresh = aCheck({ checkedAt: '2026-06-08T10:00:00.000Z' })
    expect(held([old])).toEqual(['ADM-R-17'])
    expect(held([fresh])).toEqual([])
    expect(held([old, fresh])).toEqual([])
    expect(held([fresh, { ...old, childKey: 'twin' }], ['baby', 'twin'])).toEqual(['ADM-R-17'])
  })

  it('with a flag makes the social-work items must-knows, whatever was told', () => {
    expect(held([aCheck({ result: 'looked-after' })])).toEqual(['ADM-R-08', 'ADM-R-09'])
  })
})

describe('two look-ups that do not agree', () => {
  const plan = aCheck({ result: 'child-protection-plan', checkedAt: addHours(decidedAt, -9) })
  const none = aCheck({ checkedAt: addHours(decidedAt, -1) })
  const clashesOf = (...cpisChecks: ReturnType<typeof aCheck>[]) =>
    lookUpClashes(aFile({ cpisChecks })).map(({ flag, noFlag }) => [flag, noFlag])

  it('are shown together, the flag first; the flag counts until the authority has been asked', () => {
    expect(clashesOf(plan, none)).toEqual([[plan, none]])
    expect(clashesOf(none, plan)).toEqual([[plan, none]])
    expect(socialCareInvolved(aFile({ cpisChecks: [plan, none] }))).toBe('yes')
  })

  it('are none where the flag is the newest, or the service could not be reached', () => {
    expect(clashesOf(none)).toEqual([])
    expect(clashesOf({ ...none, checkedAt: addHours(decidedAt, -20) }, plan)).toEqual([])
    expect(clashesOf(plan, { ...none, result: 'not-available' })).toEqual([])
  })
})

describe('not applicable while no baby is born', () => {
  it('has to be asked again after the birth', () => {
    const unborn = { key: 'baby', bornOn: null, expectedOn: '2026-07-01' }
    const file = withItem(aFile(), 'ADM-R-02', { essentialPart: 'not-applicable' })
    const facts = (child: typeof unborn | { key: string; bornOn: string; expectedOn: null }) => ({
      ...file,
      facts: { ...file.facts, children: [child] },
    })
    expect(heldBy(facts(unborn), file.items, [], shipped, decidedAt)).toEqual([])
    const born = facts({ key: 'baby', bornOn: '2026-06-14', expectedOn: null })
    expect(heldBy(born, file.items, [], shipped, decidedAt).map((hold) => hold.reason)).toEqual([
      "Who the baby is, and the baby's health: received without the baby's medicines and allergies",
    ])
  })
})
