import { describe, expect, test } from 'vitest'
import { measureFaults } from '#domain/assurance/catalogue.ts'
import { figureOf } from '#domain/assurance/measure.ts'
import type { PeopleFacts, PlacementFact } from '#domain/people/measure-facts.ts'
import {
  basisRecorded,
  peopleMeasures,
  placementPlanned,
  placementPlannedInStay,
  unknownsAndStatusAskedAgain,
  unknownsAndStatusClashAskedAgain,
  unknownsAskedAgain,
} from '#domain/people/measures.ts'
import { type PlacementMeeting, placementStanding } from '#domain/people/placement.ts'
import type { Basis } from '#domain/shared/provenance.ts'
import {
  aFamily,
  anAsking,
  aTie,
  linesUnder,
  ruleSets,
  shipped,
  start,
  version,
  when,
} from './builders.ts'

const june = { from: when('1 Jun 00:00'), to: when('1 Jul 00:00') }
const cutAt = (at: string) => ({ at, auditSeq: 1 })
const facts = (given: Partial<PeopleFacts>): PeopleFacts => ({
  families: [],
  statements: [],
  placements: [],
  ruleSets,
  ...given,
})

test.each(peopleMeasures.map((measure) => [measure.id, measure] as const))(
  'measure %s is as the catalogue has it',
  (_, measure) => expect(measureFaults(measure)).toEqual([]),
)

describe('what is not known is asked again (7-2)', () => {
  // All that is open is who her partner is; the household and the children are answered.
  const askingOf = (words: string) =>
    words === 'no'
      ? []
      : words.split('; ').map((one, index) => {
          const [asked = '', next = ''] = one.split(', next ')
          return anAsking({
            recordId: `a${index}`,
            askedAt: when(asked),
            recordedAt: when(asked),
            nextAskAt: when(next),
          })
        })
  const answered = ['household', 'other-children'].map((questionKey) =>
    anAsking({ recordId: questionKey, questionKey, basisKind: 'told' }),
  )
  const familyOf = (asked: string, until: string) => {
    const [what, ...rest] = until.split(' ')
    const at = rest.length > 0 ? when(rest.join(' ')) : null
    return aFamily({
      askings: [
        ...answered,
        ...askingOf(asked),
        ...(what === 'established' && at
          ? [anAsking({ recordId: 'z', basisKind: 'told', askedAt: at, recordedAt: at })]
          : []),
      ],
      windows: [{ from: start, to: what === 'left' ? at : null }],
    })
  }

  test.each(linesUnder('3. Asking again'))('line %s', (_, row) => {
    const family = familyOf(row.asked ?? '', row.until ?? '')
    const members = unknownsAskedAgain.members(
      facts({ families: [family] }),
      june,
      cutAt(when(row.cut ?? '')),
    )
    expect(members).toMatchObject([{ class: row.class, reason: row.why }])
  })

  test('counts in the period in which it fell due, whatever the cut', () => {
    const july = { from: june.to, to: when('30 Jul 00:00') }
    const family = familyOf('5 Jun 10:00, next 3 Jul 10:00', 'open')
    const at = (period: typeof june) =>
      unknownsAskedAgain.members(facts({ families: [family] }), period, cutAt(july.to))
    expect(at(june)).toMatchObject([{ class: 'pass', at: when('8 Jun 10:00') }])
    expect(at(july)).toMatchObject([{ class: 'fail', at: when('3 Jul 10:00') }])
  })

  test('is incomplete where no limit is on record', () => {
    const [member] = unknownsAskedAgain.members(
      facts({ families: [familyOf('no', 'open')], ruleSets: [] }),
      june,
      cutAt(june.to),
    )
    expect(member?.class).toBe('incomplete')
  })

  test('asks for the legal status of a baby in its second version alone', () => {
    const family = aFamily({ babies: [{ personId: 'b', version: 1, bornOn: null, since: start }] })
    const of = (measure: typeof unknownsAskedAgain) =>
      measure.members(facts({ families: [family] }), june, cutAt(june.to)).map(({ key }) => key)
    const [first, second] = [of(unknownsAskedAgain), of(unknownsAndStatusAskedAgain)]
    expect(second.filter((key) => !first.includes(key))).toEqual([`b legal-status ${start}`])
    expect(second).toHaveLength(first.length + 1)
  })

  test('asks which of two legal statuses holds in its third version alone', () => {
    const status = { personId: 'b', startsAt: start, endedAt: null, basisKind: 'document' } as const
    const family = aFamily({
      babies: [{ personId: 'b', version: 1, bornOn: null, since: start }],
      legal: [
        { ...status, ...version, recordId: 'none', code: 'LEG-00' },
        { ...status, ...version, recordId: 'plan', code: 'LEG-04' },
      ],
    })
    const of = (measure: typeof unknownsAskedAgain) =>
      measure.members(facts({ families: [family] }), june, cutAt(june.to))
    const second = of(unknownsAndStatusAskedAgain).map(({ key }) => key)
    const added = of(unknownsAndStatusClashAskedAgain).filter(({ key }) => !second.includes(key))
    expect(added).toMatchObject([
      { key: `b legal-clash ${start}`, class: 'fail', group: 'Two sources differ' },
    ])
    expect(of(unknownsAskedAgain).map(({ key }) => key)).toEqual(second)
  })

  test('statements that differ are shown apart', () => {
    const ties = ['f', 'g'].map((personId) => ({
      ...aTie({ recordId: personId, personId, toPersonId: 'mother', livesWith: 'yes' }),
      ...version,
    }))
    const two = [ties[0], { ...ties[1], personId: 'f', livesWith: 'no' as const }]
    const family = aFamily({ ties: two as never, askings: answered })
    const groups = unknownsAskedAgain
      .members(facts({ families: [family] }), june, cutAt(june.to))
      .map(({ group }) => group)
    expect(groups.toSorted()).toEqual(['Not known', 'Two sources differ'])
  })
})

describe('the placement of a looked-after baby (6-1)', () => {
  function meetingOf(words: string): PlacementMeeting[] {
    if (words === 'no') return []
    const [how = '', chairedBy = 'not-known', officer = 'officer not-known'] = words.split(', ')
    const [what, ...rest] = how.split(' ')
    const at = when(rest.join(' '))
    return [
      {
        recordId: 'meeting',
        version: 1,
        pairId: 'pair',
        kind: 'planning-meeting',
        plannedAt: what === 'planned' ? at : null,
        heldAt: what === 'held' ? at : null,
        chairedBy: chairedBy as 'unit',
        officer: officer.replace('officer ', '') as 'there',
      },
    ]
  }
  const placementOf = (row: Record<string, string>): PlacementFact => ({
    pairId: 'pair',
    version: 1,
    startedAt: start,
    endedAt: row.left === 'no' ? null : when(row.left ?? ''),
    legal:
      row['status on arrival'] === 'none recorded'
        ? []
        : [
            {
              recordId: 'status',
              code: row['status on arrival'] ?? '',
              startsAt: when('1 May 10:00'),
              endsAt: null,
              endedAt: null,
              recordedAt: when('1 May 10:00'),
            },
          ],
    meetings: meetingOf(row.meeting ?? ''),
    officerToldAt: row['officer told'] === 'no' ? null : when(row['officer told'] ?? ''),
    tellings: [],
  })

  test.each(linesUnder('4. Planning the placement'))('line %s', (_, row) => {
    const placement = placementOf(row)
    const at = when(row.at ?? '')
    expect(placementStanding(placement, shipped, at).state).toBe(row.state)
    for (const measure of [placementPlanned, placementPlannedInStay]) {
      const [member] = measure.members(facts({ placements: [placement] }), june, cutAt(at))
      expect(member?.class).toBe(row.class)
    }
  })

  test.each(linesUnder('A status that begins during'))('line %s', (_, row) => {
    const status = (code: string, startsAt: string) => ({
      recordId: code,
      code,
      startsAt,
      endsAt: null,
      endedAt: null,
      recordedAt: startsAt,
    })
    const from = row['looked after from'] ?? ''
    const placement = {
      ...placementOf({ ...row, 'status on arrival': 'none recorded', 'officer told': 'no' }),
      legal: [
        status('LEG-00', when('1 May 10:00')),
        ...(from === 'never' ? [] : [status('LEG-07', when(from))]),
      ],
    }
    const at = when(row.at ?? '')
    expect(placementStanding(placement, shipped, at).state).toBe(row.state)
    const of = (measure: typeof placementPlanned) =>
      measure.members(facts({ placements: [placement] }), june, cutAt(at))[0]
    expect(of(placementPlannedInStay)?.class).toBe(row.class)
    expect(of(placementPlanned)?.class).toBe('not-eligible')
  })
})

describe('how a statement is known (7-1)', () => {
  const part = (text: string | undefined) => (text === '-' ? undefined : text)
  test.each(linesUnder('5. Whether a statement'))('line %s', (_, row) => {
    const basis: Basis | null =
      row.basis === 'not recorded'
        ? null
        : {
            kind: row.basis as Basis['kind'],
            by: part(row.by),
            on: part(row.on) && '2026-06-01',
            document: part(row.document),
          }
    const statement = { type: 'tie', recordId: 't', version: 1, recordedAt: start, basis } as const
    const members = basisRecorded.members(facts({ statements: [statement] }), june, cutAt(june.to))
    expect(members).toMatchObject([{ class: row.class, records: [{ type: 'tie', recordId: 't' }] }])
    expect(figureOf(members).population).toBe(1)
  })
})
