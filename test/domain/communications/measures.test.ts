import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measureFaults } from '#domain/assurance/catalogue.ts'
import { figureOf, type Member } from '#domain/assurance/measure.ts'
import type { DutyFacts } from '#domain/communications/facts.ts'
import {
  dutiesAcknowledged,
  dutiesSent,
  dutyMeasures,
  everybodyTold,
  motherEpisodesTold,
} from '#domain/communications/measures.ts'
import type { DutyEvent } from '#domain/communications/record.ts'
import type { DutyRecord } from '#domain/communications/status.ts'
import { at, dutyOfWords, event } from './builders.ts'
import { linesUnder } from './page.ts'
import { content } from './rules-of-the-unit.ts'

const factsOf = (events: readonly DutyEvent[], records: readonly DutyRecord[]): DutyFacts => ({
  events,
  duties: records.flatMap(({ versions }) => versions),
  answers: records.flatMap(({ answers }) => answers),
  sendings: records.flatMap(({ sendings }) => sendings),
  acknowledgements: records.flatMap(({ acknowledgements }) => acknowledgements),
  drops: records.flatMap(({ drops }) => drops),
  ruleSets: [{ recordId: 'rules-1', content }],
})

const period = { from: at('00:00'), to: '2026-11-24T00:00:00.000Z' }
const cut = (time: string) => ({ at: at(time), auditSeq: Number.MAX_SAFE_INTEGER })
const classOf = (members: readonly Member[]) => members[0]?.class ?? '-'

describe('8. measures 5e-4 and 5e-5', () => {
  test.each(linesUnder('8. Measures'))('%s', (_, cell) => {
    const facts = factsOf([event()], [dutyOfWords(cell('recorded'))])
    expect(classOf(dutiesSent.members(facts, period, cut(cell('cut'))))).toBe(cell('5e-4 sent'))
    expect(classOf(dutiesAcknowledged.members(facts, period, cut(cell('cut'))))).toBe(
      cell('5e-5 acknowledged'),
    )
  })

  test('duties of other events are not counted', () => {
    const facts = factsOf([event({ sourceType: 'stay' })], [dutyOfWords('nothing')])
    expect(dutiesSent.members(facts, period, cut('23:00'))).toEqual([])
  })
})

describe('9. measures 2d-1 and 2e-1', () => {
  test.each(linesUnder('9. Measures'))('%s', (_, cell) => {
    const [visitor = '', worker = ''] = cell('health visitor; social worker').split('; ')
    const records = [
      dutyOfWords(visitor, { key: 'health-visitor', recipient: 'health-visitor' }),
      dutyOfWords(worker),
    ]
    const legalClass = cell('class') === 'not recorded' ? null : (cell('class') as 'none')
    const facts = factsOf([event({ event: cell('event'), legalClass })], records)
    expect(classOf(motherEpisodesTold.members(facts, period, cut('23:00')))).toBe(cell('2d-1'))
    expect(classOf(everybodyTold.members(facts, period, cut('23:00')))).toBe(cell('2e-1'))
  })
})

const everyRecord = [...linesUnder('8. Measures')].map(([, cell]) => cell('recorded'))

describe('every measure', () => {
  test('agrees with the catalogue', () => {
    for (const { members: _, ...meta } of dutyMeasures) expect(measureFaults(meta)).toEqual([])
  })

  test('puts every member in one class: the classes add up to the population, and a member names its records', () => {
    const anyEvent = fc.record({
      words: fc.array(fc.constantFrom(...everyRecord), { maxLength: 4 }),
      kind: fc.constantFrom('COM-05', 'COM-07', 'COM-03'),
      legalClass: fc.constantFrom('none', 'C', 'L', 'by-order', null),
      minutes: fc.integer({ min: 0, max: 23 * 60 }),
    })
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 6 }), (found) => {
        const events = found.map(({ kind, legalClass }, index) =>
          event({ recordId: `event-${index}`, event: kind, legalClass }),
        )
        const records = found.flatMap(({ words }, index) =>
          words.map((one) => dutyOfWords(one, { eventId: `event-${index}` })),
        )
        const facts = factsOf(events, records)
        for (const measure of dutyMeasures) {
          const members = measure.members(facts, period, cut('23:00'))
          const figure = figureOf(members)
          expect(figure.pass + figure.fail + figure.incomplete + figure.notEligible).toBe(
            members.length,
          )
          expect(figure.population).toBe(members.length)
          expect(new Set(members.map(({ key }) => key)).size).toBe(members.length)
          for (const member of members) {
            expect(member.records.length).toBeGreaterThan(0)
            expect(member.reason).not.toBe('')
          }
        }
        expect(dutiesSent.members(facts, period, cut('23:00'))).toHaveLength(records.length)
      }),
    )
  })

  test('places an event by the time it happened: the first instant is in the period, the last is not', () => {
    const facts = (occurredAt: string) =>
      factsOf([event({ occurredAt })], [dutyOfWords('sent 14:30')])
    const counted = (occurredAt: string) =>
      dutiesSent.members(facts(occurredAt), period, { at: '2026-12-31T00:00:00.000Z', auditSeq: 9 })
        .length
    expect(counted(period.from)).toBe(1)
    expect(counted(period.to)).toBe(0)
  })
})
