import { describe, expect, it } from 'vitest'
import { capacityFacts } from '#domain/relationship/capacity.ts'
import { cautions } from '#domain/relationship/cautions.ts'
import { assessmentFaults } from '#domain/relationship/faults.ts'
import {
  type AssessmentInput,
  assessmentInputSchema,
  capacityOf,
} from '#domain/relationship/record.ts'
import type { Tool } from '#domain/relationship/rule-content.ts'
import { scoreChart } from '#domain/relationship/score-chart.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'
import { page, rules } from './builders.ts'

const typed = (changes: object = {}) => ({
  pairId: '0198a000-0000-7000-8000-000000000001',
  ratedAt: '2026-06-08T14:00:00.000Z',
  purpose: 'clinical',
  observedFrom: '2026-06-02',
  observedTo: '2026-06-08',
  hoursWatched: 20,
  settings: ['feeding', 'play'],
  raters: [{ staffId: '0198a000-0000-7000-8000-000000000002', trained: 'yes' }],
  tools: [],
  observed: 'She looked at the baby in three of five feeds and spoke to her.',
  interpretation: 'Warmer than she was told to be at home.',
  strengths: 'Notices hunger early.',
  concerns: 'Slow to respond at night.',
  ...changes,
})
const input = (changes: object = {}): AssessmentInput => assessmentInputSchema.parse(typed(changes))
const tool = (changes: object) => ({
  tools: [
    {
      toolId: 'PBQ',
      scoredOn: '2026-06-08',
      scores: [{ scaleId: 'total', score: 12 }],
      ...changes,
    },
  ],
})
const ranged = {
  ...rules,
  tools: rules.tools.map((one) => ({ ...one, least: 0, most: 125 })),
}
const around = {
  rules: ranged,
  pair: { startedAt: '2026-06-02T08:00:00.000Z', endedAt: null as string | null },
  isFirst: true,
  now: '2026-06-08T15:00:00.000Z',
}
type Case = { changes?: object; around?: Partial<typeof around> }
const cases: Record<string, Case> = {
  'as it should be': { changes: tool({}) },
  'rated in the future': { changes: { ratedAt: '2026-06-08T15:01:00.000Z' } },
  'rated before they were together': {
    changes: {
      ratedAt: '2026-06-02T07:59:00.000Z',
      observedFrom: '2026-06-02',
      observedTo: '2026-06-02',
    },
  },
  'rated after they had left': {
    around: { pair: { ...around.pair, endedAt: '2026-06-08T13:59:00.000Z' } },
  },
  'watched from before they were together': { changes: { observedFrom: '2026-06-01' } },
  'watched after it was rated': { changes: { observedTo: '2026-06-09' } },
  'a tool that is not on the list': { changes: tool({ toolId: 'OTHER' }) },
  'a scale that the tool does not have': {
    changes: tool({ scores: [{ scaleId: 'warmth', score: 1 }] }),
  },
  'a score outside the tool’s range': {
    changes: tool({ scores: [{ scaleId: 'total', score: 126 }] }),
  },
  'scored after it was rated': { changes: tool({ scoredOn: '2026-06-09' }) },
  'scored before they were together': { changes: tool({ scoredOn: '2026-06-01' }) },
  'a second one that does not say what changed': { around: { isFirst: false } },
}

describe('what cannot be true of an assessment', () => {
  it.each(tableUnder(page, '7. What cannot be true').map((row) => [row.line, row] as const))(
    'line %s of docs/states/relationship.md',
    (_, row) => {
      const one = meaningOf(cases, row['what is entered'])
      const faults = assessmentFaults(input(one.changes), { ...around, ...one.around })
      expect(faults.map(({ field }) => field)).toEqual(
        row['said at'] === 'nowhere' ? [] : [row['said at']],
      )
    },
  )

  it.each([
    [{ purpose: 'court-directed' }, 'askedBy'],
    [{ observedTo: '2026-06-01' }, 'observedTo'],
    [{ settings: [] }, 'settings'],
    [{ raters: [] }, 'raters'],
    [{ raters: [typed().raters[0], typed().raters[0]] }, 'raters.1.staffId'],
    [{ observed: ' ' }, 'observed'],
    [{ hoursWatched: 1.5 }, 'hoursWatched'],
    [{ tools: [tool({}).tools[0], tool({}).tools[0]] }, 'tools.1.toolId'],
  ])('%o is refused at %s', (changes, field) => {
    const parsed = assessmentInputSchema.safeParse(typed(changes))
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([field])
  })
})

const begun = {
  capacity: 'beginning',
  capacitySteps: 'That she asks for help before she walks away, by the skills group twice a week',
  capacityForBaby: 'in-time',
}
const diagnosed = {
  diagnosis: 'Emotionally unstable personality disorder',
  diagnosisBy: 'Dr Amal Haddad, community team',
  diagnosisOn: '2025-03-04',
}
const capacityCases: Record<string, object> = {
  'nothing of it': {},
  'not assessed': { capacity: 'not-assessed' },
  'begun, with steps, a date and what the baby needs': { ...begun, capacityBy: '2026-09-01' },
  'too early to say, with steps and what the baby needs': { ...begun, capacity: 'too-early' },
  'begun, without steps': { ...begun, capacitySteps: undefined },
  'begun, without what the baby needs': { ...begun, capacityForBaby: null },
  'expected before the rating': { ...begun, capacityBy: '2026-06-07' },
  'a diagnosis with who made it and when': diagnosed,
  'a diagnosis of nobody': { ...diagnosed, diagnosisBy: undefined },
  'a diagnosis without a date': { ...diagnosed, diagnosisOn: null },
  'a diagnosis of the day after': { ...diagnosed, diagnosisOn: '2026-06-09' },
  'who made it, and no diagnosis': { ...diagnosed, diagnosis: undefined },
  'a personality disorder named in what was seen': {
    observed: 'As one expects of a Personality  Disorder.',
  },
  'EUPD named in the concerns': { concerns: 'Her EUPD.' },
  'borderline personality named in the steps': {
    ...begun,
    capacitySteps: 'Treatment of her borderline personality',
  },
  'the name in what it means, and the diagnosis with its basis': {
    ...diagnosed,
    interpretation: 'Quick changes of feeling, as in her EUPD; she can be reached within minutes.',
  },
  'what was seen, in other words': {
    observed: 'She shouted and left twice when the baby cried; a nurse took over within a minute.',
  },
}

describe('capacity to change, and a diagnosis', () => {
  it.each(
    tableUnder(page, '8. Capacity to change, and a diagnosis').map(
      (row) => [row.line, row] as const,
    ),
  )('line %s of docs/states/relationship.md', (_, row) => {
    const changes = meaningOf(capacityCases, row['what is entered'])
    const faults = assessmentFaults(input(changes), around)
    expect(faults.map(({ field }) => field)).toEqual(
      row['said at'] === 'nowhere' ? [] : [row['said at']],
    )
  })

  it('is told in words, and not at all where it was not assessed', () => {
    const told = (changes: object) => capacityFacts(capacityOf(input(changes)))
    expect(told({})).toEqual([])
    expect(told({ ...begun, ...diagnosed }).map(({ text }) => text)).toEqual([
      'Change has begun; it is not known whether it will last',
      begun.capacitySteps,
      'Nobody can say yet. In time for the baby',
      'Emotionally unstable personality disorder: Dr Amal Haddad, community team, 4 Mar 2025',
    ])
  })
})

describe('what to bear in mind with a result', () => {
  const rated = {
    observedFrom: '2026-06-02',
    observedTo: '2026-06-08',
    hoursWatched: 20,
    raters: [{ trained: 'yes' }, { trained: 'yes' }] as const,
    hasScores: true,
  }
  it('is nothing where several trained raters watched the week', () => {
    expect(cautions(rated, rules)).toEqual([])
  })
  it('is a short window, an hour, one rater, and raters who are not trained', () => {
    expect(
      cautions(
        { ...rated, observedFrom: '2026-06-08', hoursWatched: 1, raters: [{ trained: 'no' }] },
        rules,
      ),
    ).toEqual([
      'Watched over 1 day, fewer than 5: such ratings are less reliable',
      'Watched for an hour or less: such ratings were much less reliable in the published study',
      'One rater alone: the published ratings were agreed by several',
      'One rater is not known to be trained in the tool',
    ])
  })
})

describe('the chart of scores over the stay', () => {
  const bmis = rules.tools.find(({ id }) => id === 'BMIS') as Tool
  const scores = [
    { toolId: 'BMIS', scaleId: 'routine', scoredOn: '2026-06-08', score: 3 },
    { toolId: 'BMIS', scaleId: 'routine', scoredOn: '2026-06-15', score: 2 },
    { toolId: 'BMIS', scaleId: 'risk', scoredOn: '2026-06-15', score: 1 },
    { toolId: 'PBQ', scaleId: 'total', scoredOn: '2026-06-15', score: 40 },
  ]
  it('has each figure in its drawing and in the table beside it', () => {
    const chart = scoreChart(bmis, scores)
    expect(chart?.table.columns).toEqual(['Scale', '8 Jun 2026', '15 Jun 2026'])
    expect(chart?.table.rows.find(([name]) => name === 'Routine care')).toEqual([
      'Routine care',
      '3',
      '2',
    ])
    expect(chart?.table.rows.find(([name]) => name?.startsWith('Risk'))).toEqual([
      'Risk to the baby, as staff see it',
      'not scored',
      '1',
    ])
    for (const figure of ['3', '2', '1']) expect(chart?.svg).toContain(`>${figure}</text>`)
    expect(chart?.svg).not.toContain('>40<')
    expect(chart?.alt).toContain('Which way is better is in the tool’s own manual')
  })
  it('is not there for a tool that was never scored', () => {
    expect(scoreChart(rules.tools.find(({ id }) => id === 'PIIOS') as Tool, scores)).toBeUndefined()
  })
})
