import { type AboutPerson, aboutFamily, headLine, type Letterhead } from '../letters/letter.ts'
import { formatDate, formatDateTime } from '../shared/calendar.ts'
import { type Block, cell, type PrintDocument } from '../shared/print-document.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import { type Capacity, capacityFacts } from './capacity.ts'
import {
  type ChangeSince,
  changeLabels,
  type Purpose,
  purposeLabels,
  type Setting,
  settingLabels,
  type Trained,
  trainedLabels,
} from './codes.ts'
import { hoursInWords } from './hours-in-words.ts'
import type { Score } from './record.ts'
import type { ScopeStatement, Tool } from './rule-content.ts'
import { directionText, scoreChart } from './score-chart.ts'

/** An assessment on paper, with the scope statement as its last page: the one never goes out without the other. */

export interface PrintedAssessment {
  head: Letterhead
  mother: AboutPerson
  baby: AboutPerson
  assessment: {
    ratedAt: Instant | null
    dayOfStay: number | null
    purpose: Purpose
    askedBy: string
    observedFrom: CivilDate
    observedTo: CivilDate
    hoursWatched: number | null
    settings: readonly Setting[]
    observed: string
    interpretation: string
    strengths: string
    concerns: string
    illness: string
    change: ChangeSince | 'first'
    changeText: string
    raters: readonly { name: string; trained: Trained }[]
  } & Capacity
  cautions: readonly string[]
  tools: readonly Tool[]
  /** Of the stay up to this assessment. */
  scores: readonly Score[]
  scope: ScopeStatement
  /** "Scope statement, revision 2: approved by the unit". */
  scopeStanding: string
  printedBy: string
  printedAt: Instant
  today: CivilDate
}

/** The document. Its title, which goes into the file's metadata, names nobody. */
export const assessmentDocument = (printed: PrintedAssessment): PrintDocument => ({
  title: 'Relationship and parenting assessment',
  date: printed.today,
  marking: 'OFFICIAL-SENSITIVE: PERSONAL',
  footer: `${printed.head.unit}. Printed by ${printed.printedBy}, ${formatDateTime(printed.printedAt)}`,
  cover: null,
  blocks: [
    { kind: 'paragraph', text: headLine(printed.head), style: 'small' },
    { kind: 'heading', level: 1, text: 'Relationship and parenting assessment' },
    { kind: 'facts', facts: aboutFamily(printed.mother, [printed.baby], []) },
    { kind: 'facts', facts: howFacts(printed), dense: true },
    ...cautionBox(printed),
    ...part('What was seen', printed.assessment.observed),
    ...part('What the raters take it to mean (opinion)', printed.assessment.interpretation),
    ...part('Strengths', printed.assessment.strengths),
    ...part('Concerns', printed.assessment.concerns),
    ...part('Illness and medicines', printed.assessment.illness),
    ...capacityBlocks(printed),
    ...scoreBlocks(printed),
    {
      kind: 'heading',
      level: 2,
      text: 'What this unit assesses, and what it does not',
      newPage: true,
    },
    ...scopeBlocks(printed.scope, 3),
    { kind: 'paragraph', style: 'small', text: printed.scopeStanding },
  ],
})

interface PrintedScope {
  head: Letterhead
  scope: ScopeStatement
  standing: string
  today: CivilDate
}

/** The scope statement by itself: one page, which names nobody. */
export const scopeDocument = ({ head, scope, standing, today }: PrintedScope): PrintDocument => ({
  title: 'What this unit assesses, and what it does not',
  date: today,
  marking: 'OFFICIAL',
  footer: `${head.unit}, ${head.provider}. ${standing}`,
  cover: null,
  blocks: [
    { kind: 'paragraph', text: headLine(head), style: 'small' },
    { kind: 'heading', level: 1, text: 'What this unit assesses, and what it does not' },
    ...scopeBlocks(scope, 2),
  ],
})

const texts = (lines: readonly { text: string }[]) => lines.map(({ text }) => text)

const scopeBlocks = (scope: ScopeStatement, level: 2 | 3): Block[] => [
  { kind: 'paragraph', style: 'lead', text: scope.purpose.text },
  { kind: 'heading', level, text: 'What we assess' },
  { kind: 'list', items: texts(scope.weAssess) },
  { kind: 'heading', level, text: 'What we do not' },
  { kind: 'list', items: texts(scope.weDoNot) },
  { kind: 'heading', level, text: 'How far it can be relied on' },
  { kind: 'list', items: texts(scope.howFar) },
  { kind: 'heading', level, text: 'Who else to ask' },
  { kind: 'list', items: texts(scope.whoElse) },
]

function part(title: string, text: string): Block[] {
  if (text === '') return []
  const paragraphs = text.split(/\n+/).filter((line) => line.trim() !== '')
  return [
    { kind: 'heading', level: 2, text: title },
    ...paragraphs.map((line): Block => ({ kind: 'paragraph', text: line })),
  ]
}

function howFacts({ assessment }: PrintedAssessment) {
  const { ratedAt, dayOfStay, observedFrom, observedTo, hoursWatched } = assessment
  const day = dayOfStay === null ? '' : `, day ${dayOfStay} together here`
  const watched = hoursInWords(hoursWatched)
  return [
    {
      label: 'Rated',
      text: ratedAt === null ? 'Not known' : `${formatDateTime(ratedAt)}${day}`,
    },
    {
      label: 'By',
      text: assessment.raters
        .map(({ name, trained }) => `${name} (${trainedLabels[trained].toLowerCase()})`)
        .join(', '),
    },
    {
      label: 'For',
      text: [purposeLabels[assessment.purpose], assessment.askedBy].filter(Boolean).join('. '),
    },
    {
      label: 'Watched',
      text: `${formatDate(observedFrom)} to ${formatDate(observedTo)}, ${watched}`,
    },
    { label: 'At', text: assessment.settings.map((one) => settingLabels[one]).join(', ') },
    {
      label: 'Since the last',
      text: [changeLabels[assessment.change], assessment.changeText].filter(Boolean).join(': '),
    },
  ]
}

function capacityBlocks({ assessment }: PrintedAssessment): Block[] {
  const facts = capacityFacts(assessment)
  return facts.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: 'Capacity to change' },
        { kind: 'facts', facts },
      ]
}

const cautionBox = ({ cautions }: PrintedAssessment): Block[] =>
  cautions.length === 0
    ? []
    : [
        {
          kind: 'box',
          tone: 'poor',
          title: 'Bear in mind',
          text: cautions.map((one) => `${one}.`).join(' '),
        },
      ]

/** Each tool's chart with its figures in a table beside it. */
const scoreBlocks = ({ tools, scores }: PrintedAssessment): Block[] =>
  tools.flatMap((tool): Block[] => {
    const chart = scoreChart(tool, scores)
    if (!chart) return []
    const { svg, alt, caption, table } = chart
    return [
      { kind: 'heading', level: 2, text: tool.name },
      { kind: 'paragraph', style: 'small', text: directionText(tool) },
      { kind: 'chart', svg, alt, caption },
      {
        kind: 'table',
        caption: 'The same figures',
        columns: table.columns.map((label) => ({ label })),
        rows: table.rows.map((row) => row.map(cell)),
        empty: 'Nothing was scored.',
        dense: true,
      },
    ]
  })
