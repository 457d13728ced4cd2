import { describe, expect, it } from 'vitest'
import { rungDue, stepFaults } from '#domain/culture/disagreement-record.ts'
import type { MeetingFact } from '#domain/culture/facts.ts'
import { meansOf } from '#domain/culture/feedback-record.ts'
import { meetingFaults, meetingLimits, outcomeFaults } from '#domain/culture/meeting-record.ts'
import {
  disagreementsMoved,
  feedbackVerdict,
  meetingsAttended,
  meetingVerdict,
} from '#domain/culture/partnership-measures.ts'
import { addDays, periodOfDays } from '#domain/shared/calendar.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { noFacts, page, shipped } from './builders.ts'

const march = periodOfDays('2026-03-01', '2026-03-31')
const cutOn = (date: string) => ({ at: `${date}T12:00:00.000Z`, auditSeq: 9 })
const orNull = (word: string | undefined) => (word === 'none' || word === undefined ? null : word)
const rows = (heading: string) =>
  tableUnder(page, heading).map((row) => [row.line ?? '', row] as const)

describe('5f-2: meetings of other agencies', () => {
  it.each(rows('5. Meetings'))('line %s of docs/states/culture.md', (_, row) => {
    const sent = orNull(row.sent)?.split(' ')
    const meeting: MeetingFact = {
      recordId: 'meeting',
      version: 1,
      heldAt: '2026-03-10T10:00:00.000Z',
      invited: row.invited === 'no' ? 'no' : 'yes',
      cancelled: row.invited === 'cancelled',
      recordDueAt: '2026-03-12T17:00:00.000Z',
      attended: orNull(row.attended) as MeetingFact['attended'],
      reportDueAt: row['report asked for'] === 'yes' ? '2026-03-06T17:00:00.000Z' : null,
      report: orNull(row.report) as MeetingFact['report'],
      reportSentAt: sent ? `2026-03-${sent[0]}T${sent[1]}:00.000Z` : null,
    }
    expect(meetingVerdict(meeting, cutOn(`2026-03-${row.cut}`)).class).toBe(row.class)
    const cut = cutOn('2026-03-31')
    expect(meetingsAttended.members({ ...noFacts, meetings: [meeting] }, march, cut)).toHaveLength(
      1,
    )
  })
})

describe('5f-3: feedback of partners', () => {
  it.each(rows('6. Feedback'))('line %s of docs/states/culture.md', (_, row) => {
    const form = {
      recordId: 'form',
      version: 1,
      dueAt: '2026-03-20T17:00:00.000Z',
      returnedOn: orNull(row.returned),
    }
    expect(feedbackVerdict(form, cutOn(row.cut ?? '')).class).toBe(row.class)
  })

  it('shows no mean of fewer than five answers, and counts what was left empty in none', () => {
    const forms = [5, 4, 3, 4].map((mark) => ({ marks: { listened: mark, 'told-in-time': mark } }))
    const means = (more: { marks: Record<string, number> }) =>
      new Map(meansOf(shipped, [...forms, more]).map((one) => [one.id, one]))
    const found = means({ marks: { listened: 4 } })
    expect(found.get('listened')).toMatchObject({ n: 5, mean: 4 })
    expect(found.get('told-in-time')).toMatchObject({ n: 4, mean: null })
  })
})

describe('5f-4: disagreements with another agency', () => {
  it.each(rows('7. Disagreements'))('line %s of docs/states/culture.md', (_, row) => {
    const day = (word: string) => addDays('2026-03-01T12:00:00.000Z', Number(word) - 1)
    const steps =
      row.rungs === 'none'
        ? []
        : (row.rungs ?? '').split(', ').map((words, index) => {
            const [due = '', left = '-'] = words.split(' ')
            return {
              recordId: `step-${index}`,
              version: 1,
              subjectId: 'one',
              dueAt: day(due),
              outcome: left === '-' ? null : ('escalated' as const),
              endedAt: left === '-' ? null : day(left),
            }
          })
    const disagreements = [{ recordId: 'one', version: 1, openedAt: '2026-03-02T12:00:00.000Z' }]
    const [member] = disagreementsMoved.members(
      { ...noFacts, disagreements, steps },
      march,
      cutOn('2026-03-31'),
    )
    expect(member?.class).toBe(row.class)
    expect(member?.records).toHaveLength(1 + steps.length)
  })

  it('gives each rung its own limit, and none beyond the last', () => {
    const monday = '2026-03-02T10:00:00.000Z'
    expect(rungDue(shipped, 1, monday)).toBe('2026-03-03T17:00:00.000Z')
    expect(rungDue(shipped, 5, monday)).toBe('2026-03-16T17:00:00.000Z')
    expect(rungDue(shipped, 9, monday)).toBe('2026-03-16T17:00:00.000Z')
    const end = { id: 'a', version: 1, outcome: 'escalated' as const, endedAt: monday, said: 'x' }
    const fields = stepFaults(end, { rung: 5, startedAt: monday }, shipped, monday)
    expect(fields.map(({ field }) => field)).toEqual(['outcome'])
  })
})

describe('the limits of a meeting', () => {
  it('the report is due by five o’clock so many working days before, over a weekend and a bank holiday', () => {
    const of = (kind: string, heldAt: string) =>
      meetingLimits(shipped, { kind, heldAt, reportAsked: true }).reportDueAt
    expect(of('initial-conference', '2026-03-10T10:00:00.000Z')).toBe('2026-03-06T17:00:00.000Z')
    // Easter 2026: Friday 3 and Monday 6 April; the clocks went forward on 29 March.
    expect(of('initial-conference', '2026-04-08T09:00:00.000Z')).toBe('2026-04-02T16:00:00.000Z')
    expect(of('core-group', '2026-03-10T10:00:00.000Z')).toBe('2026-03-10T10:00:00.000Z')
    expect(
      meetingLimits(shipped, {
        kind: 'court',
        heldAt: '2026-03-10T10:00:00.000Z',
        reportAsked: false,
      }),
    ).toEqual({ reportDueAt: null, recordDueAt: '2026-03-12T17:00:00.000Z' })
  })

  it('refuses what cannot be, at its field', () => {
    const now = '2026-03-10T12:00:00.000Z'
    const pair = { startedAt: '2026-03-01T12:00:00.000Z', endedAt: null }
    const meeting = {
      pairId: 'p',
      kind: 'core-group',
      agency: 'social-worker' as const,
      heldAt: '2026-03-12T10:00:00.000Z',
      invited: 'yes' as const,
      invitedOn: '2026-03-09',
      reportAsked: false,
    }
    const fields = (changes: object) =>
      meetingFaults({ ...meeting, ...changes }, pair, shipped, now).map(({ field }) => field)
    expect(fields({})).toEqual([])
    expect(fields({ kind: 'none' })).toEqual(['kind'])
    expect(fields({ heldAt: '2026-02-20T10:00:00.000Z', invitedOn: '2026-02-19' })).toEqual([
      'heldAt',
    ])
    expect(fields({ invitedOn: '2026-03-11' })).toEqual(['invitedOn'])
    const early = outcomeFaults(
      { id: 'a', version: 1, cancelled: false, attended: 'yes' },
      { heldAt: meeting.heldAt, reportDueAt: null },
      now,
    )
    expect(early.map(({ field }) => field)).toEqual(['attended'])
  })
})
