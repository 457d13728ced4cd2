import { actionStatusLabels } from '../../oversight/action.ts'
import { findingKindLabels } from '../../oversight/words.ts'
import { formatDate } from '../../shared/calendar.ts'
import { type Block, type Cell, cell } from '../../shared/print-document.ts'
import { dash } from '../figure-text.ts'
import { evidenceRows } from './evidence-rows.ts'
import type { LeavingText } from './free-text.ts'
import { commentOutcomeLabels } from './words.ts'
import type { WrittenModel } from './written-model.ts'

type Written = WrittenModel | undefined

const leavingCell = ({ text }: LeavingText): Cell => cell(text)

/** What the unit says of the period as a whole, or of one requirement. */
export function narrativeBlocks(written: Written, requirement: string | null): Block[] {
  const found = written?.narratives.find((one) => one.requirement === requirement)
  if (!found) return []
  return [
    { kind: 'heading', level: 2, text: 'What the unit says' },
    ...paragraphs(found.text).map((text) => ({ kind: 'paragraph', text }) as const),
  ]
}

const paragraphs = ({ text }: LeavingText) =>
  text
    .split(/\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** What visits found of a requirement, and what is being done about it. */
export function findingBlocks(written: Written, requirement: string): Block[] {
  if (!written) return []
  const findings = written.findings.filter((one) => one.requirement === requirement)
  const actions = written.actions.filter((one) => one.requirement === requirement)
  return [
    ...(findings.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: 'What visits and audits of the period found',
            columns: [
              { label: 'Kind', share: 3 },
              { label: 'Visit', share: 4 },
              { label: 'In their words', share: 9 },
            ],
            rows: findings.map(({ kind, visit, heldOn, text }) => [
              cell(findingKindLabels[kind]),
              { text: visit, note: formatDate(heldOn) },
              leavingCell(text),
            ]),
            empty: '',
            dense: true,
          } as const,
        ]),
    ...(actions.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: 'Actions for this requirement; the whole of each is in the action plan',
            columns: [
              { label: 'Action', share: 7 },
              { label: 'By when', share: 3 },
              { label: 'Status', share: 4 },
              { label: 'What it has changed', share: 5 },
            ],
            rows: actions.map(({ what, impact, dueOn, high, status }) => [
              leavingCell(what),
              { text: formatDate(dueOn), ...(high ? { note: 'high priority' } : {}) },
              cell(actionStatusLabels[status]),
              impact ? leavingCell(impact) : cell(dash),
            ]),
            empty: '',
            dense: true,
          } as const,
        ]),
  ]
}

/** The evidence behind a requirement, each piece with whether it counts. */
export function evidenceBlocks(written: Written, requirement: string): Block[] {
  const own = written?.evidence?.filter(({ requirements }) => requirements.includes(requirement))
  if (!own || own.length === 0) return []
  return [
    {
      kind: 'table',
      caption: 'Evidence behind this requirement',
      ...evidenceRows(own),
      empty: '',
      dense: true,
    },
  ]
}

/** Every comment of the factual check with the unit's answer. */
export function factualCheckBlocks(written: Written): Block[] {
  if (!written || written.comments.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: 'Factual check', newPage: true },
    {
      kind: 'paragraph',
      text: 'What those who were asked said of the facts in this report, and what the unit answered.',
    },
    {
      kind: 'table',
      caption: 'Comments and answers',
      columns: [
        { label: 'Of', share: 2 },
        { label: 'From', share: 4 },
        { label: 'Comment', share: 7 },
        { label: 'Outcome', share: 3 },
        { label: 'Answer', share: 7 },
      ],
      rows: written.comments.map(({ requirement, office, text, outcome, answer }) => [
        cell(requirement ?? 'the report'),
        cell(office ?? dash),
        leavingCell(text),
        cell(outcome === null ? 'Not yet answered' : commentOutcomeLabels[outcome]),
        answer ? leavingCell(answer) : cell(dash),
      ]),
      empty: '',
      dense: true,
    },
  ]
}
