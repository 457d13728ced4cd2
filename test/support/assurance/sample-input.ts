import { createHash } from 'node:crypto'
import type { Subject } from '#domain/assurance/disclosure.ts'
import type { Framework } from '#domain/assurance/framework.ts'
import { defaultLevelRules } from '#domain/assurance/levels.ts'
import type { Member, MemberClass } from '#domain/assurance/measure.ts'
import type { MeasureRun } from '#domain/assurance/measure-run.ts'
import { type ReportInput, recordKey } from '#domain/assurance/report-input.ts'
import {
  addDaysToDate,
  addHours,
  addMinutes,
  dateOf,
  periodOfDays,
} from '#domain/shared/calendar.ts'
import type { Instant, Period } from '#domain/shared/time.ts'
import { findingFive } from '../../../electron/features/assurance/finding-five.ts'
import { type SampleMeasure, sampleMeasures } from './sample-measures.ts'

/** An invented unit with five quarters of invented work: late, unknown, overridden and good in turn. */

export const quarters: Period[] = [
  periodOfDays('2025-07-01', '2025-09-30'),
  periodOfDays('2025-10-01', '2025-12-31'),
  periodOfDays('2026-01-01', '2026-03-31'),
  periodOfDays('2026-04-01', '2026-06-30'),
  periodOfDays('2026-07-01', '2026-09-30'),
]

/** Numbers from 0 to 1 that are the same every time. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A record id in the form of the store's, made from a number. */
export const sampleId = (kind: string, n: number): string => {
  const hex = createHash('sha256').update(`${kind} ${n}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const stays = 60
const stayOf = (n: number): Subject & { pairId: string } => {
  const arrivedAt = addHours(firstArrival, n * hoursBetweenArrivals)
  return {
    pairId: sampleId('pair', n),
    stayId: sampleId('stay', n),
    arrivedAt,
    babyId: sampleId('baby', n),
    babyBornOn: addDaysToDate(dateOf(arrivedAt), -((n * 37) % 300)),
  }
}

const firstArrival = '2025-06-20T10:30:00.000Z'
const hoursBetweenArrivals = 190

/** One of the stays that began in the six weeks before. */
const stayAround = (at: Instant, chance: number) => {
  const latest = Math.floor(
    (Date.parse(at) - Date.parse(firstArrival)) / 3_600_000 / hoursBetweenArrivals,
  )
  return Math.max(0, Math.min(stays - 1, latest - Math.floor(chance * 6)))
}

const classOf = (chance: number, [fail, incomplete, not]: SampleMeasure['shares']): MemberClass => {
  if (chance < fail) return 'fail'
  if (chance < fail + incomplete) return 'incomplete'
  return chance < fail + incomplete + not ? 'not-eligible' : 'pass'
}

function membersOf(sample: SampleMeasure, period: Period, quarter: number): Member[] {
  const next = seeded(quarter * 1009 + sample.id.charCodeAt(1) * 31 + Number(sample.id.slice(3)))
  const span = Date.parse(period.to) - Date.parse(period.from)
  const improvement = 1 + (4 - quarter) * 0.35
  return Array.from({ length: sample.n }, (_, index) => {
    const [fail, incomplete, not] = sample.shares
    const found = classOf(next(), [fail * improvement, incomplete * improvement, not])
    const at = new Date(Date.parse(period.from) + Math.floor(next() * span)).toISOString()
    const stay = stayAround(at, next())
    const staff = sample.ofStaff === true
    const recordId = staff
      ? sampleId('staff', index)
      : sampleId(sample.recordType, stay * 50 + index)
    const member: Member = {
      key: `${recordId}/${index}`,
      class: found,
      reason: sample.reasons[found],
      at: staff ? addMinutes(period.to, -1) : at,
      quantity: sample.unit === 'minutes' ? 600 + Math.floor(next() * 9000) : 1,
      records: [
        { type: sample.recordType, recordId, version: 1 + Math.floor(next() * 2) },
        ...(staff ? [] : [{ type: 'pair', recordId: sampleId('pair', stay), version: 1 }]),
      ],
    }
    const group = sample.groups?.[index % sample.groups.length]
    return {
      ...member,
      ...(group === undefined ? {} : { group }),
      ...(found === 'fail' && next() < 0.3 ? { overridden: true } : {}),
    }
  })
}

const runsOf = (period: Period, quarter: number): MeasureRun[] =>
  sampleMeasures.map((sample) => ({
    measure: {
      id: sample.id,
      version: 1,
      requirement: sample.id.slice(0, sample.id.indexOf('-')),
      title: sample.title,
      population: sample.population,
      placedBy: sample.placedBy,
      rule: sample.rule,
      source: sample.source,
      safetyCritical: sample.safetyCritical,
      minimumN: 5,
      unit: sample.unit ?? 'count',
    },
    members: membersOf(sample, period, quarter),
  }))

const rowOf = (at: Instant, index: number) => ({
  kind: 'renewal',
  startsAt: at,
  reviewDueAt: addHours(at, 72),
  decidedByRole: 'nurse',
  author: sampleId('staff', index % 20),
  secondSignerId: null,
  rationale: 'Typed by a nurse: never to be printed',
  evidence: 'Typed by a nurse as well',
  recordId: sampleId('never', index),
})

/** What a report of July to September 2026 is built from; `change` replaces what a test is about. */
export function sampleInput(change: Partial<ReportInput> = {}): ReportInput {
  const period = quarters[4] ?? quarters[0]
  if (!period) throw new Error('No quarter')
  const runs = runsOf(period, 4)
  const members = runs.flatMap((run) => run.members)
  const subjects = new Map(
    Array.from({ length: stays }, (_, n) => [sampleId('pair', n), stayOf(n)]),
  )
  const decisions = members.flatMap((member, index) =>
    member.records
      .filter((ref) => ref.type === 'supervision_decision')
      .map((ref) => [recordKey(ref), rowOf(member.at, index)] as const),
  )
  return {
    unit: {
      name: 'Aldermoor Mother and Baby Unit',
      provider: 'Westmarsh Partnership NHS Foundation Trust',
      odsCode: 'RZZ01',
      region: 'South East',
    },
    period,
    cut: { at: '2026-10-05T08:00:00.000Z', auditSeq: 48_213 },
    version: 2,
    state: 'draft',
    distribution: [
      'NHS England specialised commissioning, South East',
      'Designated nurse for safeguarding children, integrated care board',
    ],
    preparedBy: 'Safeguarding lead',
    approvedBy: null,
    framework: findingFive,
    levelRules: defaultLevelRules,
    runs,
    earlier: quarters
      .slice(0, 4)
      .map((each, quarter) => ({ period: each, runs: runsOf(each, quarter) })),
    openHighActions: new Map([['5d', 1]]),
    judgements: new Map([
      [
        '5a',
        {
          level: 'none',
          reason:
            'A partner authority told the visit that a bed was offered while a pre-birth assessment was still awaited.',
          byRole: 'Safeguarding lead',
          secondRole: null,
        },
      ],
    ]),
    subjects,
    rows: new Map(decisions),
    overrides: sampleOverrides(),
    episodes: sampleEpisodes(),
    ruleSets: [
      ruleSet('supervision', 'Supervision of mother with baby', false),
      ruleSet('admission', 'Admission criteria', true),
      ruleSet('unwell-baby', 'Unwell baby: thresholds, routes and limits', false),
    ],
    otherFrameworks: [sampleFramework],
    partnerMeans: [
      { question: 'We were told in time', n: 9, mean: 4.25 },
      { question: 'Our view was heard', n: 2, mean: null },
    ],
    auditExtract: [
      { kind: 'Looked', entries: 4_102 },
      { kind: 'Was refused', entries: 0 },
    ],
    auditHead: { seq: 48_213, hash: createHash('sha256').update('head').digest('hex') },
    software: { name: 'MBU Assurance', version: '0.1.0' },
    ...change,
  }
}

/** An invented network: one requirement that the sample can answer, and one of a measure without records. */
export const sampleFramework: Framework = {
  id: 'invented-network',
  version: 2,
  title: 'Standards of an invented network',
  source: { document: 'Standards', publisher: 'An invented network', section: '1 and 2' },
  findings: [{ id: 'All', words: 'All' }],
  requirements: (
    [
      [
        '1.1.6',
        'Senior decision',
        'A senior clinician decides, and refusals are recorded.',
        '5a-1',
      ],
      ['2.4', 'Reflection', 'Staff come to a reflective group.', '5f-1'],
    ] as const
  ).map(([id, short, words, measure]) => ({
    id,
    short,
    finding: 'All',
    addressedTo: 'All',
    words,
    linesOfEnquiry: [{ id: `${id}-1`, question: short, evidence: [], measures: [measure] }],
  })),
}

const ruleSet = (kind: string, title: string, approved: boolean) => ({
  kind,
  revision: '1',
  title,
  source: 'Domain reference, shipped defaults',
  effectiveFrom: '2025-06-01T00:00:00.000Z',
  approved,
  reviewDue: approved ? '2027-06-01' : null,
})

const sampleOverrides = (): ReportInput['overrides'] =>
  [3, 17, 31].map((n, index) => ({
    recordId: sampleId('pair', n),
    requirement: index === 2 ? '5d' : '5a',
    rule:
      [
        'ADM-R-06 Social-work report not in date',
        'ADM-I-04 Diagnosis not known',
        'Lowering with an unread document',
      ][index] ?? '',
    at: addHours(stayOf(n).arrivedAt ?? '', -5),
    byRole: 'Ward manager',
    secondRole: index === 1 ? null : 'Consultant',
    dueAt: index === 2 ? null : addHours(stayOf(n).arrivedAt ?? '', 43),
    kept: [true, false, null][index] ?? null,
  }))

function sampleEpisodes(): NonNullable<ReportInput['episodes']> {
  const next = seeded(77)
  const bands = [
    ['Sepsis high', '999', 5],
    ['PEWS medium', 'On-call paediatrics', 30],
    ['Fever amber', 'Nurse in charge, then doctor', 60],
  ] as const
  return Array.from({ length: 9 }, (_, index) => {
    const stay = stayOf(48 + index)
    const recognisedAt = addMinutes(stay.arrivedAt ?? '', 3000 + Math.floor(next() * 9000))
    const [band, route, limit] = bands[index % 3] ?? bands[0]
    const after = (minutes: number) => addMinutes(recognisedAt, minutes)
    return {
      episodeId: sampleId('episode', index),
      babyId: stay.babyId ?? '',
      babyBornOn: stay.babyBornOn ?? null,
      stayArrivedAt: stay.arrivedAt ?? '',
      recognisedAt,
      band,
      route,
      steps: [
        { what: 'First observations', at: after(2 + Math.floor(next() * 16)), limitAt: after(15) },
        {
          what: 'Help reached',
          at: index === 4 ? null : after(Math.floor(limit * 1.3 * next())),
          limitAt: after(limit),
        },
        { what: 'Seen', at: after(30 + Math.floor(next() * 120)), limitAt: after(120) },
        {
          what: 'Social worker told',
          at: index === 7 ? null : after(20 + Math.floor(next() * 300)),
          limitAt: after(240),
        },
      ],
      outcome: index % 3 === 0 ? 'Transferred and handed over' : 'Reviewed and well, with plan',
    }
  })
}
