import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measureFaults } from '#domain/assurance/catalogue.ts'
import { figureOf } from '#domain/assurance/measure.ts'
import { formatTime, periodOfDays } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { dutyEventsOf } from '#domain/unwell-baby/duty-events.ts'
import { birthsSince, type UnwellBabyFacts } from '#domain/unwell-baby/facts.ts'
import {
  drillHeld,
  episodesClosed,
  escortDecided,
  firstObservations,
  helpReached,
  unwellBabyMeasures,
} from '#domain/unwell-baby/measures.ts'
import type { EscortDecision, RecordedSet } from '#domain/unwell-baby/record.ts'
import { meaningOf } from '../../support/truth-words.ts'
import { at, concern, contact, infection, outcome, recordedSet, version } from './builders.ts'
import { escortChoice, escortFacts } from './escort-builders.ts'
import { linesUnder } from './page.ts'
import { escortRules, rules } from './rules-of-the-unit.ts'

const ids = { feverId: 'fever-1', sepsisId: 'sepsis-1', pewsId: 'pews-1', routesId: 'routes-1' }

const nothing = (): UnwellBabyFacts => ({
  concerns: [{ ...concern(), ...ids }],
  births: [{ pairId: 'pair-1', version: 1, auditSeq: 0, bornOn: '2026-07-20' }],
  sets: [],
  infection: [],
  raises: [],
  contacts: [],
  escorts: [],
  departures: [],
  outcomes: [],
  debriefs: [],
  drills: [],
  pairs: [{ recordId: 'pair-1', version: 1, endedAt: null }],
  fever: [{ recordId: 'fever-1', content: rules.fever }],
  sepsis: [{ recordId: 'sepsis-1', content: rules.sepsis }],
  pews: [{ recordId: 'pews-1', content: rules.pews }],
  routes: [{ recordId: 'routes-1', content: rules.routes }],
  escortRules: [{ recordId: 'escort-1', content: escortRules }],
  recordingSince: '2020-01-01T00:00:00.000Z',
})

const skipped = (set: RecordedSet): RecordedSet => ({
  ...set,
  groups: {},
  readings: { 'heart-rate': { kind: 'not-measured', because: 'carer-refused' } },
})

const departure = (leftAt: Instant, changes = {}) => ({
  ...version(),
  episodeId: 'episode-1',
  leftAt,
  destination: 'Emergency department',
  arrivedAt: at('14:50'),
  handedOverTo: null,
  handedOverAt: null,
  motherCannotGo: false,
  returnedAt: null,
  ...changes,
})

type Change = (facts: UnwellBabyFacts, ...times: string[]) => Partial<UnwellBabyFacts>

const moved = (facts: UnwellBabyFacts, time: string) => ({
  concerns: [...facts.concerns, { ...concern({ version: 2, recognisedAt: at(time) }), ...ids }],
})
const noticed = (
  facts: UnwellBabyFacts,
  code: 'green-vomit' | 'bruise-or-injury' | 'collapse' | 'less-active',
) => ({
  concerns: facts.concerns.map((one) => ({ ...one, findings: [code] })),
})
const walks = ({ concerns }: Pick<UnwellBabyFacts, 'concerns'>) => ({
  concerns: concerns.map((one) => ({ ...one, mobility: 'mobile' as const })),
})
const set = (
  facts: UnwellBabyFacts,
  values: Parameters<typeof recordedSet>[0],
  changes: Partial<RecordedSet> = {},
) => ({
  sets: [...facts.sets, recordedSet(values, changes)],
})
const reached = (facts: UnwellBabyFacts, whom: Parameters<typeof contact>[0]) => ({
  contacts: [...facts.contacts, contact(whom)],
})
const ended = (facts: UnwellBabyFacts, changes: Parameters<typeof outcome>[0]) => ({
  outcomes: [...facts.outcomes, outcome(changes)],
})
const december = (words: string) => {
  const [day = '', time = ''] = words.split(' Dec ')
  return `2026-12-${day.padStart(2, '0')}T${time}:00.000Z`
}

const patterns: [RegExp, Change][] = [
  [/^(?:nothing|a concern)$/, () => ({})],
  [/^a well set$/, (f) => set(f, {})],
  [/^set (\S+)$/, (f, t = '') => set(f, {}, { observedAt: at(t) })],
  [
    /^set (\S+) withdrawn$/,
    (f, t = '') => {
      const first = recordedSet({}, { observedAt: at(t) })
      return { sets: [...f.sets, first, { ...first, version: 2, withdrawn: true }] }
    },
  ],
  [
    /^set (\S+) of reasons for skipping$/,
    (f, t = '') => ({ sets: [...f.sets, skipped(recordedSet({}, { observedAt: at(t) }))] }),
  ],
  [/^recognised (\S+) after all$/, (f, t = '') => moved(f, t)],
  [/^heart rate (\d+)$/, (f, rate = '') => set(f, { 'heart-rate': Number(rate) })],
  [
    /^corrected to (\d+)$/,
    (f, rate = '') =>
      set(f, { 'heart-rate': Number(rate) }, { recordId: f.sets[0]?.recordId ?? '', version: 2 }),
  ],
  [/^infection ruled out$/, () => ({ infection: [infection({ auditSeq: 0 })] })],
  [/^less active, temperature not taken$/, (f) => noticed(f, 'less-active')],
  [/^less active$/, (f) => noticed(f, 'less-active')],
  [/^temperature not taken$/, () => ({})],
  [/^green vomit$/, (f) => noticed(f, 'green-vomit')],
  [/^bruise$/, (f) => noticed(f, 'bruise-or-injury')],
  [/^bruise of a baby who walks$/, (f) => walks(noticed(f, 'bruise-or-injury'))],
  [
    /^bruise at (\S+) of a walking baby$/,
    (f, t = '') => ({
      ...walks(f),
      ...set(f, {}, { observedAt: at(t), findings: ['bruise-or-injury'] }),
    }),
  ],
  [/^collapse$/, (f) => noticed(f, 'collapse')],
  [/^999$/, (f) => reached(f, {})],
  [/^999 reached without a time$/, (f) => reached(f, { reachedAt: null })],
  [/^999 reached without a name$/, (f) => reached(f, { reachedName: null })],
  [
    /^999 not known whether reached$/,
    (f) => reached(f, { reached: 'not-known', reachedAt: null, reachedName: null }),
  ],
  [/^999 (\d\S+)$/, (f, t = '') => reached(f, { reachedAt: at(t) })],
  [/^NHS 111 (\S+)$/, (f, t = '') => reached(f, { whom: 'nhs-111', reachedAt: at(t) })],
  [
    /^nurse in charge (\S+)$/,
    (f, t = '') => reached(f, { whom: 'nurse-in-charge', reachedAt: at(t) }),
  ],
  [/^ward doctor (\S+)$/, (f, t = '') => reached(f, { whom: 'ward-doctor', reachedAt: at(t) })],
  [
    /^on-call paediatrics (\S+)$/,
    (f, t = '') => reached(f, { whom: 'on-call-paediatrics', reachedAt: at(t) }),
  ],
  [
    /^emergency department (\S+)$/,
    (f, t = '') => reached(f, { whom: 'emergency-department', reachedAt: at(t) }),
  ],
  [/^left (\S+)$/, (_, t = '') => ({ departures: [departure(at(t))] })],
  [/^left$/, () => ({ departures: [departure(at('14:30'))] })],
  [
    /^mother cannot go$/,
    (f) => ({ departures: f.departures.map((one) => ({ ...one, motherCannotGo: true })) }),
  ],
  [/^well outcome (\S+)$/, (f, t = '') => ended(f, { at: at(t) })],
  [/^well outcome$/, (f) => ended(f, {})],
  [
    /^doctor signs the outcome (\S+)$/,
    (f, t = '') => ended(f, { at: at(t), signedByDoctor: true }),
  ],
  [/^transferred$/, (f) => ended(f, { kind: 'transferred' })],
  [/^died (\S+)$/, (f, t = '') => ended(f, { kind: 'died', at: at(t) })],
  [/^died$/, (f) => ended(f, { kind: 'died' })],
  [/^entered in error (\S+)$/, (f, t = '') => ended(f, { kind: 'entered-in-error', at: at(t) })],
  [/^entered in error$/, (f) => ended(f, { kind: 'entered-in-error' })],
  [
    /^stay ended 23 Nov (\S+)$/,
    (_, t = '') => ({ pairs: [{ recordId: 'pair-1', version: 2, endedAt: at(t) }] }),
  ],
  [
    /^debrief (\d+ Dec \S+)$/,
    (_, t = '') => ({
      debriefs: [
        { ...version(), episodeId: 'episode-1', heldAt: december(t), learning: 'Ring sooner' },
      ],
    }),
  ],
]

function recorded(words: string): UnwellBabyFacts {
  let facts = nothing()
  for (const part of words.split(', ')) {
    const found = patterns.find(([pattern]) => pattern.test(part))
    if (!found) throw new Error(`"${part}" means nothing here`)
    const [pattern, change] = found
    facts = { ...facts, ...change(facts, ...(pattern.exec(part)?.slice(1) ?? [])) }
  }
  return facts
}

const year = periodOfDays('2026-01-01', '2026-12-31')
const cutAt = (instant: Instant) => ({ at: instant, auditSeq: Number.MAX_SAFE_INTEGER })
const cutOf = (words: string) =>
  cutAt(words.includes('Dec') ? december(words) : at(words.replace('23 Nov ', '')))

describe.each([
  ['12. Measure 5e-1', firstObservations, '5e-1'],
  ['13. Measure 5e-2', helpReached, '5e-2'],
  ['15. Measure 5e-6', episodesClosed, '5e-6'],
] as const)('%s', (heading, measure, column) => {
  test.each(linesUnder('unwell-baby', heading))('%s', (_, cell) => {
    const members = measure.members(recorded(cell('recorded')), year, cutOf(cell('cut')))
    expect(members.map((member) => member.class)).toEqual([cell(column)])
  })
})

describe('14. measure 5e-3', () => {
  const close = escortFacts({ level: { code: 'SUP-2', from: 'hospital' } })
  const says = {
    babyEscorts: 1,
    motherEscorts: 1,
    section17Escort: false,
    motherMayGo: 'with-escort',
  } as const
  const decided: Record<string, Partial<EscortDecision>> = {
    'as the rules say': {},
    higher: { choice: { ...says, babyEscorts: 2, motherMayGo: 'no' } },
    lower: { choice: { ...says, babyEscorts: 0 } },
    'lower by override': { choice: { ...says, babyEscorts: 0 }, overrideId: 'override-1' },
    'without its facts': { facts: null },
    'by rules that are not there': { ruleSetId: 'escort-0' },
  }
  test.each(linesUnder('unwell-baby', '14. Measure 5e-3'))('%s', (_, cell) => {
    const facts = { ...nothing(), departures: [departure(at('14:30'))] }
    const escorts: EscortDecision[] = []
    let outcomes = facts.outcomes
    for (const part of cell('escort decided; the baby leaves at 14:30').split('; ')) {
      if (part === 'none') continue
      if (part.startsWith('entered in error')) {
        outcomes = [outcome({ kind: 'entered-in-error', at: at('15:00') })]
        continue
      }
      const [words = '', time = ''] = part.split(', ')
      escorts.push(
        escortChoice({
          facts: close,
          choice: says,
          decidedAt: at(time),
          ...meaningOf(decided, words),
        }),
      )
    }
    const [member] = escortDecided.members(
      { ...facts, escorts, outcomes },
      year,
      cutAt(at('23:00')),
    )
    expect(`${member?.class}${member?.overridden ? ', overridden' : ''}`).toBe(cell('5e-3'))
  })
})

describe('16. measure 5e-7', () => {
  const months = [
    'Jan',
    'Feb',
    'Mar',
    'Apr',
    'May',
    'Jun',
    'Jul',
    'Aug',
    'Sep',
    'Oct',
    'Nov',
    'Dec',
  ]
  const dateOfWords = (words: string) => {
    const [day = '', month = '', of = ''] = words.split(' ')
    return `${of}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
  }
  const noon = (words: string) => `${dateOfWords(words)}T12:00:00.000Z`
  test.each(linesUnder('unwell-baby', '16. Measure 5e-7'))('%s', (_, cell) => {
    const [first = '', last = ''] = cell('period').split(' to ')
    const drills =
      cell('drill') === 'none'
        ? []
        : [
            {
              ...version(),
              heldAt: noon(cell('drill')),
              scenario: 'Fit in the lounge',
              learning: 'Grab bag moved',
            },
          ]
    const facts = { ...nothing(), drills, recordingSince: noon(cell('recording since')) }
    const members = drillHeld.members(
      facts,
      periodOfDays(dateOfWords(first), dateOfWords(last)),
      cutAt(noon(cell('cut'))),
    )
    expect(members.map((one) => `${one.key} ${one.class}`).join(', ')).toBe(cell('5e-7'))
  })
})

describe('17. events that others must be told of', () => {
  test.each(linesUnder('unwell-baby', '17. Events'))('%s', (_, cell) => {
    const { concerns, births, ...facts } = recorded(cell('recorded'))
    const episode = { ...facts, concern: concerns, births, responders: [] }
    const events = dutyEventsOf(rules, episode).map(
      ({ event, occurredAt }) => `${event} ${formatTime(occurredAt)}`,
    )
    expect(events.join(', ') || '-').toBe(cell('events'))
  })
})

const everyWord = ['12. Measure 5e-1', '13. Measure 5e-2', '15. Measure 5e-6'].flatMap((heading) =>
  linesUnder('unwell-baby', heading).map(([, cell]) => cell('recorded')),
)

describe('every measure', () => {
  test('agrees with the catalogue', () => {
    for (const { members: _, ...meta } of unwellBabyMeasures)
      expect(measureFaults(meta)).toEqual([])
  })

  test('puts every member in one class, and the classes add up to the population', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...everyWord), { maxLength: 5 }),
        fc.integer({ min: 0, max: 23 * 60 + 59 }),
        (words, minute) => {
          const many = words.map((one, index) => inEpisode(recorded(one), `episode-${index}`))
          const facts = joined(many)
          const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
          for (const measure of unwellBabyMeasures) {
            const members = measure.members(facts, year, cutAt(at(time)))
            const figure = figureOf(members)
            expect(figure.pass + figure.fail + figure.incomplete + figure.notEligible).toBe(
              members.length,
            )
            expect(figure.population).toBe(members.length)
            expect(new Set(members.map(({ key }) => key)).size).toBe(members.length)
            for (const { reason } of members) expect(reason).not.toBe('')
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  test('places an episode by its recognition: the first instant is in the period, the last is not', () => {
    const counted = (recognisedAt: Instant) =>
      firstObservations.members(
        { ...nothing(), concerns: [{ ...concern({ recognisedAt }), ...ids }] },
        year,
        cutAt('2027-06-01T00:00:00.000Z'),
      ).length
    expect(counted(year.from)).toBe(1)
    expect(counted(year.to)).toBe(0)
  })

  test('an episode that was withdrawn is not one', () => {
    const [first] = nothing().concerns
    if (!first) throw new Error('no concern')
    const facts = { ...nothing(), concerns: [first, { ...first, version: 2, withdrawn: true }] }
    expect(firstObservations.members(facts, year, cutAt(at('23:00')))).toEqual([])
  })

  test('a rule set that is missing is a bug, not a pass', () => {
    expect(() =>
      helpReached.members({ ...nothing(), fever: [] }, year, cutAt(at('23:00'))),
    ).toThrow('fever-1')
  })
})

test('a birth is read as it stood when the concern was recorded, and in every version since', () => {
  const births = [1, 5, 9].map((auditSeq) => ({ auditSeq }))
  const since = (auditSeq: number) => birthsSince(births, auditSeq).map((one) => one.auditSeq)
  expect(since(7)).toEqual([5, 9])
  expect(since(5)).toEqual([5, 9])
  expect(since(20)).toEqual([9])
  expect(since(0)).toEqual([1, 5, 9])
})

/** The facts of one episode under another id. */
function inEpisode(facts: UnwellBabyFacts, episodeId: string): UnwellBabyFacts {
  const own = <Row extends { episodeId: string }>(rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, episodeId }))
  return {
    ...facts,
    concerns: facts.concerns.map((one) => ({ ...one, recordId: episodeId })),
    sets: own(facts.sets),
    infection: own(facts.infection),
    contacts: own(facts.contacts),
    departures: own(facts.departures),
    outcomes: own(facts.outcomes),
    debriefs: own(facts.debriefs),
  }
}

function joined(many: readonly UnwellBabyFacts[]): UnwellBabyFacts {
  const all = <
    Key extends
      | 'concerns'
      | 'sets'
      | 'infection'
      | 'contacts'
      | 'departures'
      | 'outcomes'
      | 'debriefs',
  >(
    key: Key,
  ) => many.flatMap((one) => [...one[key]] as UnwellBabyFacts[Key][number][])
  return {
    ...nothing(),
    concerns: all('concerns'),
    sets: all('sets'),
    infection: all('infection'),
    contacts: all('contacts'),
    departures: all('departures'),
    outcomes: all('outcomes'),
    debriefs: all('debriefs'),
  }
}
