import { describe, expect, test } from 'vitest'
import { formatTime } from '#domain/shared/calendar.ts'
import { limitText } from '#domain/shared/limits.ts'
import {
  asKnownThen,
  bandsReached,
  type EpisodeFacts,
  shownAside,
} from '#domain/unwell-baby/episode.ts'
import { demandsOf, escalationAt } from '#domain/unwell-baby/escalation.ts'
import { type BandKey, bandKeys, routeOf } from '#domain/unwell-baby/escalation-content.ts'
import type { FindingCode } from '#domain/unwell-baby/findings.ts'
import { nextStep } from '#domain/unwell-baby/next-step.ts'
import { helperLabels } from '#domain/unwell-baby/record.ts'
import { meaningOf } from '../../support/truth-words.ts'
import { at, concern, contact, episode, infection, recordedSet, version } from './builders.ts'
import { linesUnder } from './page.ts'
import { rules } from './rules-of-the-unit.ts'

const since = (facts: EpisodeFacts, band: BandKey, words: string) => {
  const reached = bandsReached(rules, facts).find((one) => one.band === band)
  if (reached) return `${words} from ${formatTime(reached.at)}`
  return shownAside(rules, facts).some((one) => one.band === band) ? 'shown aside' : 'nothing'
}

const fast = { 'heart-rate': 165 }

describe('3c. impaired immunity, over the episode', () => {
  const fastBreath = (time: string) =>
    recordedSet({ 'respiratory-rate': 55 }, { observedAt: at(time) })
  const found = (time: string) =>
    recordedSet({}, { observedAt: at(time), findings: ['impaired-immunity'] })
  const noticed = (finding: FindingCode) => [concern({ findings: [finding] })]
  const taken = found('14:05')
  const cases: Record<string, EpisodeFacts> = {
    'noticed with the concern, breathing rate 55 at 14:05': episode({
      concern: noticed('impaired-immunity'),
      sets: [fastBreath('14:05')],
    }),
    'found at 14:05, breathing rate 55 at 14:30': episode({
      sets: [found('14:05'), fastBreath('14:30')],
    }),
    'breathing rate 55 at 14:05, found at 14:30': episode({
      sets: [fastBreath('14:05'), found('14:30')],
    }),
    'found at 14:05, withdrawn, breathing rate 55 at 14:30': episode({
      sets: [taken, { ...taken, version: 2, withdrawn: true }, fastBreath('14:30')],
    }),
    'nasal flaring with the concern, found at 14:30': episode({
      concern: noticed('nasal-flaring'),
      sets: [found('14:30')],
    }),
    'found with breathing rate 55 at 14:05': episode({
      sets: [{ ...fastBreath('14:05'), findings: ['impaired-immunity'] }],
    }),
    'breathing rate 55 at 14:05': episode({ sets: [fastBreath('14:05')] }),
    'found at 14:05': episode({ sets: [found('14:05')] }),
    'infection ruled out, found at 14:05, breathing rate 55 at 14:30': episode({
      infection: [infection({ auditSeq: 0 })],
      sets: [found('14:05'), fastBreath('14:30')],
    }),
  }
  test.each(linesUnder('unwell-baby', '3c. Impaired immunity'))('%s', (_, cell) => {
    const facts = meaningOf(cases, cell('recorded'))
    expect(since(facts, 'sepsis-high', '').trim()).toBe(cell('sepsis high'))
  })

  test('is read into the tables that are shown for a set, from when it was known', () => {
    const [before, after] = [fastBreath('14:01'), fastBreath('14:30')]
    const facts = episode({ sets: [before, found('14:05'), after] })
    const shown = [before, after].map((set) =>
      asKnownThen(rules, facts, set).findings.includes('impaired-immunity'),
    )
    expect(shown).toEqual([false, true])
  })
})

describe('6. the infection gate', () => {
  const set = (auditSeq: number) => recordedSet(fast, { auditSeq })
  const by = (auditSeq: number, changes: Parameters<typeof infection>[0] = {}) =>
    infection({ auditSeq, ...changes })
  const first = (changes: Parameters<typeof infection>[0] = {}) =>
    episode({ sets: [set(7)], infection: [by(7, changes)] })
  const then = (changes: Parameters<typeof infection>[0], before: 'no' | 'yes' | null = 'no') =>
    episode({
      sets: [set(7)],
      infection: [
        ...(before ? [by(7, { answer: before })] : []),
        by(9, { answeredAt: at('14:30'), recordedAt: at('14:30'), ...changes }),
      ],
    })
  const cases: Record<string, EpisodeFacts> = {
    'not answered': episode({ sets: [set(7)] }),
    yes: first({ answer: 'yes' }),
    'not sure': first({ answer: 'not-sure' }),
    'no, by a nurse or doctor': first(),
    'no, by somebody else': first({ byNurseOrDoctor: false }),
    'no by a nurse, then not sure at 14:30': then({ answer: 'not-sure' }),
    'no by a nurse, then yes at 14:30': then({ answer: 'yes' }),
    'no by a nurse, withdrawn at 14:30': then({ answer: 'no', withdrawn: true, version: 2 }),
    'not answered, then no by a nurse at 14:30': then({ answer: 'no' }, null),
    'yes, then no by a nurse at 14:30': then({ answer: 'no' }, 'yes'),
  }
  test.each(linesUnder('unwell-baby', '6. The infection gate'))('%s', (_, cell) => {
    const facts = meaningOf(cases, cell('could this be infection?'))
    expect(since(facts, 'sepsis-high', 'sepsis high')).toBe(cell('heart rate 165 at 14:05'))
  })
})

describe('7. the fever gate', () => {
  const set = (time: string, temperature: number | undefined, reported = false) =>
    recordedSet(
      { temperature },
      {
        observedAt: at(time),
        findings: time === '14:05' ? ['less-active'] : [],
        feverReport: reported ? 'reported' : 'not-reported',
      },
    )
  const ruledOut = (...sets: EpisodeFacts['sets']) =>
    episode({ infection: [infection({ auditSeq: 0 })], sets })
  const cases: Record<string, EpisodeFacts> = {
    '37.9, no fever reported': ruledOut(set('14:05', 37.9)),
    '38.0, no fever reported': ruledOut(set('14:05', 38)),
    '37.0, fever reported': ruledOut(set('14:05', 37, true)),
    'not taken': ruledOut(set('14:05', undefined)),
    '37.0, then 38.0 at 14:40': ruledOut(set('14:05', 37), set('14:40', 38)),
    '37.0, then fever reported at 14:40': ruledOut(set('14:05', 37), set('14:40', 37, true)),
    '38.0, then 37.0 at 14:40': ruledOut(set('14:05', 38), set('14:40', 37)),
    '37.0, then not taken at 14:40': ruledOut(set('14:05', 37), set('14:40', undefined)),
    '37.0, fever for 2 days': ruledOut(
      recordedSet({ temperature: 37, 'fever-days': 2 }, { findings: ['less-active'] }),
    ),
  }
  test.each(linesUnder('unwell-baby', '7. The fever gate'))('%s', (_, cell) => {
    const facts = meaningOf(cases, cell('temperature at 14:05'))
    expect(since(facts, 'fever-amber', 'fever amber')).toBe(cell('less active at 14:05'))
  })
})

describe('8. routes and limits', () => {
  const lines = linesUnder('unwell-baby', '8. Routes')
  const short = (text: string) =>
    text
      .replace('within ', '')
      .replace(/ hours?/, ' h')
      .replace(/ minutes?/, ' min')
      .replace('the same day', 'same day')

  test('every band has its line, strictest first', () => {
    expect(lines.map(([, cell]) => cell('band'))).toEqual([...bandKeys])
    expect(rules.routes.bands.map(({ band }) => band)).toEqual([...bandKeys])
  })

  test.each(lines)('%s', (_, cell) => {
    const route = routeOf(rules.routes, cell('band') as BandKey)
    const help = route.steps.find(({ isHelp }) => isHelp)
    expect(help ? short(limitText(help.within)) : '-').toBe(cell('help reached within'))
    expect(route.seen ? short(limitText(route.seen.within)) : '-').toBe(cell('seen within'))
    const asked = cell('route').toLowerCase()
    for (const step of route.steps.filter(({ isHelp }) => isHelp)) {
      const first = step.ring[0]
      const name =
        first === 'ward-doctor' ? 'doctor' : first ? helperLabels[first].toLowerCase() : ''
      expect(asked).toContain(name.replace(' or out-of-hours gp', ''))
      expect(asked.includes('then 999')).toBe(step.otherwise === '999')
    }
  })

  test('no route is met by advice that may not stand in for it', () => {
    const metBy = rules.routes.routes.flatMap(({ steps, seen }) => [
      ...steps.flatMap((step) => step.metBy),
      ...(seen?.by ?? []),
    ])
    expect(metBy).not.toContain('nhs-111')
    expect(metBy).not.toContain('pharmacist')
    expect(metBy).not.toContain('health-visitor')
  })

  test('999 fulfils every call that any route asks for', () => {
    for (const { steps } of rules.routes.routes)
      for (const { metBy } of steps) expect(metBy).toContain('999')
  })
})

const moved = (...times: string[]) =>
  times.map((time, index) => concern({ version: index + 1, recognisedAt: at(time) }))
const well = (time = '14:05') => recordedSet({}, { observedAt: at(time) })
const heart = (rate: number, time = '14:05', changes = {}) =>
  recordedSet({ 'heart-rate': rate }, { observedAt: at(time), ...changes })

describe('9. when help is due', () => {
  const doctorAndNurse = [
    contact({ whom: 'nurse-in-charge', reachedAt: at('14:10') }),
    contact({ whom: 'ward-doctor', reachedAt: at('14:10') }),
  ]
  const corrected = heart(165)
  const cases: Record<string, EpisodeFacts> = {
    'recognised 14:02, nothing else': episode(),
    'recognised 14:02, moved earlier to 13:50': episode({ concern: moved('14:02', '13:50') }),
    'recognised 14:02, moved later to 14:20': episode({ concern: moved('14:02', '14:20') }),
    'recognised 14:02, moved earlier to 13:50, then later to 14:20': episode({
      concern: moved('14:02', '13:50', '14:20'),
    }),
    'heart rate 165 at 14:05': episode({ sets: [heart(165)] }),
    'well at 14:05, heart rate 165 at 14:30': episode({ sets: [well(), heart(165, '14:30')] }),
    'well at 14:05, heart rate 165 at 14:30, a doctor and the nurse in charge reached 14:10':
      episode({ sets: [well(), heart(165, '14:30')], contacts: doctorAndNurse }),
    'heart rate 165 at 14:05, corrected to 135': episode({
      sets: [corrected, heart(135, '14:05', { recordId: corrected.recordId, version: 2 })],
    }),
    'heart rate 165 at 14:05, withdrawn': episode({
      sets: [corrected, { ...corrected, version: 2, withdrawn: true }],
    }),
    'heart rate 165 at 14:05, well at 14:30': episode({ sets: [heart(165), well('14:30')] }),
    'heart rate 155 at 14:05': episode({ sets: [heart(155)] }),
    'heart rate 155 at 14:05, the nurse in charge reached 14:06': episode({
      sets: [heart(155)],
      contacts: [contact({ whom: 'nurse-in-charge' })],
    }),
    'heart rate 165 at 14:05, entered after a set of 14:20': episode({
      sets: [well('14:20'), heart(165)],
    }),
    'green vomit with the concern': episode({ concern: [concern({ findings: ['green-vomit'] })] }),
    'raised to emergency by staff at 14:10': episode({
      raises: [
        {
          ...version(),
          episodeId: 'episode-1',
          level: 'emergency',
          chosenAt: at('14:10'),
          why: 'Floppy',
        },
      ],
    }),
  }
  test.each(linesUnder('unwell-baby', '9. When help is due'))('%s', (_, cell) => {
    const facts = meaningOf(cases, cell('what is recorded'))
    const due = escalationAt(rules, facts, at('14:06'))?.dueAt
    expect(due && formatTime(due)).toBe(cell('help is due'))
  })
})

describe('10. what reaches help', () => {
  const cases: Record<string, Parameters<typeof contact>[0]> = {
    '999 connected 14:06, with name': {},
    '999 rung 14:06, not connected': { reached: 'no', reachedAt: null, reachedName: null },
    '999 connected 14:06, no name': { reachedName: null },
    '999 connected, no time': { reachedAt: null },
    'on-call paediatrics reached 14:06': { whom: 'on-call-paediatrics' },
    'NHS 111 reached 14:06': { whom: 'nhs-111' },
    'ward doctor reached 14:06': { whom: 'ward-doctor' },
    'emergency department reached 14:06': { whom: 'emergency-department' },
    '999 connected 13:55, with name': { calledAt: at('13:55'), reachedAt: at('13:55') },
  }
  test.each(linesUnder('unwell-baby', '10. What reaches help'))('%s', (_, cell) => {
    const contacts = [contact(meaningOf(cases, cell('contact')))]
    const demand = demandsOf(rules, episode({ sets: [heart(165)], contacts })).find(
      ({ key }) => key === 'call-999/999',
    )
    const met = demand?.metAt ? `met at ${formatTime(demand.metAt)}` : 'not met'
    expect(met).toBe(cell('sepsis high, which asks for 999'))
  })
})

const nobody = { wanted: 0, open: [], doneAt: null, anyLate: false }

describe('journeys', () => {
  test('heart rate 165 settled, infection possible, PEWS 1: sepsis high leads', () => {
    const facts = episode({ sets: [heart(165)] })
    expect(bandsReached(rules, facts).map(({ band, because }) => [band, because])).toEqual([
      ['sepsis-high', 'Heart rate 160 a minute or more: heart rate 165 a minute'],
      ['pews-low', 'PEWS 1'],
      ['concern', 'Concern of staff or carer: carer'],
    ])
    expect(nextStep(rules, facts, nobody, at('14:05'))).toMatchObject({
      step: 'help',
      text: 'Call 999',
      dueAt: at('14:07'),
      ring: ['999'],
      takesOver: 'Nurse in charge',
    })
  })

  test('heart rate 165 crying and well, infection ruled out by a nurse: shown, not in the route', () => {
    const facts = episode({
      infection: [infection({ auditSeq: 0 })],
      sets: [recordedSet({ 'heart-rate': 165 }, { babyState: 'crying' })],
    })
    expect(bandsReached(rules, facts).map(({ band }) => band)).toEqual(['pews-low', 'concern'])
    expect(shownAside(rules, facts).map(({ band, gate }) => [band, gate])).toEqual([
      ['sepsis-high', 'infection'],
      ['fever-amber', 'fever'],
    ])
  })

  test('on-call paediatrics not reached in time: 999', () => {
    const facts = episode({
      infection: [infection({ auditSeq: 0 })],
      concern: [concern({ findings: ['bruise-or-injury'] })],
      sets: [well()],
    })
    const before = escalationAt(rules, facts, at('14:16'))
    expect(before).toMatchObject({ late: false, ring: ['on-call-paediatrics'] })
    const after = escalationAt(rules, facts, at('14:18'))
    expect(after).toMatchObject({ late: true, ring: ['999', 'on-call-paediatrics'] })
    expect(nextStep(rules, facts, nobody, at('14:18'))?.text).toBe(
      'Call 999: not reached in time (speak to on-call paediatrics)',
    )
  })

  test('a bruise: seen by a paediatrician within four hours, whatever was said on the telephone', () => {
    const facts = episode({
      concern: [concern({ findings: ['bruise-or-injury'], mobility: 'not-known' })],
      contacts: [contact({ whom: 'on-call-paediatrics' })],
    })
    const seen = demandsOf(rules, facts).find(({ key }) => key === 'injury/seen')
    expect(seen).toMatchObject({ dueAt: at('18:02'), metAt: null })
  })

  test('a bruise in a baby who walks is a concern like any other', () => {
    const facts = episode({
      concern: [concern({ findings: ['bruise-or-injury'], mobility: 'mobile' })],
    })
    expect(bandsReached(rules, facts).map(({ band }) => band)).toEqual(['concern'])
  })

  test('an injury seen with later observations counts from then', () => {
    const facts = episode({
      sets: [well(), recordedSet({}, { observedAt: at('15:00'), findings: ['bruise-or-injury'] })],
    })
    expect(bandsReached(rules, facts).find(({ band }) => band === 'injury')?.at).toBe(at('15:00'))
  })

  test('an older date of birth entered later takes back nothing', () => {
    const sets = [recordedSet({ temperature: 38.2 })]
    const young = { bornOn: '2026-09-20' }
    const facts = episode({ births: [young], sets })
    expect(bandsReached(rules, facts).map(({ band }) => band)).toContain('fever-red')
    const corrected = episode({ births: [young, { bornOn: '2026-06-20' }], sets })
    expect(bandsReached(rules, corrected).map(({ band }) => band)).toContain('fever-red')
  })

  test('advice given before the baby grew worse is not advice about it; 999 on its way is', () => {
    const worse = [
      well(),
      recordedSet({}, { observedAt: at('14:40'), findings: ['non-blanching-rash'] }),
    ]
    const reached = (whom: 'on-call-paediatrics' | '999') =>
      demandsOf(
        rules,
        episode({
          infection: [infection({ auditSeq: 0 })],
          sets: [worse[0], { ...worse[1], feverReport: 'reported' }] as EpisodeFacts['sets'],
          contacts: [contact({ whom, reachedAt: at('14:10') })],
        }),
      ).find(({ key }) => key === 'paediatrics-or-999/paediatrics-15')
    expect(reached('on-call-paediatrics')).toMatchObject({ metAt: null, dueAt: at('14:55') })
    expect(reached('999')).toMatchObject({ metAt: at('14:10') })
  })

  test('a concern escalates although no birth is recorded', () => {
    expect(bandsReached(rules, episode({ births: [] })).map(({ band }) => band)).toEqual([
      'concern',
    ])
    const sets = [recordedSet({ temperature: 38 })]
    expect(escalationAt(rules, episode({ births: [], sets }), at('14:05'))?.lead.band).toBe(
      'sepsis-high',
    )
  })

  test('a baby of 12 months has no PEWS, and what staff call for still leads', () => {
    const facts = episode({
      births: [{ bornOn: '2025-11-01' }],
      sets: [recordedSet({}, { staffConcern: 'high' })],
    })
    expect(bandsReached(rules, facts).map(({ band }) => band)).toEqual(['raised-high', 'concern'])
  })
})
