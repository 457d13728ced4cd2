import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Level } from '#domain/assurance/levels.ts'
import { figureOf } from '#domain/assurance/measure.ts'
import {
  type ActionFacts,
  actionStatus,
  actionStatuses,
  doneFaults,
  figureFaults,
  isOpen,
  type RetestResult,
  retestFaults,
  verifyFaults,
} from '#domain/oversight/action.ts'
import { placeInReport } from '#domain/oversight/in-report.ts'
import {
  type ActionFact,
  actionsDone,
  actionsEmbedded,
  roundsOf,
  visitsHeld,
} from '#domain/oversight/measures.ts'
import { addDaysToDate, firstInstantAt, periodOfDays } from '#domain/shared/calendar.ts'
import { tableUnder } from '../../support/markdown-table.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/states/oversight.md'), 'utf8')
const lines = (heading: string) =>
  tableUnder(page, heading).map((row) => [row.line, row] as [string, Record<string, string>])

const months = { Jun: '06', Jul: '07', Aug: '08', Sep: '09', Oct: '10', Nov: '11' } as const
/** `30 Jun` as a day of 2026; a dash is none. */
function day(cell: string | undefined): string | null {
  const [date, month] = (cell ?? '').split(' ')
  if (date === undefined || month === undefined) return null
  return `2026-${months[month as keyof typeof months]}-${date.padStart(2, '0')}`
}
const must = (cell: string | undefined) => day(cell) ?? ''
const cutOn = (cell: string | undefined) => ({
  at: firstInstantAt(must(cell), '12:00'),
  auditSeq: Number.MAX_SAFE_INTEGER,
})
const said = (faults: readonly { field: string }[]) =>
  faults.map(({ field }) => field).join(' ') || 'nowhere'

const nothing: ActionFact = {
  recordId: 'action',
  version: 1,
  dueOn: '2026-06-30',
  doneOn: null,
  evidence: '',
  verifiedOn: null,
  retestOn: null,
  retestedOn: null,
  retestResult: null,
  closedBecause: null,
}
const june = periodOfDays('2026-06-01', '2026-06-30')
const september = periodOfDays('2026-09-01', '2026-09-30')

describe('how an action stands', () => {
  it.each(lines('1. How an action stands'))('line %s of docs/states/oversight.md', (_, row) => {
    const facts: ActionFacts = {
      dueOn: '2026-06-30',
      startedOn: day(row.begun),
      doneOn: day(row.done),
      evidence: row.evidence === 'yes' ? 'Minutes of 29 June' : '',
      verifiedOn: day(row.verified),
      retestOn: day(row.again),
      retestResult: row.found === '-' ? null : (row.found as RetestResult),
      closedBecause: row['given up'] === 'yes' ? 'It changed nothing' : null,
    }
    expect(actionStatus(facts, must(row.today))).toBe(row.status)
  })

  it('is open in every status but those of a verified or a given-up action', () => {
    expect(actionStatuses.filter(isOpen)).toEqual([
      'open',
      'in-progress',
      'overdue',
      'awaiting-evidence',
      'awaiting-verification',
    ])
  })
})

describe('what cannot be true of a step', () => {
  const today = '2026-10-01'
  const done = '2026-06-29'
  it.each(lines('2. What cannot be true'))('line %s of docs/states/oversight.md', (_, row) => {
    const on = must(row.day)
    const dueOn = day(row['new day'])
    const found = () => {
      if (row.step === 'done') return doneFaults({ doneOn: on, evidence: '', pin: null }, today)
      if (row.step?.startsWith('verified')) return verifyFaults(done, on)
      const retestResult = row.step?.endsWith('held') ? 'held' : 'fell-back'
      return retestFaults({ retestedOn: on, retestResult, dueOn }, done, today)
    }
    expect(said(found())).toBe(row['said at'])
  })
})

describe('measure 5g-1', () => {
  it.each(lines('3. Measure 5g-1'))('line %s of docs/states/oversight.md', (_, row) => {
    const action = {
      ...nothing,
      doneOn: day(row.done),
      evidence: row.evidence === 'yes' ? 'Minutes' : '',
      closedBecause: row['given up'] === 'yes' ? 'It changed nothing' : null,
    }
    const members = actionsDone.members({ actions: [action], visits: [] }, june, cutOn(row.cut))
    expect(members.map((one) => one.class)).toEqual([row.class])
  })
})

describe('measure 5g-2', () => {
  const verified = { doneOn: '2026-06-29', evidence: 'Minutes', verifiedOn: '2026-06-30' }
  it.each(lines('4. Measure 5g-2'))('line %s of docs/states/oversight.md', (_, row) => {
    const action = {
      ...nothing,
      ...verified,
      retestOn: '2026-09-30',
      retestedOn: day(row['looked again']),
      retestResult: row.found === '-' ? null : (row.found as RetestResult),
    }
    const facts = { actions: [action], visits: [] }
    const members = actionsEmbedded.members(facts, september, cutOn(row.cut))
    expect(members.map((one) => one.class)).toEqual([row.class])
  })
})

describe('measure 5g-5', () => {
  it.each(lines('5. Measure 5g-5'))('line %s of docs/states/oversight.md', (_, row) => {
    const visit = {
      recordId: 'visit',
      version: 1,
      plannedOn: '2026-06-30',
      heldOn: day(row.held),
      calledOffBecause: row['called off'] === 'yes' ? 'Nobody could come' : null,
    }
    const members = visitsHeld.members({ actions: [], visits: [visit] }, june, cutOn(row.cut))
    expect(members.map((one) => one.class)).toEqual([row.class])
  })
})

describe('an action that fell back', () => {
  const first = {
    ...nothing,
    doneOn: '2026-06-29',
    evidence: 'Minutes',
    verifiedOn: '2026-06-30',
    retestOn: '2026-09-30',
  }
  const versions: ActionFact[] = [
    nothing,
    { ...first, version: 2 },
    { ...first, version: 3, retestedOn: '2026-09-29', retestResult: 'fell-back' },
    { ...nothing, version: 4, dueOn: '2026-11-30' },
  ]

  it('counts in both of its rounds', () => {
    expect(roundsOf(versions).map(({ version }) => version)).toEqual([3, 4])
    const facts = { actions: versions, visits: [] }
    const cut = cutOn('15 Oct')
    expect(actionsDone.members(facts, june, cut).map((one) => one.class)).toEqual(['pass'])
    expect(actionsEmbedded.members(facts, september, cut).map((one) => one.class)).toEqual(['fail'])
    const november = periodOfDays('2026-11-01', '2026-11-30')
    expect(actionsDone.members(facts, november, cut).map((one) => one.class)).toEqual([
      'not-eligible',
    ])
  })
})

describe('whatever the days', () => {
  const anyDay = fc.integer({ min: 0, max: 400 }).map((days) => addDaysToDate('2026-01-01', days))
  const anyAction = fc.record({
    recordId: fc.uuid(),
    version: fc.constant(1),
    dueOn: anyDay,
    doneOn: fc.option(anyDay),
    evidence: fc.constantFrom('', 'Minutes'),
    verifiedOn: fc.option(anyDay),
    retestOn: fc.option(anyDay),
    retestedOn: fc.option(anyDay),
    retestResult: fc.constantFrom(null, 'held' as const, 'fell-back' as const),
    closedBecause: fc.option(fc.constant('It changed nothing')),
  })

  it('every action is in one class, and the four classes make the population', () => {
    const year = periodOfDays('2026-01-01', '2026-12-31')
    fc.assert(
      fc.property(fc.array(anyAction), (actions) => {
        const facts = { actions, visits: [] }
        for (const measure of [actionsDone, actionsEmbedded]) {
          const members = measure.members(facts, year, cutOn('15 Oct'))
          const figure = figureOf(members)
          const { pass, fail, incomplete, notEligible } = figure
          expect(pass + fail + incomplete + notEligible).toBe(members.length)
          expect(new Set(members.map(({ key }) => key)).size).toBe(members.length)
        }
      }),
    )
  })
})

describe('where an action stands in the report of a period', () => {
  const period = { first: '2026-07-01', last: '2026-09-30' }
  it.each(lines('6. Where an action stands'))('line %s of docs/states/oversight.md', (_, row) => {
    const ended = day(row.ended)
    const action = {
      dueOn: must(row.due),
      startedOn: null,
      doneOn: day(row.done),
      evidence: row.done === '-' ? '' : 'Minutes',
      verifiedOn: day(row.verified),
      retestOn: ended,
      retestedOn: row.found === 'held' ? ended : null,
      retestResult: row.found === 'held' ? ('held' as const) : null,
      closedBecause: row.found === 'given up' ? 'It changed nothing' : null,
      recordedAt: firstInstantAt(ended ?? '2026-10-15', '12:00'),
    }
    expect(placeInReport(action, period, '2026-10-15') ?? 'nowhere').toBe(row.stands)
  })
})

describe('a second look at an action that names a measure', () => {
  it.each(lines('7. Looked at again by a figure'))(
    'line %s of docs/states/oversight.md',
    (_, row) => {
      const faults = figureFaults(
        row['level of the figure'] as Level,
        row['the person says'] as RetestResult,
        '5e-1: 62.5 % of n 8',
      )
      expect(faults.length === 0).toBe(row.recorded === 'yes')
    },
  )
})

describe('what shows that an action was done', () => {
  it.each(lines('8. What shows that an action'))(
    'line %s of docs/states/oversight.md',
    (_, row) => {
      const faults = doneFaults(
        {
          doneOn: '2026-06-29',
          evidence: row.words === 'yes' ? 'Minutes of 29 June' : '',
          pin: row.record === 'yes' ? {} : null,
        },
        '2026-10-01',
      )
      expect(said(faults)).toBe(row['said at'])
    },
  )
})
