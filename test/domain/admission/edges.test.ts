import { describe, expect, it } from 'vitest'
import type { DecisionFact } from '#domain/admission/facts.ts'
import { admissionMeasures, arrivalsInTime } from '#domain/admission/measures.ts'
import { stageOf, timeInStages } from '#domain/admission/stages.ts'
import { runMeasures } from '#domain/assurance/measure-run.ts'
import { addHours, addMinutes, startOfDay } from '#domain/shared/calendar.ts'
import {
  aDecision,
  aFile,
  anOverride,
  decidedAt,
  shipped,
  withAnswer,
  withItem,
} from './builders.ts'
import { anArrival, aReferral, decisionOn, factsOf } from './facts-builder.ts'

const quarter = { from: startOfDay('2026-04-01'), to: startOfDay('2026-07-01') }
const cut = { at: '2026-07-05T09:00:00.000Z', auditSeq: 100 }

describe('a period takes in its first moment and leaves out its end', () => {
  const base = withAnswer(aFile(), 'ADM-X-04', 'yes')
  const file = { ...base, overrides: [anOverride('ADM-X-04')] }
  const at = (moment: string) => {
    const decide = (outcome: 'offered' | 'declined'): DecisionFact => ({
      ...decisionOn(file, outcome),
      decidedAt: moment,
    })
    const facts = factsOf(file, [decide('offered'), decide('declined')], {
      referrals: [aReferral(file, { receivedAt: moment })],
      arrivals: [anArrival(moment, 'home')],
    })
    return Object.fromEntries(
      runMeasures(admissionMeasures, facts, quarter, cut).map(({ measure, members }) => [
        measure.id,
        members.length,
      ]),
    )
  }
  const all = {
    ...{ '5a-1': 2, '5a-2': 1, '5a-3': 1, '5a-4': 1, '5a-5': 1, '5a-6': 1, '5a-7': 1, '5a-8': 1 },
  }
  const none = Object.fromEntries(Object.keys(all).map((id) => [id, 0]))

  it.each([
    ['the first moment', quarter.from, all],
    ['the last moment', addMinutes(quarter.to, -1), all],
    ['the end', quarter.to, none],
    ['the moment before', addMinutes(quarter.from, -1), none],
  ])('%s', (_, moment, counted) => {
    expect(at(moment)).toEqual(counted)
  })
})

describe('on the very limit', () => {
  it('what was missing counts as in by its deadline', () => {
    const dueAt = addHours(decidedAt, 24)
    const open = withItem(aFile(), 'ADM-R-06', { outcome: 'open', receivedAt: null })
    const then = { ...open, overrides: [anOverride('ADM-R-06', { dueAt })] }
    const measure = admissionMeasures.find((one) => one.id === '5a-4')
    const classOf = (receivedAt: string) =>
      measure?.members(
        factsOf(withItem(then, 'ADM-R-06', { receivedAt }), [decisionOn(then, 'offered')]),
        quarter,
        cut,
      )[0]?.class
    expect(classOf(dueAt)).toBe('pass')
    expect(classOf(addMinutes(dueAt, 1))).toBe('fail')
  })

  it('an arrival at the moment of acceptance was accepted', () => {
    const file = aFile()
    const arrival = anArrival(decidedAt)
    const facts = factsOf(file, [decisionOn(file, 'offered')], { arrivals: [arrival] })
    expect(arrivalsInTime.members(facts, quarter, cut)[0]?.class).toBe('pass')
  })

  it('an arrival that is entered for later has not happened yet', () => {
    const file = aFile({ decisions: [aDecision('offered')], arrivedAt: addHours(decidedAt, 5) })
    expect(stageOf(file, shipped, addHours(decidedAt, 4))).toBe('offered')
    expect(stageOf(file, shipped, addHours(decidedAt, 5))).toBe('arrived')
    const stages = timeInStages(file, shipped, addHours(decidedAt, 4)).map((one) => one.stage)
    expect(stages).toEqual(['received', 'checking', 'offered'])
  })

  it('a check that started with the decision, or after it, is no stage before it', () => {
    const started = '2026-06-15T08:00:00.000Z'
    const stages = (at: string) =>
      timeInStages(
        aFile({ decisions: [aDecision('declined', { decidedAt: at })] }),
        shipped,
        cut.at,
      ).map((one) => one.stage)
    expect(stages(started)).toEqual(['received', 'checking', 'declined'])
    expect(stages(addMinutes(started, -1))).toEqual(['received', 'declined'])
  })
})

describe('what belongs to another referral', () => {
  it('does not count for this one', () => {
    const open = withItem(aFile(), 'ADM-R-06', { outcome: 'open', receivedAt: null })
    const dueAt = addHours(decidedAt, 24)
    const then = {
      ...open,
      cpisChecks: [],
      overrides: [anOverride('ADM-R-06', { dueAt }), anOverride('ADM-R-17', { dueAt })],
    }
    const other = aFile()
    const mine = factsOf(then, [decisionOn(then, 'offered')])
    const theirs = { referralId: 'another referral' }
    const facts = {
      ...mine,
      items: [...mine.items, ...other.items.map((one) => ({ ...one, ...theirs }))],
      cpisChecks: other.cpisChecks.map((one) => ({ ...one, ...theirs })),
    }
    const classes = Object.fromEntries(
      runMeasures(admissionMeasures, facts, quarter, cut).map(({ measure, members }) => [
        measure.id,
        members[0]?.class,
      ]),
    )
    expect(classes).toMatchObject({ '5a-4': 'fail', '5a-8': 'fail' })
  })
})
