import { describe, expect, it } from 'vitest'
import { runMeasures } from '#domain/assurance/measure-run.ts'
import { readerStanding } from '#domain/documents/rules.ts'
import type { HistoryFacts, StayDocument } from '#domain/history-review/facts.ts'
import { historyMeasures } from '#domain/history-review/measures.ts'
import { addHours, addMinutes } from '#domain/shared/calendar.ts'
import {
  aContent,
  aFile,
  arrivedAt,
  aSignature,
  aStay,
  factsOf,
  june,
  shipped,
  signedByAll,
} from './builders.ts'

const month = { from: june('1 Jun 00:00'), to: june('30 Jun 00:00') }
const later = { at: '2026-08-01T10:00:00.000Z', auditSeq: 100 }

const counts = (facts: HistoryFacts, period = month) =>
  Object.fromEntries(
    runMeasures(historyMeasures, facts, period, later).map(({ measure, members }) => [
      measure.id,
      members.map((member) => member.class),
    ]),
  )

describe('a period takes in its first moment and leaves out its end', () => {
  const at = (moment: string) =>
    counts(
      factsOf(
        aStay({ arrivedAt: moment }),
        [aFile([aContent('first words', moment)], [], { expectedAt: moment })],
        {
          supervisionDecisions: [
            {
              recordId: 'decision',
              version: 1,
              stayId: 'stay',
              babyId: 'baby',
              kind: 'first',
              decidedAt: moment,
            },
          ],
        },
      ),
    )
  it.each([
    ['the first moment', month.from, 1],
    ['the last moment', addMinutes(month.to, -1), 1],
    ['the end', month.to, 0],
    ['the moment before', addMinutes(month.from, -1), 0],
  ])('%s, by arrival, by expectation and by decision', (_, moment, n) => {
    const found = at(moment)
    for (const id of ['5c-2', '5c-3', '5c-5']) expect([id, found[id]?.length]).toEqual([id, n])
  })

  it('by the end of the limit, whenever she arrived', () => {
    const signed = (limitEnd: string) => {
      const receivedAt = addHours(limitEnd, -24)
      return counts(
        factsOf(aStay({ arrivedAt: june('1 Jun 00:00') }), [
          aFile([aContent('first words', receivedAt)], []),
        ]),
        { from: june('10 Jun 00:00'), to: june('20 Jun 00:00') },
      )['5c-1']
    }
    expect(signed(june('10 Jun 00:00'))).toEqual(['fail'])
    expect(signed(addMinutes(june('20 Jun 00:00'), -1))).toEqual(['fail'])
    expect(signed(june('20 Jun 00:00'))).toEqual([])
    expect(signed(addMinutes(june('10 Jun 00:00'), -1))).toEqual([])
  })

  it('a stay whose limits all end in another period is not counted as one without', () => {
    const file = aFile(
      [aContent('first words', june('3 Jun 10:00'))],
      signedByAll(june('3 Jun 11:00')),
    )
    const stay = aStay({ arrivedAt: june('2 Jun 10:00') })
    const day = { from: june('2 Jun 00:00'), to: june('3 Jun 00:00') }
    expect(counts(factsOf(stay, [file]), day)['5c-1']).toEqual([])
  })
})

describe('on the very limit', () => {
  const content = aContent('first words', june('3 Jun 10:00'))
  const limit = june('4 Jun 10:00')

  it('a stay that ended at its limit had the whole of it', () => {
    const of = (endedAt: string) =>
      counts(factsOf(aStay({ endedAt }), [aFile([content], [])]))['5c-1']
    expect(of(limit)).toEqual(['fail'])
    expect(of(addMinutes(limit, -1))).toEqual(['not-eligible'])
  })

  it('a document that came when its chase was due did not have to be chased', () => {
    const chaseDueAt = june('3 Jun 16:00')
    const of = (receivedAt: string) =>
      counts(factsOf(aStay(), [aFile([aContent('words', receivedAt)], [], { chaseDueAt })]))['5c-3']
    expect(of(chaseDueAt)).toEqual(['pass'])
    expect(of(addMinutes(chaseDueAt, 1))).toEqual(['fail'])
  })

  it('a signature at the moment of a change is to what it says by then', () => {
    const changedAt = june('5 Jun 10:00')
    const changed = { ...content, version: 2, recordedAt: changedAt, hashes: { 1: 'other words' } }
    const file: StayDocument = aFile(
      [content, changed],
      [aSignature('consultant', changedAt, 'other words')],
    )
    expect(counts(factsOf(aStay(), [file]))['5c-4']).toEqual([])
    expect(readerStanding(file, 'consultant', shipped, arrivedAt, changedAt)).toMatchObject({
      reading: 'read',
      signature: { signedAt: changedAt },
    })
  })
})

describe('without rules', () => {
  it('nothing is judged to have held', () => {
    const facts = factsOf(aStay(), [aFile([aContent('first words', june('3 Jun 10:00'))], [])], {
      ruleSets: [],
      supervisionDecisions: [
        {
          recordId: 'decision',
          version: 1,
          stayId: 'stay',
          babyId: 'baby',
          kind: 'lowering',
          decidedAt: june('6 Jun 10:00'),
        },
      ],
    })
    const found = counts(facts)
    expect(found['5c-2']).toEqual(['incomplete'])
    expect(found['5c-5']).toEqual(['incomplete'])
  })
})
