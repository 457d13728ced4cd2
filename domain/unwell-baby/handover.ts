import { type AboutPerson, aboutLine } from '../letters/letter.ts'
import { formatDateTime, formatTime } from '../shared/calendar.ts'
import {
  type Block,
  type Cell,
  cell,
  type Fact,
  type PrintDocument,
} from '../shared/print-document.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import { bodyMapSvg } from './body-map-svg.ts'

/** What the hospital is handed with the baby, in words: every line is of the record or says that it is not. */
export interface Handover {
  unit: string
  address: string
  telephone: string
  baby: AboutPerson & { age: string; correctedAge: string }
  mother: AboutPerson
  /** Where the mother is, if she is not on the unit: "mother missing, since 02:10"; empty where she is here. */
  motherAway: string
  /** The strictest band reached, in words. */
  band: string
  recognisedAt: Instant
  /** The worry and what was noticed, with how it is known. */
  story: string
  storyBasis: string
  /** The last sets, newest first, each with what the three tables say. */
  sets: readonly HandoverSet[]
  /** How many sets were observed before those. */
  earlierSets: number
  notMeasured: string
  /** The baby-care log of the last day in brief. */
  care: readonly string[]
  /** Medicines and allergies, as they were told before the baby came; empty where nothing was. */
  health: string
  infection: string
  calls: readonly string[]
  /** Statuses and orders in force, each with its law, its authority and its dates. */
  legal: readonly string[]
  /** Who holds responsibility by an order or a status: the authority that shares it, the court. */
  byStatus: readonly string[]
  /** Who beside the mother holds parental responsibility, and whether and how they may be contacted (decision 30). */
  holders: readonly { name: string; contact: string }[]
  consent: readonly string[]
  /** Whether the mother may be alone with the baby, and what any court or authority says. */
  withBaby: readonly string[]
  escort: readonly string[]
  handOver: readonly string[]
  told: readonly string[]
  /** Who must be told and has not been, with the limit. */
  notTold: readonly string[]
  contacts: readonly { agency: string; name: string; how: string }[]
  /** The body map; empty where nothing was marked. */
  marks: readonly HandoverMark[]
  printedBy: string
  printedAt: Instant
  today: CivilDate
}

export interface HandoverSet {
  observedAt: Instant
  state: string
  readings: string
  findings: string
  tables: string
}

export interface HandoverMark {
  number: number
  view: string
  x: number
  y: number
  text: string
  seenText: string
  description: string
  /** The explanation in the speaker's words, with whose they are; empty where none was given. */
  explanation: string
  heldBy: string
}

/** One page by situation, background, assessment and request; the body map, where there is one, on a second. Its title, which is metadata, names nobody. */
export function handoverDocument(handover: Handover): PrintDocument {
  const { unit, telephone, printedBy, printedAt, today } = handover
  const back = telephone === '' ? '' : `, telephone ${telephone}`
  return {
    title: 'Hospital handover of a baby',
    date: today,
    marking: 'OFFICIAL-SENSITIVE',
    narrowMargins: true,
    footer: `${unit}${back}. Printed by ${printedBy}, ${formatDateTime(printedAt)}`,
    cover: null,
    blocks: [
      { kind: 'heading', level: 1, text: 'Hospital handover' },
      { kind: 'facts', facts: whoFacts(handover), dense: true },
      ...part('Situation', situation(handover)),
      ...part('Background', background(handover)),
      ...assessment(handover),
      ...part('Request', request(handover)),
      ...bodyMap(handover),
    ],
  }
}

const whoFacts = ({ baby, mother, motherAway, unit, address, telephone }: Handover): Fact[] => [
  {
    label: 'Baby',
    text: [
      aboutLine(baby),
      baby.bornOn ? baby.age : 'date of birth not recorded',
      baby.correctedAge && `corrected ${baby.correctedAge}`,
    ]
      .filter(Boolean)
      .join(', '),
  },
  { label: 'Mother', text: [aboutLine(mother), motherAway].filter(Boolean).join('. ') },
  {
    label: 'From',
    text: [unit, address, telephone && `telephone ${telephone}`].filter(Boolean).join(', '),
  },
]

const part = (title: string, facts: readonly Fact[]): Block[] => [
  { kind: 'heading', level: 2, text: title },
  { kind: 'facts', facts, dense: true },
]

const notRecorded = 'Not recorded: ask the unit'
const listed = (lines: readonly string[], none = notRecorded) =>
  lines.length > 0 ? lines.map((line) => line.replace(/\.$/, '')).join('; ') : none

const situation = ({ band, recognisedAt, story, storyBasis, infection }: Handover): Fact[] => [
  { label: 'Now', text: `${band}. Recognised ${formatDateTime(recognisedAt)}` },
  { label: 'The worry', text: `${story || 'No words were written down'} (${storyBasis})` },
  { label: 'Infection', text: infection },
]

const background = (handover: Handover): Fact[] => [
  { label: 'Legal status, orders', text: listed(handover.legal) },
  {
    label: 'Parental responsibility',
    text: listed([
      `${handover.mother.name} (mother, always)`,
      ...handover.byStatus,
      ...handover.holders.map(({ name, contact }) => `${name}: ${contact}`),
    ]),
  },
  { label: 'Consent', text: listed(handover.consent) },
  { label: 'Who may be alone with the baby', text: listed(handover.withBaby) },
  { label: 'Feeds, nappies, weight', text: listed(handover.care) },
  { label: 'Medicines, allergies', text: handover.health || notRecorded },
]

function assessment({ sets, earlierSets, notMeasured, calls }: Handover): Block[] {
  return [
    { kind: 'heading', level: 2, text: 'Assessment' },
    {
      kind: 'table',
      caption: 'Last observations, newest first',
      columns: [
        { label: 'At', share: 0.12 },
        { label: 'Measured', share: 0.36 },
        { label: 'Found', share: 0.22 },
        { label: 'Fever table, sepsis table, PEWS', share: 0.3 },
      ],
      rows: sets.map(({ observedAt, state, readings, findings, tables }): Cell[] => [
        { text: formatTime(observedAt), note: state },
        cell(readings),
        cell(findings),
        cell(tables),
      ]),
      empty: 'No observations were recorded.',
      dense: true,
    },
    {
      kind: 'facts',
      facts: [
        ...(earlierSets > 0
          ? [{ label: 'Earlier', text: `${earlierSets} more, on the unit’s record` }]
          : []),
        { label: 'Not measured last', text: notMeasured },
        { label: 'Calls and advice', text: listed(calls, 'None recorded') },
      ],
      dense: true,
    },
  ]
}

const request = ({ escort, handOver, told, notTold, contacts }: Handover): Fact[] => [
  {
    label: 'Please',
    text: 'Assess this baby, tell us who takes over, and ring us before anybody takes the baby from the hospital',
  },
  { label: 'With the baby', text: listed(escort) },
  ...(handOver.length > 0 ? [{ label: 'Handed over', text: listed(handOver) }] : []),
  { label: 'Told already', text: listed(told, 'Nobody is recorded as told') },
  ...(notTold.length > 0 ? [{ label: 'Not told yet', text: listed(notTold) }] : []),
  {
    label: 'Contacts',
    text: listed(
      contacts.map(({ agency, name, how }) =>
        [`${agency}: ${name}`, how].filter(Boolean).join(', '),
      ),
    ),
  },
]

/** Where, size, colour, time seen and by whom; the explanation in the speaker's words (HIPS bruising protocol). */
function bodyMap({ marks }: Handover): Block[] {
  if (marks.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: 'Body map', newPage: true },
    {
      kind: 'chart',
      svg: bodyMapSvg(marks),
      alt: `Body map, front and back: ${marks.map(({ number, text }) => `${number}, ${text}`).join('; ')}`,
      caption: 'Left and right are the baby’s own. Drawn by hand: not to scale.',
    },
    {
      kind: 'table',
      caption: 'The marks by number',
      columns: [
        { label: 'No.', share: 0.07 },
        { label: 'What and where', share: 0.3 },
        { label: 'What it looks like', share: 0.25 },
        { label: 'Explanation, in the speaker’s words', share: 0.22 },
        { label: 'Who held the baby, 24 hours', share: 0.16 },
      ],
      rows: marks.map(({ number, text, seenText, description, explanation, heldBy }): Cell[] => [
        cell(String(number)),
        { text, note: seenText },
        cell(description),
        cell(explanation || 'None given'),
        cell(heldBy),
      ]),
      empty: 'Nothing was marked.',
      dense: true,
    },
  ]
}
