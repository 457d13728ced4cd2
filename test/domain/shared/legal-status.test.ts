import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dutyClasses, legalStatusOf } from '#domain/shared/legal-status.ts'
import {
  expiryWarning,
  type LegalStatusFact,
  legalDatesFault,
  legalEndFault,
  legalStandingAt,
  statusClash,
} from '#domain/shared/legal-status-at.ts'
import { legalStatuses } from '#domain/shared/legal-status-list.ts'
import { linesUnder } from '../people/builders.ts'

const fact = (
  code: string,
  startsAt: string,
  endsAt: string | null = null,
  recordedAt = startsAt,
) =>
  ({
    recordId: `${code}-${startsAt}`,
    code,
    startsAt,
    endsAt,
    endedAt: null,
    recordedAt,
  }) satisfies LegalStatusFact
const at = (day: string, time = '12:00') => `2026-11-${day}T${time}:00.000Z`

describe('the list of legal statuses', () => {
  test('holds LEG-00 to LEG-18, each in full', () => {
    expect(legalStatuses.map(({ code }) => code)).toEqual(
      Array.from({ length: 19 }, (_, n) => `LEG-${String(n).padStart(2, '0')}`),
    )
    for (const { label, tag, basis, responsibility, consent } of legalStatuses) {
      for (const text of [label, tag, basis, responsibility, consent]) expect(text).not.toBe('')
      expect(tag.length).toBeLessThanOrEqual(24)
    }
  })

  test('has the classes of decision 31', () => {
    const ofClass = (wanted: string) =>
      legalStatuses.filter(({ dutyClass }) => dutyClass === wanted).map(({ code }) => code.slice(4))
    expect(ofClass('C')).toEqual(['02', '03', '04', '05', '09', '16', '17', '18'])
    expect(ofClass('L')).toEqual(['06', '07', '08', '10', '11', '12', '15'])
    expect(ofClass('by-order')).toEqual(['13', '14'])
    expect(ofClass('none')).toEqual(['00', '01'])
  })

  test('says where the authority shares responsibility, and never under section 20', () => {
    const sharing = legalStatuses.filter((status) => status.authorityShares)
    expect(sharing.map(({ code }) => code)).toEqual(['LEG-07', 'LEG-08', 'LEG-10', 'LEG-12'])
    expect(legalStatusOf('LEG-06').responsibility).toContain('the authority has none')
  })

  test('an unknown code is answered with care', () => {
    expect(legalStatusOf('LEG-99')).toMatchObject({
      consent: 'Read the order; ask legal',
      dutyClass: 'by-order',
      planOrOrder: true,
    })
  })
})

describe('the standing at an instant', () => {
  test('nothing recorded is not known, and not the same as no involvement', () => {
    expect(legalStandingAt([], at('23'))).toMatchObject({ known: false, inForce: [] })
    const standing = legalStandingAt([fact('LEG-00', at('01'))], at('23'))
    expect(standing).toMatchObject({ known: true, dutyClass: 'none', planOrOrder: false })
    expect(legalStandingAt([fact('LEG-00', at('24'))], at('23')).known).toBe(false)
  })

  test('several are true at once, and the highest class wins', () => {
    const facts = [
      fact('LEG-04', at('01')),
      fact('LEG-07', at('10'), at('30')),
      fact('LEG-16', at('05')),
    ]
    const standing = legalStandingAt(facts, at('23'))
    expect(standing.inForce.map(({ status }) => status.code)).toEqual([
      'LEG-07',
      'LEG-04',
      'LEG-16',
    ])
    expect(standing).toMatchObject({ dutyClass: 'L', authorityShares: true, planOrOrder: true })
    expect(legalStandingAt(facts, at('07')).dutyClass).toBe('C')
  })

  test('an order that runs out on paper holds until somebody records what followed', () => {
    const ahead = fact('LEG-10', at('10'), at('18'))
    expect(legalStandingAt([ahead], at('18', '11:59')).inForce[0]?.endUnconfirmed).toBe(false)
    const after = legalStandingAt([ahead], at('18'))
    expect(after.inForce[0]?.endUnconfirmed).toBe(true)
    expect(after.dutyClass).toBe('L')
    const confirmed = { ...ahead, endedAt: at('18') }
    expect(legalStandingAt([confirmed], at('19')).known).toBe(false)
    expect(legalStandingAt([confirmed], at('17')).known).toBe(true)
  })

  test('a correction after the date is no end, whenever it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (day) => {
        const written = at(String(day).padStart(2, '0'))
        const corrected = { ...fact('LEG-10', at('10'), at('18')), recordedAt: written }
        expect(legalStandingAt([corrected], at('30')).inForce[0]?.endUnconfirmed).toBe(true)
      }),
    )
  })

  test('what ended before its date, or after it, ended when somebody says that it did', () => {
    const order = fact('LEG-10', at('10'), at('18'))
    for (const ended of ['14', '20']) {
      const said = { ...order, endedAt: at(ended) }
      expect(legalStandingAt([said], at(ended, '11:59')).inForce[0]?.endUnconfirmed).toBe(false)
      expect(legalStandingAt([said], at(ended)).known).toBe(false)
    }
  })

  test('the class is the highest of those in force, for any facts', () => {
    const some = fc.record({
      code: fc.constantFrom(...legalStatuses.map(({ code }) => code)),
      start: fc.integer({ min: 1, max: 27 }),
    })
    fc.assert(
      fc.property(fc.array(some), fc.integer({ min: 1, max: 28 }), (facts, day) => {
        const two = (n: number) => String(n).padStart(2, '0')
        const standing = legalStandingAt(
          facts.map(({ code, start }) => fact(code, at(two(start)))),
          at(two(day)),
        )
        const classes = facts
          .filter(({ start }) => start <= day)
          .map(({ code }) => dutyClasses.indexOf(legalStatusOf(code).dutyClass))
        expect(dutyClasses.indexOf(standing.dutyClass)).toBe(Math.max(0, ...classes))
      }),
    )
  })
})

describe('statuses that differ', () => {
  test.each(linesUnder('13. Legal statuses that differ'))(
    'are raised, and the stricter counts: line %s of docs/states/people.md',
    (_, row) => {
      const facts = (row['in force'] ?? '').split(' and ').map((words) => {
        const [code = '', ended] = words.split(', ')
        return { ...fact(code, at('01')), endedAt: ended ? at('20') : null }
      })
      const standing = legalStandingAt(facts, at('23'))
      expect(statusClash(standing.inForce) ? 'yes' : 'no').toBe(row.raised)
      expect(standing.dutyClass).toBe(row.counts)
    },
  )
})

describe('the end of an order', () => {
  test.each([
    ['15', undefined],
    ['16', 'Emergency protection order runs out in 7 days'],
    ['21', 'Emergency protection order runs out in 2 days'],
    ['22', 'Emergency protection order runs out tomorrow'],
    ['23', 'Emergency protection order runs out today'],
    ['24', 'Emergency protection order: ran out on paper. Confirm what followed'],
  ])('warns ahead: on day %s', (day, text) => {
    const [inForce] = legalStandingAt(
      [fact('LEG-10', at('15', '09:00'), at('23'))],
      at(day, '09:00'),
    ).inForce
    expect(inForce && expiryWarning(inForce, at(day, '09:00'))?.text).toBe(text)
  })

  test.each([
    ['LEG-07', at('01'), null, 'Enter when the interim care order runs out'],
    ['LEG-08', at('01'), null, undefined],
    ['LEG-04', at('02'), at('01'), 'The end must be after the start'],
    ['LEG-11', at('01'), at('04'), undefined],
    [
      'LEG-11',
      at('01'),
      at('04', '12:01'),
      'This cannot last more than 72 hours. Check the dates on the document',
    ],
    [
      'LEG-10',
      at('01'),
      at('17'),
      'This cannot last more than 15 days. Check the dates on the document',
    ],
  ])('%s from %s to %s', (code, startsAt, endsAt, message) => {
    expect(legalDatesFault(code, startsAt, endsAt)).toBe(message)
  })
})

describe('the end that somebody records', () => {
  const starts = at('10')
  test.each([
    ['before its start', 'LEG-07', at('09'), /after the start/],
    ['at its start', 'LEG-07', at('10'), /after the start/],
    ['in the future', 'LEG-07', at('24'), /in the future/],
    ['longer than the law lets it last', 'LEG-11', at('15'), /more than 72 hours/],
  ])('is refused %s', (_, code, ended, message) => {
    expect(legalEndFault(code, starts, ended, at('23'))).toMatch(message)
  })
  test('is taken where it can be true', () => {
    expect(legalEndFault('LEG-11', starts, at('12'), at('23'))).toBeUndefined()
    expect(legalEndFault('LEG-07', starts, at('23'), at('23'))).toBeUndefined()
  })
})
