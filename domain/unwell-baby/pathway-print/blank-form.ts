import { formatDate } from '../../shared/calendar.ts'
import { limitText } from '../../shared/limits.ts'
import type { Block, PrintDocument } from '../../shared/print-document.ts'
import type { CivilDate } from '../../shared/time.ts'
import { writeTable } from '../../shared/write-table.ts'
import type { RuleBook } from '../bands.ts'
import { findingLabels, findingsIn } from '../findings.ts'
import { outcomeKinds, outcomeLabels } from '../record.ts'
import { signs } from '../signs.ts'
import { type PrintedRevision, revisionsLine, routesInOrder, stepText } from './words.ts'

export interface BlankForm {
  unit: string
  telephone: string
  rules: RuleBook
  revisions: readonly PrintedRevision[]
  today: CivilDate
}

/**
 * The form for when the computer is down: one sheet, two sides, one baby. It asks for what the screen asks
 * for, in the same order and words. Its times are entered later and marked as written on paper.
 */
export function blankForm({ unit, telephone, rules, revisions, today }: BlankForm): PrintDocument {
  return {
    title: 'Unwell baby: form for when the computer is down',
    date: today,
    marking: 'OFFICIAL-SENSITIVE: PERSONAL when filled in',
    footer: `${unit}. Printed ${formatDate(today)}. ${revisionsLine(revisions)}`,
    cover: null,
    blocks: [
      { kind: 'heading', level: 1, text: 'Unwell baby: the computer is down' },
      {
        kind: 'box',
        tone: 'worst',
        title:
          'Not breathing, blue, fit, cannot be roused, collapse: call 999 now, write afterwards',
        text: `Write every time from a clock, with hours and minutes.${telephone ? ` This unit: ${telephone}.` : ''} When the computer is back, enter the concern with the time written here, then press “Written on paper” on the page of the episode. Keep this sheet.`,
      },
      asked('1 Who and when', [
        ['Baby: name, date of birth, bed', 'Mother: name'],
        ['First noticed: date and time', 'Written by: name, role'],
        ['Whose worry: staff or carer? Who said it?', 'The worry, in their words'],
      ]),
      observations(rules),
      help,
      ...back(rules),
    ],
  }
}

/** Two questions a line, each with room to write. */
const asked = (caption: string, rows: readonly (readonly [string, string])[]): Block =>
  writeTable(
    caption,
    [
      { label: 'What to write', share: 0.2 },
      { label: 'Answer', share: 0.3 },
      { label: 'What to write', share: 0.2 },
      { label: 'Answer', share: 0.3 },
    ],
    rows.map(([left, right]) => [left, '', right, '']),
  )

const measuredSigns = [
  'respiratory-rate',
  'heart-rate',
  'oxygen-saturation',
  'temperature',
  'capillary-refill',
  'systolic-pressure',
  'oxygen-flow',
] as const

function observations({ routes }: RuleBook): Block {
  const lines = [
    'Time',
    'Settled, crying, feeding, asleep',
    ...measuredSigns.map((code) => `${signs[code].label} (${signs[code].unit})`),
    'Awake, voice, pain, unresponsive',
    'Signs seen (see the back), worry of staff or mother',
    'Who measured; why something was not measured',
  ]
  return writeTable(
    `2 Observations: the first ${limitText(routes.firstObservations.within)} of when it was noticed. A repeat is a new column`,
    [
      { label: 'Sign', share: 0.28 },
      ...['First', 'Second', 'Third', 'Fourth'].map((label) => ({ label, share: 0.18 })),
    ],
    lines.map((line) => [line, '', '', '', '']),
  )
}

const help = writeTable(
  '3 Help and infection. Could this be infection? Yes / not sure / no (nurse or doctor, and why): ______________________',
  [
    { label: 'Whom', share: 0.2 },
    { label: 'Rung at, by', share: 0.2 },
    { label: 'Spoken to: time, name', share: 0.24 },
    { label: 'Advice', share: 0.22 },
    { label: 'With the baby at', share: 0.14 },
  ],
  ['999', 'On-call paediatrics', '', ''].map((whom) => [whom, '', '', '', '']),
)

function back({ routes }: RuleBook): Block[] {
  return [
    {
      kind: 'heading',
      level: 2,
      text: 'Signs to look for, and whom to ring',
      newPage: true,
    },
    {
      kind: 'facts',
      dense: true,
      facts: [
        { label: '999 at once', text: listed('danger') },
        ...routesInOrder(routes)
          .filter(({ route }) => route.steps.length > 0)
          .map(({ route, bands }) => ({
            label: bands.map(({ label }) => label).join(', '),
            text: route.steps.map(stepText).join('. '),
          })),
      ],
    },
    asked('4 Escort, journey and who was told', [
      ['Who goes with the baby; decided by, time', 'Mother goes? Leave granted by, time'],
      ['Left at, for where', 'Arrived; handed over to, time'],
      [
        'Social worker or emergency duty team: told at, who knows',
        'Others with responsibility: told at',
      ],
      ['Returned at', 'Named nurse, health visitor, GP: told at'],
    ]),
    asked('5 Bruise or injury in a baby who does not move about', [
      ['Where, size, colour; seen at, by', 'Explanation, whose words'],
      ['Referred to children’s services at', 'Who held the baby in the last 24 hours'],
    ]),
    {
      kind: 'paragraph',
      style: 'small',
      text: `6 Outcome, signed by a registered nurse or doctor, with the time: ${outcomeKinds
        .filter((kind) => kind !== 'entered-in-error')
        .map((kind) => outcomeLabels[kind].toLowerCase())
        .join(' / ')}. The clock runs until then.`,
    },
    asked('', [
      ['Outcome and time', 'Plan; review at'],
      ['Signed: name, role', 'Entered in the computer by, at'],
    ]),
  ]
}

const listed = (group: 'danger') =>
  findingsIn(group)
    .map((code) => findingLabels[code])
    .join('; ')
