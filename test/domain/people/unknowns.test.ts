import { describe, expect, test } from 'vitest'
import { isAnswer, joined, openSpans } from '#domain/people/family-history.ts'
import { answerKey, type FamilyNow, unknownsOf } from '#domain/people/unknowns.ts'
import { aFamily, anAsking, aTie, linesUnder, start, version, when } from './builders.ts'

const baby = { personId: 'baby', bornOn: '2026-06-01' }
const father = (recordId: string, given = {}) =>
  aTie({
    recordId,
    personId: recordId,
    relation: 'father',
    parentalResponsibility: 'not-known',
    ...given,
  })
const order = { recordId: 'order', personId: 'baby', code: 'LEG-07', basisKind: 'told' } as const
const own = { recordId: 'q', personId: 'mother', question: 'Who rings every evening?' }
const mother = aTie({
  recordId: 'm',
  personId: 'mother',
  relation: 'mother',
  parentalResponsibility: 'yes',
})

const parts: Record<string, Partial<FamilyNow>> = {
  'mother alone': {},
  mother: {},
  'mother who expects': { expected: [{ expectedOn: '2026-07-01' }] },
  'the baby was born': { babies: [baby] },
  'partner told who lives with her': {
    ties: [aTie({ toPersonId: 'mother', relation: 'partner-of-mother', livesWith: 'yes' })],
  },
  'answered: nobody lives with her': { answered: new Set([answerKey('mother', 'household')]) },
  'mother and baby': { babies: [baby] },
  'mother holds responsibility': { ties: [mother] },
  'father told': { ties: [father('f')] },
  'father by document': { ties: [father('f', { basisKind: 'document' })] },
  'father asked and not established': { ties: [father('f', { basisKind: 'not-established' })] },
  sibling: { ties: [aTie({ relation: 'sibling', safeToContact: 'not-known' })] },
  'contact not known': {},
  'two fathers told': { ties: [father('f'), father('g')] },
  settled: {
    settlements: [
      {
        recordId: 's',
        topic: 'father',
        firstId: 'f',
        firstVersion: 1,
        otherId: 'g',
        otherVersion: 1,
        holds: 'first',
      },
    ],
  },
  'interim care order told': { legal: [order] },
  'interim care order by document': { legal: [{ ...order, basisKind: 'document' }] },
  'no involvement told too': {
    legal: [
      { ...order, basisKind: 'document' },
      { ...order, recordId: 'none', code: 'LEG-00' },
    ],
  },
  'no involvement told': { legal: [{ ...order, code: 'LEG-00' }] },
  'interim care order of another baby told': { legal: [{ ...order, personId: 'twin' }] },
  'early help told': { legal: [{ ...order, code: 'LEG-01' }] },
  'own question': { own: [own] },
  'own question answered': { own: [own], answered: new Set([answerKey('mother', 'own:q')]) },
}

const nothing: FamilyNow = {
  motherId: 'mother',
  expected: [],
  babies: [],
  ties: [],
  legal: [],
  settlements: [],
  answered: new Set(),
  own: [],
}

describe('what is not known', () => {
  test.each(linesUnder('2. What is not known'))('line %s', (_, row) => {
    const recorded = (row.recorded ?? '').split(', ')
    const given = recorded.map((words) => parts[words] ?? expect.fail(`"${words}" is no word`))
    const family: FamilyNow = Object.assign({}, nothing, ...given)
    const kinds = unknownsOf(family).map(({ key }) => key.split(':')[0])
    expect(kinds.join(', ')).toBe(row['open questions'])
  })

  test('a question is worded by what is known, and names nobody', () => {
    const [, , , who] = unknownsOf({ ...nothing, babies: [baby], ties: [father('f')] })
    expect(who?.question).toBe(
      'Who is the father? He is named, and not established: what document shows it?',
    )
    const open = unknownsOf({ ...nothing, babies: [baby], ties: [father('f')] })
    expect(open.at(-1)).toMatchObject({
      question: 'Said to be the father: do they hold parental responsibility?',
      whoId: 'f',
      aboutId: 'baby',
    })
  })
})

describe('how long a question was open', () => {
  const partner = (history: Parameters<typeof aFamily>[0], until = when('30 Jun 12:00')) =>
    openSpans(aFamily(history), until).filter(({ unknown }) => unknown.key === 'partner')

  test('from when she was referred until a statement answers it', () => {
    const tie = {
      ...aTie({ toPersonId: 'mother', relation: 'partner-of-mother' }),
      ...version,
      recordedAt: when('5 Jun 10:00'),
    }
    expect(partner({ ties: [tie] })).toMatchObject([
      { from: start, to: when('5 Jun 10:00'), left: false },
    ])
    const withdrawn = { ...tie, version: 2, withdrawn: true, recordedAt: when('7 Jun 10:00') }
    expect(partner({ ties: [tie, withdrawn] })).toMatchObject([
      { from: start, to: when('5 Jun 10:00') },
      { from: when('7 Jun 10:00'), to: null },
    ])
  })

  test('an answer closes it; an answer that was entered in error opens it again', () => {
    const answer = anAsking({ basisKind: 'told', recordedAt: when('5 Jun 10:00') })
    expect(isAnswer(answer)).toBe(true)
    expect(partner({ askings: [answer] })).toMatchObject([{ to: when('5 Jun 10:00') }])
    const error = { ...answer, version: 2, withdrawn: true, recordedAt: when('6 Jun 10:00') }
    expect(partner({ askings: [answer, error] })).toHaveLength(2)
  })

  test('what is recorded after the cut is not known at it', () => {
    const late = anAsking({ basisKind: 'told', recordedAt: when('5 Jun 10:00') })
    expect(partner({ askings: [late] }, when('4 Jun 10:00'))).toMatchObject([{ to: null }])
  })

  test('it ends when she leaves, and begins again with the next referral', () => {
    const windows = [
      { from: start, to: when('5 Jun 10:00') },
      { from: when('20 Jun 10:00'), to: null },
    ]
    expect(partner({ windows })).toMatchObject([
      { from: start, to: when('5 Jun 10:00'), left: true },
      { from: when('20 Jun 10:00'), to: null, left: false },
    ])
  })

  test('a stay follows its referral without a break', () => {
    const [a, b, c] = ['1 Jun 10:00', '5 Jun 10:00', '9 Jun 10:00'].map(when) as [
      string,
      string,
      string,
    ]
    expect(
      joined([
        { from: b, to: null },
        { from: a, to: b },
      ]),
    ).toEqual([{ from: a, to: null }])
    expect(
      joined([
        { from: a, to: c },
        { from: b, to: b },
      ]),
    ).toEqual([{ from: a, to: c }])
    expect(
      joined([
        { from: a, to: b },
        { from: c, to: null },
      ]),
    ).toHaveLength(2)
    expect(
      joined([
        { from: a, to: null },
        { from: c, to: c },
      ]),
    ).toEqual([{ from: a, to: null }])
  })
})
