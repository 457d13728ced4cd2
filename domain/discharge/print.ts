import { type AboutPerson, aboutFamily, headLine, type Letterhead } from '../letters/letter.ts'
import { formatDateTime } from '../shared/calendar.ts'
import { type Block, cell, type PrintDocument } from '../shared/print-document.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import { agreementLabels, type PlanInput, plannedEndLabels } from './plan.ts'

/** The summary that goes with mother and baby: what the records say, each line with where it is from. */
export interface DischargeSummary {
  head: Letterhead
  mother: AboutPerson
  babies: readonly AboutPerson[]
  arrivedAt: Instant
  /** When and where to they left; null while they are here. */
  left: { at: Instant; to: string } | null
  plan: Omit<PlanInput, 'stayId' | 'version' | 'agreedWith' | 'agreedAt'> & {
    agreedWith: string | null
    agreedAt: Instant | null
    /** "Discharge plan, version 2, Sade Okafor, 23 Nov 2026, 14:00" */
    from: string
  }
  /** What other records say: legal status, supervision, assessment, episodes. */
  records: readonly { what: string; says: string; from: string }[]
  told: readonly { whom: string; sent: string; known: string }[]
  /** To whom this copy goes; null where nobody was named. */
  to: string | null
  /** Who must not be told, and why (decision 30). */
  notToTell: readonly { name: string; what: string; because: string }[]
  /** What was missing when they left, and why they left all the same. */
  gap: { missing: readonly string[]; because: string } | null
  printedBy: string
  printedAt: Instant
  today: CivilDate
}

/** The document. Its title, which goes into the file's metadata, names nobody. */
export const dischargeDocument = (summary: DischargeSummary): PrintDocument => ({
  title: 'Discharge and transfer summary',
  date: summary.today,
  marking: 'OFFICIAL-SENSITIVE: PERSONAL',
  footer: `${summary.head.unit}. As it stood ${formatDateTime(summary.printedAt)}; printed by ${summary.printedBy}`,
  cover: null,
  blocks: [
    { kind: 'paragraph', text: headLine(summary.head), style: 'small' },
    { kind: 'heading', level: 1, text: 'Discharge and transfer summary' },
    {
      kind: 'facts',
      facts: [
        ...(summary.to === null ? [] : [{ label: 'To', text: summary.to }]),
        ...aboutFamily(summary.mother, summary.babies, []),
        ...stayed(summary),
      ],
    },
    ...notToTellBox(summary),
    ...gapBox(summary),
    { kind: 'heading', level: 2, text: 'What is planned' },
    table(
      'From the discharge plan',
      planned(summary).map(({ what, says }) => ({ what, says, from: summary.plan.from })),
    ),
    { kind: 'heading', level: 2, text: 'What the unit’s records say' },
    table('Each line with the record that it is from', summary.records),
    { kind: 'heading', level: 2, text: 'Who was told' },
    {
      kind: 'table',
      caption: 'Told of the discharge, and who has said that they know',
      dense: true,
      columns: [
        { label: 'Who', share: 0.3 },
        { label: 'Told', share: 0.35 },
        { label: 'Acknowledged', share: 0.35 },
      ],
      rows: summary.told.map(({ whom, sent, known }) => [cell(whom), cell(sent), cell(known)]),
      empty: 'Nobody is recorded as told.',
    },
  ],
})

const stayed = ({ arrivedAt, left }: DischargeSummary) => [
  { label: 'Came', text: formatDateTime(arrivedAt) },
  {
    label: 'Left',
    text: left
      ? `${formatDateTime(left.at)}: ${left.to}`
      : 'Still on the unit when this was printed',
  },
]

/** Whoever takes over obeys it as the unit does. */
const notToTellBox = ({ notToTell }: DischargeSummary): Block[] =>
  notToTell.length === 0
    ? []
    : [
        {
          kind: 'box',
          tone: 'poor',
          title: 'Do not give this, or what is in it, to',
          text: notToTell
            .map(({ name, what, because }) => `${name}, ${what}: ${because}`)
            .join('. '),
        },
      ]

const gapBox = ({ gap }: DischargeSummary): Block[] =>
  gap === null
    ? []
    : [
        {
          kind: 'box',
          tone: 'poor',
          title: 'They left before everything was in place',
          text: `${gap.missing.join('. ')}. Reason: ${gap.because}`,
        },
      ]

function planned({ plan }: DischargeSummary) {
  const { agreement, agreedWith, agreedAt, agreedWhat } = plan
  const who = [agreedWith, agreedAt && formatDateTime(agreedAt)].filter(Boolean).join(', ')
  return [
    {
      what: 'Where to, and when',
      says: `${plannedEndLabels[plan.whereTo]}: ${plan.destination}; planned for ${formatDateTime(plan.plannedFor)}`,
    },
    {
      what: 'Social worker',
      says: [agreementLabels[agreement], who, agreedWhat].filter(Boolean).join('. '),
    },
    { what: 'Follow-up', says: plan.followUp },
    { what: 'Medicines', says: plan.medication },
    { what: 'Feeding', says: plan.feeding },
    { what: 'Weight', says: plan.weight },
    { what: 'Supervision and parenting', says: plan.parenting },
    { what: 'Documents handed on', says: plan.documents },
  ]
}

const table = (
  caption: string,
  rows: readonly { what: string; says: string; from: string }[],
): Block => ({
  kind: 'table',
  caption,
  dense: true,
  columns: [
    { label: 'What', share: 0.2 },
    { label: 'What is recorded', share: 0.52 },
    { label: 'From', share: 0.28 },
  ],
  rows: rows.map(({ what, says, from }) => [{ text: what, strong: true }, cell(says), cell(from)]),
  empty: 'Nothing is recorded.',
})
