import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Derived,
  type DutyBasis,
  deriveDuties,
  type Holder,
} from '#domain/communications/derive.ts'
import {
  type CellClass,
  type DutyLimit,
  type RecipientKey,
  recipientKeys,
} from '#domain/communications/duties-content.ts'
import { acknowledgeDue, dutyDue } from '#domain/communications/limits.ts'
import { safeToContact } from '#domain/people/record.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { dutyClasses } from '#domain/shared/legal-status.ts'
import { meaningOf } from '../../support/truth-words.ts'
import { basis } from './builders.ts'
import { instantOfWords, linesUnder } from './page.ts'
import { content } from './rules-of-the-unit.ts'

const columns: Record<string, RecipientKey[]> = {
  'social worker': ['social-worker'],
  'reviewing officer': ['reviewing-officer'],
  'guardian or legal': ['guardian-or-legal'],
  'health visitor': ['health-visitor'],
  GP: ['gp-baby', 'gp-mother'],
  midwife: ['midwife'],
  'designated nurse': ['designated-nurse'],
  'host authority': ['host-authority'],
  'named nurse': ['named-nurse'],
  police: ['police'],
  commissioner: ['commissioner'],
}

const classes: Record<string, CellClass[]> = { A: ['none', 'C', 'L'], 'C/L': ['C', 'L'], L: ['L'] }

const limits: Record<string, DutyLimit> = {
  'at once': { kind: 'at-once' },
  '1 h': { kind: 'hours', hours: 1 },
  '24 h': { kind: 'hours', hours: 24 },
  'same day': { kind: 'same-day' },
  '1 wd': { kind: 'working-days', days: 1 },
  before: { kind: 'before' },
  '5 wd before': { kind: 'working-days-before', days: 5 },
}

/** What a cell of the matrix says for a class: limit and question; undefined where it says nothing. */
function cellFor(text: string, childClass: CellClass) {
  for (const part of text.split('; ')) {
    const match = /^(A|C\/L|L) (.+?)(?: if (.+))?$/.exec(part)
    if (!match) continue
    if (meaningOf(classes, match[1]).includes(childClass))
      return { limit: meaningOf(limits, match[2]), question: match[3] ?? null }
  }
  return undefined
}

const toldIn = (derived: readonly Derived[], recipient: RecipientKey) =>
  derived.find((one) => one.recipient === recipient && one.kind !== 'considered')

function expectCell(text: string, recipient: RecipientKey, event: string, childClass: CellClass) {
  const facts = basis({
    event,
    legalClass: childClass,
    concernOrConsent: true,
    babyDays: 10,
    toldBefore: recipientKeys,
  })
  const holder: Holder = {
    personId: 'p1',
    name: 'Robin Test',
    responsibility: 'yes',
    safeToContact: 'yes',
    contactThrough: null,
  }
  const told = toldIn(deriveDuties(content, { ...facts, holders: [holder] }), recipient)
  const wanted = cellFor(text, childClass)
  const where = `${event} ${recipient} ${childClass}`
  if (!wanted) {
    expect(told, where).toBeUndefined()
    return
  }
  expect(told, where).toMatchObject({
    kind: wanted.question === null ? 'duty' : 'question',
    question: wanted.question,
    limit: wanted.limit,
  })
}

describe('1. event, recipient, class and limit', () => {
  const lines = linesUnder('1. Event, recipient')

  test('every event is in the matrix', () => {
    expect(content.events.map(({ id }) => id)).toEqual(lines.map(([event]) => event))
  })

  test.each(lines)('%s', (event, cell) => {
    for (const [column, recipients] of Object.entries(columns))
      for (const recipient of recipients)
        for (const childClass of ['none', 'C', 'L'] as const)
          expectCell(cell(column), recipient, event, childClass)
  })

  test.each(linesUnder('1b. Recipients'))('%s', (_, cell) => {
    for (const childClass of ['none', 'C', 'L'] as const)
      expectCell(cell('cell'), cell('recipient') as RecipientKey, cell('event'), childClass)
  })

  test('nobody stands in a row beside the two tables', () => {
    const inTables = new Set([
      ...lines.flatMap(([event, cell]) =>
        Object.entries(columns)
          .filter(([column]) => cell(column) !== '-')
          .flatMap(([, recipients]) => recipients.map((recipient) => `${event} ${recipient}`)),
      ),
      ...linesUnder('1b. Recipients').map(([, cell]) => `${cell('event')} ${cell('recipient')}`),
    ])
    for (const { id, cells } of content.events)
      for (const { recipient } of cells) expect(inTables).toContain(`${id} ${recipient}`)
  })

  test('the social worker of a child without plan or order: a concern, consent, or an event that is one', () => {
    const told = (event: string, concernOrConsent: boolean) =>
      toldIn(deriveDuties(content, basis({ event, concernOrConsent })), 'social-worker') !==
      undefined
    expect(told('COM-05', false)).toBe(false)
    expect(told('COM-05', true)).toBe(true)
    for (const event of ['COM-06', 'COM-11', 'COM-12', 'COM-15', 'COM-17'])
      expect(told(event, false), event).toBe(true)
  })

  test('that an offer does not stand any more: whoever was told of it, and nobody else', () => {
    for (const legalClass of ['none', 'C', 'L', null] as const) {
      const facts = basis({ event: 'COM-20', legalClass, concernOrConsent: false, babyDays: 40 })
      const toldBefore: RecipientKey[] = ['midwife', 'social-worker']
      const derived = deriveDuties(content, { ...facts, toldBefore })
      const told = derived.filter(({ kind }) => kind === 'duty')
      expect(told.map(({ recipient }) => recipient).sort()).toEqual(toldBefore)
      expect(derived.filter(({ kind }) => kind === 'question')).toEqual([])
      expect(deriveDuties(content, facts).every(({ kind }) => kind === 'considered')).toBe(true)
    }
  })

  test('the midwife is told until the 28th day', () => {
    const told = (babyDays: number | null) =>
      toldIn(deriveDuties(content, basis({ babyDays })), 'midwife') !== undefined
    expect([27, 28, null].map(told)).toEqual([true, false, true])
  })
})

const short = (instant: string | null) =>
  instant === null
    ? 'not set'
    : formatDateTime(instant).replace(' 2026,', '').replace('(first)', 'first')

describe('2. when a duty is due', () => {
  test.each(linesUnder('2. When a duty is due'))('%s', (_, cell) => {
    const starts = cell('starts')
    const startsAt = /\d/.test(starts) ? instantOfWords(starts) : null
    const due = dutyDue(
      meaningOf(limits, cell('limit')),
      instantOfWords(cell('happened')),
      startsAt,
    )
    expect(short(due.at)).toBe(cell('due'))
    expect(due.calendarKnown).toBe(true)
  })

  test('beyond the bank holidays that are known, a limit says so', () => {
    const holidays = {
      source: 'test',
      knownFrom: '2026-01-01',
      knownUntil: '2026-11-23',
      dates: [],
    }
    const from = '2026-11-23T14:02:00.000Z'
    expect(dutyDue({ kind: 'working-days', days: 1 }, from, null, holidays).calendarKnown).toBe(
      false,
    )
    expect(
      dutyDue({ kind: 'working-days-before', days: 1 }, from, '2026-12-07T10:00:00.000Z', holidays)
        .calendarKnown,
    ).toBe(false)
  })
})

describe('3. by when it has to be acknowledged', () => {
  test.each(linesUnder('3. By when'))('%s', (_, cell) => {
    const due = acknowledgeDue(
      content,
      meaningOf(limits, cell('limit')),
      instantOfWords(cell('sent')),
    )
    expect(short(due)).toBe(cell('acknowledged by'))
  })
})

describe('4. the time of day', () => {
  test.each(linesUnder('4. The time of day'))('%s', (_, cell) => {
    const derived = deriveDuties(
      content,
      basis({
        event: cell('event'),
        occurredAt: instantOfWords(cell('happened')),
        legalClass: cell('class') as CellClass,
      }),
    )
    expect(toldIn(derived, 'social-worker')?.label).toBe(cell('social worker'))
  })
})

describe('5. safe to contact', () => {
  test.each(linesUnder('5. Safe to contact'))('%s', (_, cell) => {
    const through = cell('through')
    const holder: Holder = {
      personId: 'p1',
      name: 'Robin Test',
      responsibility: cell('holds responsibility') as Holder['responsibility'],
      safeToContact: cell('safe to contact') as Holder['safeToContact'],
      contactThrough: through === '-' ? null : through,
    }
    const told = deriveDuties(content, basis({ holders: [holder] })).find(
      ({ key }) => key === 'holder:p1',
    )
    if (!told || told.kind === 'considered') {
      expect('nobody').toBe(cell('who is told'))
      return
    }
    const who = told.insteadBecause ? `social worker: ${told.insteadBecause}` : told.label
    expect(told.kind === 'question' ? `question, then ${who}` : who).toBe(cell('who is told'))
    expect(told.recipient).toBe(told.insteadBecause ? 'social-worker' : 'holder')
    if (told.insteadBecause) expect(told.label).not.toContain('Robin')
  })

  test('of several ties to one person the most careful says how they may be contacted', () => {
    const tie: Holder = {
      personId: 'p1',
      name: 'Robin Test',
      responsibility: 'yes',
      safeToContact: 'yes',
      contactThrough: null,
    }
    const holders: Holder[] = [
      tie,
      { ...tie, responsibility: 'no', safeToContact: 'do-not-contact' },
    ]
    const told = deriveDuties(content, basis({ holders })).filter(({ key }) => key === 'holder:p1')
    expect(told).toMatchObject([{ recipient: 'social-worker', kind: 'duty' }])
  })

  test('the question about one holder is answered for that holder alone', () => {
    const holders = ['p1', 'p2'].map(
      (personId): Holder => ({
        personId,
        name: `Robin ${personId}`,
        responsibility: 'not-known',
        safeToContact: 'yes',
        contactThrough: null,
      }),
    )
    const derived = deriveDuties(
      content,
      basis({ holders, answers: { 'holds-responsibility:p1': 'yes' } }),
    )
    const kinds = derived.filter(({ key }) => key.startsWith('holder')).map(({ kind }) => kind)
    expect(kinds).toEqual(['duty', 'question'])
  })
})

describe('6. the class of the child', () => {
  const orders: Record<string, DutyBasis['answers']> = {
    '-': {},
    'gives responsibility: yes': { 'order-gives-authority-responsibility': 'yes' },
    'gives responsibility: no': { 'order-gives-authority-responsibility': 'no' },
    'gives responsibility: no, involves: yes': {
      'order-gives-authority-responsibility': 'no',
      'order-involves-authority': 'yes',
    },
    'gives responsibility: no, involves: no': {
      'order-gives-authority-responsibility': 'no',
      'order-involves-authority': 'no',
    },
  }
  test.each(linesUnder('6. The class of the child'))('%s', (_, cell) => {
    const legalClass = cell('class') === 'not recorded' ? null : (cell('class') as CellClass)
    const derived = deriveDuties(
      content,
      basis({
        event: 'COM-02',
        legalClass,
        concernOrConsent: cell('concern or consent') === 'yes',
        answers: meaningOf(orders, cell('the order')),
      }),
    )
    for (const [column, recipient] of [
      ['social worker', 'social-worker'],
      ['reviewing officer', 'reviewing-officer'],
      ['health visitor', 'health-visitor'],
    ] as const) {
      const one = derived.find((each) => each.recipient === recipient)
      const words = one?.kind === 'question' ? `question ${one.question}` : one?.kind
      expect(words, column).toBe(cell(column))
    }
  })
})

const anyBasis: fc.Arbitrary<DutyBasis> = fc.record({
  event: fc.constantFrom(...content.events.map(({ id }) => id)),
  occurredAt: fc
    .integer({ min: 0, max: 500_000 })
    .map((minutes) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString()),
  startsAt: fc.option(fc.constant('2026-12-07T10:00:00.000Z')),
  legalClass: fc.option(fc.constantFrom(...dutyClasses)),
  concernOrConsent: fc.boolean(),
  babyDays: fc.option(fc.integer({ min: 0, max: 365 })),
  holders: fc.array(
    fc.record({
      personId: fc.constantFrom('p1', 'p2'),
      name: fc.constant('Robin Test'),
      responsibility: fc.constantFrom('yes', 'no', 'not-known'),
      safeToContact: fc.constantFrom(...safeToContact),
      contactThrough: fc.option(fc.constant('Aunt May')),
    }),
    { maxLength: 2 },
  ),
  answers: fc.dictionary(
    fc.constantFrom(...content.questions.map(({ id }) => id), 'holds-responsibility:p1'),
    fc.constantFrom('yes', 'no'),
  ),
})

describe('of every event, class, hour and tie', () => {
  test('everybody in the row is accounted for, each with a source', () => {
    fc.assert(
      fc.property(anyBasis, (facts) => {
        const derived = deriveDuties(content, facts)
        const row = content.events.find(({ id }) => id === facts.event)
        for (const recipient of new Set(row?.cells.map((cell) => cell.recipient)))
          if (recipient !== 'holder')
            expect(derived.filter(({ key }) => key === recipient)).toHaveLength(1)
        for (const one of derived) {
          expect(one.source.length).toBeGreaterThan(0)
          if (one.kind === 'considered') expect(one.because.length).toBeGreaterThan(0)
          else if (one.limit.kind !== 'before' && one.limit.kind !== 'working-days-before')
            expect((one.dueAt ?? '') > facts.occurredAt).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('nobody who is not known to be safe to contact is ever told by the unit', () => {
    fc.assert(
      fc.property(anyBasis, (facts) => {
        for (const one of deriveDuties(content, facts)) {
          if (one.kind === 'considered' || one.recipient !== 'holder') continue
          for (const tie of facts.holders)
            if (tie.personId === one.personId)
              expect(['yes', 'only-through']).toContain(tie.safeToContact)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('a higher class never drops a duty', () => {
    fc.assert(
      fc.property(anyBasis, (facts) => {
        const keys = (legalClass: CellClass) =>
          deriveDuties(content, { ...facts, legalClass })
            .filter(({ kind }) => kind !== 'considered')
            .map(({ key }) => key)
        const [none, c, l] = [keys('none'), keys('C'), keys('L')]
        expect(c).toEqual(expect.arrayContaining(none))
        expect(l).toEqual(expect.arrayContaining(c))
      }),
      { numRuns: 500 },
    )
  })
})
