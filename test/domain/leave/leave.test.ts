import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escortApart } from '#domain/leave/apart.ts'
import { leaveApartRuleSet } from '#domain/leave/apart-content.ts'
import { type BabyFacts, leaveEscort, loweredStaff, silentAnswers } from '#domain/leave/escort.ts'
import {
  departureFaults,
  foundFaults,
  missingFaults,
  requestFaults,
  returnFaults,
} from '#domain/leave/faults.ts'
import { whyLeft } from '#domain/leave/never-left.ts'
import { type Carer, carers } from '#domain/leave/record.ts'
import { leaveEscortRuleSet, leaveLimitsRuleSet } from '#domain/leave/rule-content.ts'
import {
  coveringLeave,
  positionOf,
  type Section17Leave,
  section17Faults,
} from '#domain/leave/section-17.ts'
import { leaveStanding, missingSinceOf, whoIsMissingNow } from '#domain/leave/standing.ts'
import { addDays, addMinutes } from '#domain/shared/calendar.ts'
import { saysYesNo } from '#domain/shared/escort/escort.ts'
import type { EscortContact } from '#domain/shared/escort/escort-content.ts'
import { legalStatusCodes } from '#domain/shared/legal-status.ts'
import { mentalHealthActCodes } from '#domain/shared/mental-health-act.ts'
import { cellLevels, type Place } from '#domain/supervision/codes.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'

const root = join(import.meta.dirname, '../../..')
const page = readFileSync(join(root, 'docs/states/leave.md'), 'utf8')
const shipped = (kind: string) =>
  JSON.parse(readFileSync(join(root, `drizzle/seed/rule-sets/${kind}.json`), 'utf8')).content
const content = leaveEscortRuleSet.content.parse(shipped('leave-escort'))
const apart = leaveApartRuleSet.content.parse(shipped('leave-baby-apart'))

/** A time of 2 February 2026, when the ward's clock is UTC. */
const at = (time: string) => `2026-02-02T${time}:00.000Z`
const lines = (heading: string) => tableUnder(page, heading).map((row) => [row.line, row] as const)
const yes = (value: boolean) => (value ? 'yes' : 'no')

function leaveOf(words: string): Section17Leave[] {
  if (words === '-') return []
  const [, place, from, to] = /^(\w+) ([\d:]+) to ([\d:]+)/.exec(words) ?? []
  const revoked = /revoked ([\d:]+)/.exec(words)?.[1]
  return [
    {
      recordId: 'leave',
      escorted: words.includes('escorted'),
      places: [place as Place],
      grantedAt: at(/granted ([\d:]+)/.exec(words)?.[1] ?? '08:00'),
      startsAt: at(from ?? ''),
      endsAt: at(to ?? ''),
      ministryDocument: words.includes('ministry') ? 'Letter' : null,
      revokedAt: revoked ? at(revoked) : null,
    },
  ]
}
const journey = { place: 'home', plannedOutAt: at('10:00'), plannedBackAt: at('16:00') } as const
const codeOf = (cell: string) => (cell.startsWith('not recorded') ? null : cell.slice(0, 2))

describe('the mother’s position under the Mental Health Act', () => {
  it.each(lines('1. The mother'))('line %s of docs/states/leave.md', (_, row) => {
    const leave = coveringLeave(leaveOf(row.leave ?? ''), journey, at('10:00'))
    const position = positionOf(codeOf(row.mother ?? ''), leave)
    expect([position.state, yes(position.mayGo), yes(position.section17Escort)]).toEqual([
      row.state,
      row['may go'],
      row['escort of the leave'],
    ])
  })

  it('names the Act in full in every word of it', () => {
    for (const code of mentalHealthActCodes)
      for (const text of positionOf(code, undefined).text)
        if (/section \d/i.test(text)) expect(text).toContain('Mental Health Act')
  })
})

const contacts: Record<EscortContact, string> = {
  'social-worker': 'SW',
  'responsible-clinician': 'RC',
  'holders-of-responsibility': 'PR',
  'reviewing-officer': 'IRO',
}
const anyLeave: Section17Leave = {
  recordId: 'leave',
  escorted: false,
  places: ['home'],
  grantedAt: at('08:00'),
  startsAt: at('09:00'),
  endsAt: at('18:00'),
  ministryDocument: null,
  revokedAt: null,
}
const sayWords = {
  '-': {},
  'plan yes': { planSays: 'yes' },
  'authority yes': { authoritySays: 'yes' },
  'authority no': { authoritySays: 'no' },
} as const

describe('who goes along with the baby', () => {
  it.each(lines('2. Who goes along'))('line %s of docs/states/leave.md', (_, row) => {
    const code = codeOf(row.mother ?? '')
    const child = row.child ?? ''
    const answer = leaveEscort(content, {
      mentalHealthAct: code,
      position: positionOf(code, row.mother?.includes('covered') ? anyLeave : undefined),
      answers: { ...silentAnswers, ...meaningOf<object>(sayWords, row.says) },
      babies: [
        {
          pairId: 'pair',
          level: { code: row.level ?? '', from: row.from as 'place' | 'fallback' },
          childCodes: child === 'not recorded' ? null : child.split(' '),
          authorityRequirement: row.limit === 'yes' ? 'Never alone' : null,
        },
      ],
    })
    const reach = answer.reach.map(({ whom }) => contacts[whom]).sort()
    expect({
      rows: answer.rows.map(({ id }) => id).sort(),
      baby: answer.approvedAdult ? 'adult' : String(answer.babyEscorts),
      mother: String(answer.motherEscorts),
      held: yes(answer.held.length > 0),
      reach,
    }).toEqual({
      rows: (row.rows ?? '').split(', '),
      baby: row.baby,
      mother: row['staff for mother'],
      held: row.held,
      reach: row.reach === '-' ? [] : (row.reach ?? '').split(', ').sort(),
    })
  })
})

const someBaby: fc.Arbitrary<BabyFacts> = fc.record({
  pairId: fc.uuid(),
  level: fc.record({
    code: fc.constantFrom<string>(...cellLevels, 'another'),
    from: fc.constantFrom('place' as const, 'fallback' as const),
  }),
  childCodes: fc.option(
    fc.uniqueArray(fc.constantFrom(...legalStatusCodes), { minLength: 1, maxLength: 4 }),
  ),
  authorityRequirement: fc.option(fc.constant('A limit of the court')),
})
const someFacts = fc
  .record({
    mentalHealthAct: fc.option(fc.constantFrom(...mentalHealthActCodes)),
    leave: fc.option(
      fc.record({
        recordId: fc.uuid(),
        escorted: fc.boolean(),
        places: fc.constant<Place[]>(['home']),
        grantedAt: fc.constant(at('08:00')),
        startsAt: fc.constant(at('09:00')),
        endsAt: fc.constant(at('18:00')),
        ministryDocument: fc.option(fc.constant('Letter')),
        revokedAt: fc.constant(null),
      }),
      { nil: undefined },
    ),
    answers: fc.record({
      planSays: fc.constantFrom(...saysYesNo),
      authoritySays: fc.constantFrom(...saysYesNo),
      consentSays: fc.constantFrom(...saysYesNo),
    }),
    babies: fc.array(someBaby, { maxLength: 3 }),
  })
  .map(({ leave, ...facts }) => ({
    ...facts,
    position: positionOf(facts.mentalHealthAct, leave),
  }))

describe('every combination', () => {
  it('of place, level, status, limit and Act has a row', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const answer = leaveEscort(content, facts)
        if (facts.babies.length > 0) expect(answer.rows.length).toBeGreaterThan(0)
      }),
      { numRuns: 1000 },
    )
  })

  it('by which she may not go is held, whatever is answered', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        if (!facts.position.mayGo) expect(leaveEscort(content, facts).held).not.toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('with a limit of a court or an authority that nobody has said yes to is held', () => {
    fc.assert(
      fc.property(someFacts, someBaby, (facts, baby) => {
        const limited = { ...baby, authorityRequirement: 'Never alone' }
        const answers = { ...facts.answers, authoritySays: 'not-said' as const }
        const answer = leaveEscort(content, {
          ...facts,
          answers,
          babies: [...facts.babies, limited],
        })
        expect(answer.held.join()).toContain('Never alone')
      }),
      { numRuns: 500 },
    )
  })

  it('keeps the baby from a mother whom the grid keeps from the baby there', () => {
    fc.assert(
      fc.property(
        someFacts,
        someBaby,
        fc.constantFrom('SUP-0', 'not-allowed'),
        (facts, baby, code) => {
          const kept = { ...baby, level: { ...baby.level, code } }
          const answer = leaveEscort(content, { ...facts, babies: [...facts.babies, kept] })
          expect(answer.held).not.toEqual([])
        },
      ),
      { numRuns: 500 },
    )
  })

  it('a further baby never asks for less', () => {
    fc.assert(
      fc.property(someFacts, someBaby, (facts, baby) => {
        const one = leaveEscort(content, facts)
        const more = leaveEscort(content, { ...facts, babies: [...facts.babies, baby] })
        expect(more.babyEscorts).toBeGreaterThanOrEqual(one.babyEscorts)
        expect(more.motherEscorts).toBeGreaterThanOrEqual(one.motherEscorts)
        expect(more.held.length).toBeGreaterThanOrEqual(one.held.length)
      }),
      { numRuns: 500 },
    )
  })

  it('of the fallback goes with a member of staff at least', () => {
    fc.assert(
      fc.property(someFacts, someBaby, (facts, baby) => {
        const level = { code: 'SUP-1', from: 'fallback' } as const
        const answer = leaveEscort(content, { ...facts, babies: [{ ...baby, level }] })
        expect(answer.babyEscorts).toBeGreaterThanOrEqual(1)
      }),
      { numRuns: 500 },
    )
  })

  it('less staff is named, more never is', () => {
    const rule = { babyEscorts: 1, motherEscorts: 1 }
    expect(loweredStaff(rule, { babyEscorts: 2, motherEscorts: 1 })).toEqual([])
    expect(loweredStaff(rule, { babyEscorts: 0, motherEscorts: 0 })).toEqual([
      'Staff for the baby',
      'Staff for the mother',
    ])
  })
})

const saysOf = (words: string) =>
  Object.fromEntries(
    words === '-'
      ? []
      : words
          .split(', ')
          .map((one) => one.split(' '))
          .map(([who, says]) => [`${who}Says`, says]),
  )

describe('a baby who goes without the mother', () => {
  it.each(lines('6. A baby who goes out'))('line %s of docs/states/leave.md', (_, row) => {
    const child = row.child ?? ''
    const answer = escortApart(content, apart, {
      carer: row.carer as Carer,
      answers: { ...silentAnswers, ...saysOf(row.says ?? '') },
      babies: [
        {
          pairId: 'pair',
          level: { code: 'without-mother', from: 'place' },
          childCodes: child === 'not recorded' ? null : child.split(' '),
          authorityRequirement: row.limit === 'yes' ? 'Never with the father' : null,
        },
      ],
    })
    expect({
      rows: answer.rows.map(({ id }) => id).sort(),
      baby: String(answer.babyEscorts),
      held: yes(answer.held.length > 0),
      reach: answer.reach.map(({ whom }) => contacts[whom]).sort(),
    }).toEqual({
      rows: (row.rows ?? '').split(', '),
      baby: row.staff,
      held: row.held,
      reach: (row.reach ?? '').split(', ').sort(),
    })
  })

  const someApart = fc.record({
    carer: fc.constantFrom(...carers),
    answers: fc.record({
      planSays: fc.constantFrom(...saysYesNo),
      authoritySays: fc.constantFrom(...saysYesNo),
      consentSays: fc.constantFrom(...saysYesNo),
    }),
    babies: fc.array(someBaby, { minLength: 1, maxLength: 3 }),
  })

  it('has a row, needs nobody for the mother, and never goes on silence', () => {
    fc.assert(
      fc.property(someApart, (facts) => {
        const answer = escortApart(content, apart, facts)
        expect(answer.rows.length).toBeGreaterThan(0)
        expect(answer.motherEscorts).toBe(0)
        const silent = escortApart(content, apart, { ...facts, answers: silentAnswers })
        expect(silent.held).not.toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('a limit of a court or an authority holds whatever a parent says', () => {
    fc.assert(
      fc.property(someApart, someBaby, (facts, baby) => {
        const limited = { ...baby, authorityRequirement: 'Never with the father' }
        const answer = escortApart(content, apart, {
          ...facts,
          answers: { planSays: 'yes', consentSays: 'yes', authoritySays: 'not-said' },
          babies: [...facts.babies, limited],
        })
        expect(answer.held.join()).toContain('Never with the father')
      }),
      { numRuns: 500 },
    )
  })
})

describe('how a leave stands', () => {
  const limits = leaveLimitsRuleSet.content.parse(shipped('leave-limits'))
  it('by limits that are data, a baby’s the shorter', () => {
    expect([limits.withBaby.limit, limits.withoutBaby.limit]).toEqual([
      { kind: 'minutes', minutes: 30 },
      { kind: 'minutes', minutes: 60 },
    ])
  })

  const returned = (words: string) =>
    words === '-'
      ? []
      : words.split('; ').map((one) => ({
          mother: one.includes('mother'),
          babies: /baby \d|baby$/.test(one) ? ['baby'] : [],
          backAt: at(/\d\d:\d\d/.exec(one)?.[0] ?? ''),
          ...saidOf(one),
        }))

  /** "baby out until 12:00", "baby nobody knows where": what was said of who stays out. */
  const saidOf = (words: string) => {
    const until = /out until ([\d:]+)/.exec(words)?.[1]
    if (until) return { outDueBackAt: at(until), outMissingAt: addMinutes(at(until), 30) }
    const back = at(/\d\d:\d\d/.exec(words)?.[0] ?? '')
    return words.includes('nobody knows')
      ? { outDueBackAt: back, outMissingAt: back }
      : { outDueBackAt: null, outMissingAt: null }
  }

  /** The people of "mother, baby begun; baby found" for one of the words. */
  const sought = (words: string, how: string) => {
    const who = words.split('; ').filter((one) => one.endsWith(how))
    return {
      mother: who.some((one) => one.includes('mother')),
      babies: who.some((one) => one.includes('baby')) ? ['baby'] : [],
    }
  }

  it.each(lines('3. How a leave stands'))('line %s of docs/states/leave.md', (_, row) => {
    const [outcome, changed] = (row.decided ?? '').split(', ')
    const { state, each } = leaveStanding(
      {
        plannedOutAt: at('10:00'),
        version: changed ? 2 : 1,
        decision:
          outcome === '-' ? null : { outcome: outcome as 'agreed' | 'refused', leaveVersion: 1 },
        departure:
          row.left !== '-'
            ? {
                mother: row.left !== 'baby alone',
                babies: ['baby'],
                leftAt: at('10:00'),
                dueBackAt: at('16:00'),
                missingAt: at('16:30'),
              }
            : null,
        returns: returned(row.back ?? ''),
        searching: sought(row.search ?? '', 'begun'),
        found: sought(row.search ?? '', 'found'),
      },
      at(row.now ?? ''),
    )
    const who = each
      .flatMap((one) => {
        const how = one.found ? 'found' : one.state
        return [...(one.mother ? ['mother'] : []), ...one.babies].map((name) => `${name} ${how}`)
      })
      .sort()
      .reverse()
      .join(', ')
    expect([state, who || '-']).toEqual([row.state, row['still out']])
  })

  it('of a mother searched for alone never says that a baby who is out is not with her', () => {
    const mother = { mother: true, babies: [] }
    expect(whoIsMissingNow(mother, { mother: false, babies: [] })).toBe('mother')
    expect(whoIsMissingNow(mother, { mother: false, babies: ['baby'] })).toBe('mother-baby-out')
    const both = { mother: true, babies: ['baby'] }
    expect(whoIsMissingNow(both, { mother: false, babies: ['baby'] })).toBe('mother-with-baby')
  })

  it('a search that is entered late counts from the limit', () => {
    expect(missingSinceOf(at('18:00'), at('16:30'))).toBe(at('16:30'))
    expect(missingSinceOf(at('16:10'), at('16:30'))).toBe(at('16:10'))
    expect(missingSinceOf(at('18:00'), null)).toBe(at('18:00'))
  })
})

describe('what cannot be true', () => {
  const stay = { arrivedAt: addDays(at('09:00'), -20), endedAt: null }
  const asked = {
    mother: true,
    carer: undefined as Carer | undefined,
    withWhom: '',
    babies: ['baby'],
    place: 'community-staff' as Place,
    address: '',
    newAddress: false,
    plannedOutAt: at('10:00'),
    plannedBackAt: at('16:00'),
  }
  const request = (more: Partial<typeof asked>, ended: string | null = null) =>
    requestFaults({ ...asked, ...more }, { ...stay, endedAt: ended }, ['baby'], at('09:00'))
  const plannedIn = (days: number) =>
    request({
      plannedOutAt: addDays(at('09:00'), days),
      plannedBackAt: addDays(at('16:00'), days),
    })
  const granted = (more: object) =>
    section17Faults(
      {
        grantedAt: at('08:00'),
        startsAt: at('10:00'),
        endsAt: addDays(at('10:00'), 366),
        ...more,
      },
      '03',
      at('09:00'),
    )
  const gone = (more: object) =>
    departureFaults(
      { leftAt: at('10:00'), babies: ['baby'], ...more },
      asked,
      at('09:30'),
      at('20:00'),
    )
  const came = (more: object) =>
    returnFaults(
      {
        backAt: at('15:00'),
        mother: true,
        babies: ['baby'],
        motherCondition: 'Calm',
        babyCondition: 'Well',
        ...more,
      },
      { mother: true, babies: ['baby'], leftAt: at('10:00') },
      'babies' in more ? ['baby'] : [],
      at('20:00'),
    )
  const motherOnlyBack = (stillOut?: object) =>
    came({ babies: [], babyCondition: '', ...(stillOut ? { stillOut } : {}) })
  const whereabouts = {
    known: true,
    where: 'The café by the gate',
    carer: 'responsibility',
    withWhom: 'S. Father',
    telephone: '07700 900456',
    dueAt: at('16:00'),
    consentBy: '',
  }
  const babyAlone = { mother: false, carer: 'responsibility' as const, withWhom: 'S. Father' }
  const nobody = { mother: false, babies: [] }
  const lost = (more: object, sought: { mother: boolean; babies: string[] } = nobody) =>
    missingFaults(
      { mother: true, babies: ['baby'], missingSince: at('16:30'), ...more },
      at('10:00'),
      ['baby'],
      sought,
      at('20:00'),
    )
  const ended = (more: object, out: string[] = []) =>
    foundFaults(
      {
        endedAt: at('17:00'),
        endedHow: 'found-elsewhere' as const,
        mother: true,
        babies: [],
        ...more,
      },
      { missingSince: at('16:30'), mother: true, babies: [] },
      out,
      at('20:00'),
    )
  const motherOnly = { mother: true, babies: [] }
  const entered = {
    'leave from 10:00 to 16:00': () => request({}),
    'leave that ends when it begins': () => request({ plannedBackAt: at('10:00') }),
    'leave of 29 days': () => request({ plannedBackAt: addDays(at('10:00'), 29) }),
    'leave 92 days ahead': () => plannedIn(92),
    'leave 93 days ahead': () => plannedIn(93),
    'leave of the year 2099': () => plannedIn(26_000),
    'the mother back, the baby due in the year 2099': () =>
      motherOnlyBack({ ...whereabouts, dueAt: addDays(at('14:00'), 26_000) }),
    'leave under section 17 for a year': () => granted({}),
    'leave under section 17 until the year 2099': () =>
      granted({ endsAt: addDays(at('10:00'), 26_000) }),
    'leave under section 17 from the year 2099': () =>
      granted({ startsAt: addDays(at('10:00'), 26_000), endsAt: addDays(at('10:00'), 26_001) }),
    'leave before she arrived': () => request({ plannedOutAt: addDays(at('10:00'), -21) }),
    'leave from a stay that has ended': () => request({}, at('09:00')),
    'leave with a baby who is not here': () => request({ babies: ['another'] }),
    'home without an address': () => request({ place: 'home' }),
    'left in the future': () =>
      departureFaults({ leftAt: at('10:03'), babies: [] }, asked, at('09:30'), at('10:00')),
    'left before it was agreed': () => gone({ leftAt: at('09:29') }),
    'left when they were due back': () => gone({ leftAt: at('16:00') }),
    'left with a baby who was not asked for': () => gone({ babies: ['another'] }),
    'back before they left': () => came({ backAt: at('09:59') }),
    'back in the future': () => came({ backAt: at('20:03') }),
    'nobody is back': () =>
      came({ mother: false, babies: [] }).filter(({ field }) => field === 'mother'),
    'the mother back without a word on how she was': () => came({ motherCondition: '' }),
    'the baby back without a word on how it was': () => came({ babyCondition: '' }),
    'a baby back who is not away': () =>
      came({ babies: ['another'] }).filter(({ field }) => field === 'babies'),
    'the mother back without the baby, and no word of it': () => motherOnlyBack(),
    'the mother back, the baby with its father until 16:00': () => motherOnlyBack(whereabouts),
    'the mother back, and nobody knows where the baby is': () => motherOnlyBack({ known: false }),
    'the mother back, the baby with nobody by name': () =>
      motherOnlyBack({ ...whereabouts, withWhom: '', carer: undefined }),
    'the mother back, the baby due before that': () =>
      motherOnlyBack({ ...whereabouts, dueAt: at('14:59') }),
    'leave of the baby with its father': () => request(babyAlone),
    'leave of the baby with nobody': () =>
      request({ ...babyAlone, carer: undefined, withWhom: '' }),
    'leave of nobody': () => request({ ...babyAlone, babies: [] }),
    'left without the baby whose leave it is': () =>
      departureFaults(
        { leftAt: at('10:00'), babies: [] },
        { ...asked, ...babyAlone },
        at('09:30'),
        at('20:00'),
      ),
    'missing in the future': () => lost({ missingSince: at('20:03') }),
    'missing before they left': () => lost({ missingSince: at('09:59') }),
    'nobody is missing': () => lost({ mother: false, babies: [] }),
    'found before they were missing': () => ended({ endedAt: at('16:00') }),
    'the mother missing, who is searched for already': () => lost({ babies: [] }, motherOnly),
    'the baby missing too, beside the mother': () => lost({ mother: false }, motherOnly),
    'found by nobody': () => ended({ mother: false }),
    'found who is not searched for': () => ended({ babies: ['baby'] }),
    'the mother found, the baby out with her, and no word of it': () => ended({}, ['baby']),
    'the mother found, and the baby is with her': () => ended({ withHer: true }, ['baby']),
    'the mother found, and the baby is not with her': () => ended({ withHer: false }, ['baby']),
    'the mother not found: the search is the police’s': () =>
      ended({ endedHow: 'with-police' }, ['baby']),
  }

  it.each(lines('4. What cannot be true'))('line %s of docs/states/leave.md', (_, row) => {
    const faults = meaningOf(entered, row['what is entered'])()
    expect(faults.map(({ field }) => field).join(', ') || 'nowhere').toBe(row['said at'])
  })
})

describe('a departure that is entered in error', () => {
  const search = (more: object) => ({
    mother: true,
    babies: ['baby'],
    endedAt: at('12:00'),
    endedHow: 'found-elsewhere' as const,
    ...more,
  })
  const open = { endedAt: null, endedHow: null }
  const searches = {
    none: [],
    'open, for the mother': [search({ ...open, babies: [] })],
    'open, for the baby': [search({ ...open, mother: false })],
    'never missing': [search({ endedHow: 'entered-in-error' })],
    found: [search({})],
    back: [search({ endedHow: 'returned' })],
    'found before': [search({ endedAt: at('09:59') })],
  }
  const recorded = {
    'mother and baby left': { mother: true, babies: ['baby'], leftAt: at('10:00') },
    'mother left': { mother: true, babies: [], leftAt: at('10:00') },
    'nobody left': null,
  }

  it.each(lines('8. A departure that is entered in error'))(
    'line %s of docs/states/leave.md',
    (_, row) => {
      const why = whyLeft(meaningOf(recorded, row.recorded), meaningOf(searches, row.searches))
      expect(why === null ? 'yes' : 'no').toBe(row['taken back'])
    },
  )
})
