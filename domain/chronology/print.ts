import { formatDate, formatDateTime } from '../shared/calendar.ts'
import { type Block, type Cell, cell, type PrintDocument } from '../shared/print-document.ts'
import { basisLine } from '../shared/provenance.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import { type Clash, isOpen } from './clashes.ts'
import { type Gap, whenText } from './gaps.ts'
import { type ChronologyLine, lineOriginLabels } from './line.ts'

/** The page of history on paper: every line with its basis, its source and who has read it (Finding Seven). */
export interface PrintedHistory {
  unit: string
  people: readonly { id: string; name: string; kind: string; bornOn: CivilDate | null }[]
  lines: readonly ChronologyLine[]
  /** Of how many; more than the lines where a filter is on. */
  of: number
  /** The filter in words; empty where there is none. */
  only: string
  gaps: readonly Gap[]
  clashes: readonly Clash[]
  printedBy: string
  printedAt: Instant
  today: CivilDate
}

/** The document. Its title, which goes into the file's metadata, names nobody. */
export function historyDocument(history: PrintedHistory): PrintDocument {
  const { unit, printedAt, printedBy, today } = history
  return {
    title: 'History of mother and baby',
    date: today,
    marking: 'OFFICIAL-SENSITIVE',
    footer: `${unit}. Printed by ${printedBy}, ${formatDateTime(printedAt)}`,
    cover: null,
    blocks: [
      { kind: 'heading', level: 1, text: 'History of mother and baby' },
      { kind: 'facts', facts: history.people.map(factOf) },
      ...onlyBlock(history),
      ...clashBlocks(history),
      ...gapBlocks(history),
      linesTable(history),
    ],
  }
}

const factOf = ({ kind, name, bornOn }: PrintedHistory['people'][number]) => ({
  label: kind === 'baby' ? 'Baby' : 'Mother',
  text: bornOn === null ? name : `${name}, born ${formatDate(bornOn)}`,
})

function onlyBlock({ only, lines, of }: PrintedHistory): Block[] {
  if (only === '') return []
  const text = `Not the whole history: ${lines.length} of ${of} lines, ${only}`
  return [{ kind: 'box', tone: 'poor', title: 'A part of it', text }]
}

function clashBlocks({ clashes, lines }: PrintedHistory): Block[] {
  if (clashes.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: 'Accounts that differ' },
    { kind: 'list', items: clashes.map((clash) => clashText(clash, lines)) },
  ]
}

function clashText(clash: Clash, lines: readonly ChronologyLine[]): string {
  if (!isOpen(clash)) return `${clash.text}. Settled: ${clash.told?.settlement ?? ''}`
  const shown = new Set(lines.map(({ recordId }) => recordId))
  const both = shown.has(clash.firstId) && shown.has(clash.secondId)
  // A part of the history may hold one account of the two, or none.
  return `${clash.text}. Not settled: ${both ? 'both accounts stand below' : 'not both accounts are in this part'}`
}

function gapBlocks({ gaps }: PrintedHistory): Block[] {
  if (gaps.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: 'What is not told' },
    { kind: 'list', items: gaps.map(({ text }) => text) },
  ]
}

function linesTable({ lines, people, clashes, only }: PrintedHistory): Block {
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  const inClash = new Set(
    clashes.filter(isOpen).flatMap(({ firstId, secondId }) => [firstId, secondId]),
  )
  return {
    kind: 'table',
    caption: 'What happened, oldest first',
    columns: [
      { label: 'When', share: 0.14 },
      { label: 'About', share: 0.14 },
      { label: 'What', share: 0.36 },
      { label: 'How it is known', share: 0.22 },
      { label: 'Recorded', share: 0.14 },
    ],
    rows: lines.map((line) => [
      cell(whenText(line)),
      cell(line.personId === null ? 'The family' : (nameOf.get(line.personId) ?? '')),
      whatCell(line, inClash.has(line.recordId)),
      basisCell(line),
      { text: formatDateTime(line.recordedAt), note: line.recordedBy },
    ]),
    empty: only === '' ? 'Nothing is on record.' : 'No line of the history is of this part.',
    dense: true,
  }
}

const whatCell = (line: ChronologyLine, differs: boolean): Cell => ({
  text: line.what,
  note: differs ? `${lineOriginLabels[line.from]}. Accounts differ` : lineOriginLabels[line.from],
})

function basisCell({ basis, source, document }: ChronologyLine): Cell {
  const text = basis === null ? 'Basis not on record' : basisLine(basis)
  if (!document) return { text, note: source }
  const where = document.place === null ? '' : `, ${document.place}`
  const readBy = document.readBy.length > 0 ? document.readBy.join(', ') : 'nobody yet'
  return { text, note: `${source}: ${document.title}${where}. Read by ${readBy}` }
}
