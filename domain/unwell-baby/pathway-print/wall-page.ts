import { formatDate } from '../../shared/calendar.ts'
import { limitText } from '../../shared/limits.ts'
import { type Block, type Cell, cell, type PrintDocument } from '../../shared/print-document.ts'
import type { CivilDate } from '../../shared/time.ts'
import type { RuleBook } from '../bands.ts'
import { pewsLevels } from '../pews-content.ts'
import {
  againText,
  notApproved,
  type PrintedRevision,
  revisionsLine,
  routesInOrder,
  rowsOf,
  seenText,
  stepText,
} from './words.ts'

export interface WallPage {
  unit: string
  telephone: string
  rules: RuleBook
  revisions: readonly PrintedRevision[]
  today: CivilDate
}

/**
 * The pathway as one page for the wall, made of the rules in force and of nothing else: what the screen does
 * and what the wall says can never differ. It names nobody.
 */
export function wallPage({ unit, telephone, rules, revisions, today }: WallPage): PrintDocument {
  const { routes } = rules
  const waiting = notApproved(revisions)
  return {
    title: 'Unwell baby: what to do',
    date: today,
    marking: 'OFFICIAL',
    narrowMargins: true,
    footer: `${unit}. Printed ${formatDate(today)}. ${revisionsLine(revisions)}`,
    cover: null,
    blocks: [
      { kind: 'heading', level: 1, text: 'Unwell baby: what to do' },
      ...(waiting
        ? [box('unknown', 'Not approved by the unit', `Defaults of the app: ${waiting}.`)]
        : []),
      box(
        'worst',
        'Call 999 at once',
        `${rowsOf(routes.signs, 'life-threatening')}. 999 or emergency department at once: ${rowsOf(routes.signs, 'emergency-sign')}.${telephone ? ` This unit: ${telephone}.` : ''}`,
      ),
      {
        kind: 'paragraph',
        style: 'small',
        text: `Worried? Raise it at once: a worry of staff and of the mother count alike, whatever the score. First observations ${limitText(routes.firstObservations.within)} of when it was noticed. Reached means spoken to, with the time and the name: ringing is not reaching. Nothing here delays 999.`,
      },
      routesTable(rules),
      tablesTable(rules),
      {
        kind: 'facts',
        dense: true,
        facts: [
          { label: routes.injury.text, text: injuryText(routes) },
          {
            label: 'Who takes over when a limit runs out',
            text: routes.takeOver.order.join(', then '),
          },
          {
            label: 'The computer is down',
            text: 'Use the blank form. Write each time as it happens; enter it when the computer is back.',
          },
        ],
      },
    ],
  }
}

const injuryText = ({ injury: { steps, strategy } }: RuleBook['routes']): string =>
  [...steps, ...(strategy ? [`Strategy discussion ${limitText(strategy.within)}`] : [])]
    .map((step) => `${step}.`)
    .join(' ')

const box = (tone: 'worst' | 'unknown', title: string, text: string): Block => ({
  kind: 'box',
  tone,
  title,
  text,
})

const routesTable = ({ routes }: RuleBook): Block => ({
  kind: 'table',
  caption: 'What the baby reaches, the strictest first: the strictest leads, and nothing lowers it',
  dense: true,
  empty: 'No routes.',
  columns: [
    { label: 'Reached', share: 0.34 },
    { label: 'Help', share: 0.36 },
    { label: 'Seen', share: 0.15 },
    { label: 'Observe again', share: 0.15 },
  ],
  rows: routesInOrder(routes).map(({ route, bands }): Cell[] => [
    { text: bands.map(({ label }) => label).join('; '), strong: true },
    cell(route.steps.map(stepText).join('. ') || '-'),
    cell(seenText(route.seen)),
    cell(againText(route.observeAgainMinutes)),
  ]),
})

/** The three tables side by side; PEWS is never shown alone (decision 25, domain row 3.5). */
function tablesTable({ fever, sepsis, pews, routes }: RuleBook): Block {
  const rows: [string, string][] = [
    ['Sepsis: high', rowsOf(sepsis.rows, 'high')],
    ['Sepsis: moderate to high', rowsOf(sepsis.rows, 'moderate')],
    ['Fever table: red', rowsOf(fever.rows, 'red')],
    ['Fever table: amber', rowsOf(fever.rows, 'amber')],
    ['PEWS, never alone', pewsText(pews)],
    ['Same-day review', rowsOf(routes.signs, 'same-day-sign')],
  ]
  return {
    kind: 'table',
    caption:
      'Babies under 12 months. The sepsis table counts unless a nurse or doctor has ruled infection out; the fever table counts with 38 °C or more, reported, or not taken',
    dense: true,
    empty: 'No tables.',
    columns: [
      { label: 'Table', share: 0.18 },
      { label: 'Any one of', share: 0.82 },
    ],
    rows: rows.map(([table, text]): Cell[] => [{ text: table, strong: true }, cell(text)]),
  }
}

const pewsText = ({ levels }: RuleBook['pews']) =>
  pewsLevels
    .flatMap((level) => levels.filter((one) => one.level === level))
    .map(({ level, fromTotal }) => `${level} from ${fromTotal}`)
    .join('; ')
