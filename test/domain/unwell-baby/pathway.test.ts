import { describe, expect, test } from 'vitest'
import { dateOf, formatDate, formatTime } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { bandsReached, type EpisodeFacts } from '#domain/unwell-baby/episode.ts'
import { nextStep } from '#domain/unwell-baby/next-step.ts'
import { observeAgainMinutes, pathway, type StepKey } from '#domain/unwell-baby/pathway.ts'
import { at, contact, day, episode, outcome, recordedSet, version } from './builders.ts'
import { escortChoice } from './escort-builders.ts'
import { linesUnder } from './page.ts'
import { rules } from './rules-of-the-unit.ts'

const nobody = { wanted: 0, open: [], doneAt: null, anyLate: false }

const patterns: [RegExp, (facts: EpisodeFacts, ...times: string[]) => Partial<EpisodeFacts>][] = [
  [/^a concern$/, () => ({})],
  [
    /^a well set (\S+)$/,
    (f, t = '') => ({ sets: [...f.sets, recordedSet({}, { observedAt: at(t) })] }),
  ],
  [
    /^a set of reasons for skipping (\S+)$/,
    (f, t = '') => ({
      sets: [
        ...f.sets,
        recordedSet(
          {},
          {
            observedAt: at(t),
            readings: { temperature: { kind: 'not-measured', because: 'no-equipment' } },
            groups: {},
          },
        ),
      ],
    }),
  ],
  [
    /^heart rate 190 at (\S+)$/,
    (f, t = '') => ({
      sets: [...f.sets, recordedSet({ 'heart-rate': 190 }, { observedAt: at(t) })],
    }),
  ],
  [/^999 at (\S+)$/, (f, t = '') => ({ contacts: [...f.contacts, contact({ reachedAt: at(t) })] })],
  [
    /^doctor (\S+) seen (\S+)$/,
    (f, t = '', seen = '') => ({
      contacts: [
        ...f.contacts,
        contact({ whom: 'ward-doctor', reachedAt: at(t), seenAt: at(seen), seenBy: 'Dr A. Test' }),
      ],
    }),
  ],
  [/^escort (\S+)$/, (_, t = '') => ({ escorts: [escortChoice({ decidedAt: at(t) })] })],
  [
    /^left (\S+)$/,
    (_, t = '') => ({
      departures: [
        {
          ...version(),
          episodeId: 'episode-1',
          leftAt: at(t),
          destination: 'Emergency department',
          arrivedAt: at('14:50'),
          handedOverTo: 'Sister B. Test',
          handedOverAt: at('14:55'),
          motherCannotGo: false,
          returnedAt: null,
        },
      ],
    }),
  ],
  [
    /^transferred (\S+)$/,
    (_, t = '') => ({ outcomes: [outcome({ kind: 'transferred', at: at(t) })] }),
  ],
  [/^well outcome (\S+)$/, (_, t = '') => ({ outcomes: [outcome({ at: at(t) })] })],
  [/^died (\S+)$/, (_, t = '') => ({ outcomes: [outcome({ kind: 'died', at: at(t) })] })],
  [
    /^entered in error (\S+)$/,
    (_, t = '') => ({ outcomes: [outcome({ kind: 'entered-in-error', at: at(t) })] }),
  ],
]

function recorded(words: string): EpisodeFacts {
  let facts = episode()
  for (const part of words.split(', ')) {
    const found = patterns.find(([pattern]) => pattern.test(part))
    if (!found) throw new Error(`"${part}" means nothing here`)
    const [pattern, change] = found
    facts = { ...facts, ...change(facts, ...(pattern.exec(part)?.slice(1) ?? [])) }
  }
  return facts
}

const when = (due: Instant) =>
  dateOf(due) === day ? formatTime(due) : `${formatTime(due)} on ${formatDate(dateOf(due))}`

describe('11. the pathway', () => {
  test.each(linesUnder('unwell-baby', '11. The pathway'))('%s', (_, cell) => {
    const facts = recorded(cell('recorded'))
    const now = at(cell('now'))
    for (const step of pathway(rules, facts, nobody, now)) {
      if (step.key === 'concern') continue
      const state =
        step.state === 'done'
          ? step.lateBy
            ? 'done late'
            : 'done'
          : step.state === 'not-needed'
            ? 'not needed'
            : step.dueAt
              ? `${step.state} ${when(step.dueAt)}`
              : step.state
      expect(state, step.key).toBe(cell(step.key))
    }
    const next = nextStep(rules, facts, nobody, now)
    const due = next?.dueAt ? `, due ${when(next.dueAt)}` : ''
    const what = next && next.step !== 'observations' ? `: ${next.text}` : ''
    expect(next ? `${next.step}${due}${what}` : 'nothing').toBe(cell('next'))
  })
})

describe('observing again', () => {
  const minutes = (...sets: EpisodeFacts['sets']) => {
    const facts = episode({ sets })
    return observeAgainMinutes(rules, facts, bandsReached(rules, facts))
  }
  const better = (time: string) => recordedSet({}, { observedAt: at(time), carerView: 'better' })

  test('is as frequent as the strictest band reached asks', () => {
    expect(minutes(recordedSet({}))).toBe(60)
    expect(minutes(recordedSet({ 'heart-rate': 155 }))).toBe(30)
    expect(minutes(recordedSet({ 'heart-rate': 165 }))).toBe(15)
  })

  test('waits four hours at PEWS 0 with no concern left, and only there', () => {
    expect(minutes(better('14:10'))).toBe(240)
    expect(minutes(recordedSet({ 'heart-rate': 155 }), better('14:40'))).toBe(30)
    const worried = { ...better('14:10'), staffConcern: 'low' as const }
    expect(minutes(worried)).toBe(60)
    const partial = recordedSet({ 'heart-rate': undefined }, { carerView: 'better' })
    expect(minutes(partial)).toBe(60)
  })
})

describe('telling others', () => {
  const open = (dueAt: Instant) => ({
    wanted: 3,
    open: [{ dueAt, what: 'Tell the social worker' }],
    doneAt: null,
    anyLate: false,
  })
  const stepOf = (facts: EpisodeFacts, tell: Parameters<typeof pathway>[2], key: StepKey) =>
    pathway(rules, facts, tell, at('14:20')).find((step) => step.key === key)

  test('is due, late, done or not needed as its duties are', () => {
    expect(stepOf(episode(), open(at('14:30')), 'tell')).toMatchObject({ state: 'due' })
    expect(stepOf(episode(), open(at('14:10')), 'tell')).toMatchObject({ state: 'late' })
    const done = { wanted: 3, open: [], doneAt: at('14:15'), anyLate: true }
    expect(stepOf(episode(), done, 'tell')).toMatchObject({ state: 'done', lateBy: true })
    expect(stepOf(episode(), nobody, 'tell')).toMatchObject({ state: 'not-needed' })
  })

  test('what is due soonest comes next, and 999 before all of it', () => {
    const well = recorded('a well set 14:10, doctor 14:16 seen 14:25')
    expect(nextStep(rules, well, open(at('14:30')), at('14:26'))).toMatchObject({
      step: 'tell',
      text: 'Tell the social worker',
    })
    const sick = recorded('heart rate 190 at 14:05')
    expect(nextStep(rules, sick, open(at('14:03')), at('14:06'))?.ring).toEqual(['999'])
  })
})
