import { headLine, type Letterhead } from '../letters/letter.ts'
import { formatDateTime } from '../shared/calendar.ts'
import { type Block, cell, type PrintDocument } from '../shared/print-document.ts'
import type { CivilDate, Instant } from '../shared/time.ts'

/** The copy of a person's record as it is given on their request. */
export interface CopyOfRecord {
  head: Letterhead
  name: string
  askedBy: string
  lines: readonly CopyLine[]
  /** How many entries were held back because they are about, or from, somebody else. */
  heldBack: number
  printedBy: string
  printedAt: Instant
  today: CivilDate
}

export interface CopyLine {
  label: string
  recordedAt: Instant
  by: string
  fields: readonly { label: string; text: string }[]
}

/** Its title, which is metadata, names nobody. */
export const copyDocument = (copy: CopyOfRecord): PrintDocument => ({
  title: 'Copy of a record for a subject access request',
  date: copy.today,
  marking: 'OFFICIAL-SENSITIVE: PERSONAL',
  footer: `${copy.head.unit}. As it stood ${formatDateTime(copy.printedAt)}; made by ${copy.printedBy}`,
  cover: null,
  blocks: [
    { kind: 'paragraph', text: headLine(copy.head), style: 'small' },
    { kind: 'heading', level: 1, text: `Copy of the record of ${copy.name}` },
    {
      kind: 'facts',
      facts: [
        { label: 'Asked for by', text: copy.askedBy },
        { label: 'Entries', text: String(copy.lines.length) },
        {
          label: 'Held back',
          text:
            copy.heldBack === 0
              ? 'None for the sake of other people'
              : `${copy.heldBack}, because they are about other people or were said by them`,
        },
      ],
    },
    ...copy.lines.map(block),
  ],
})

const block = ({ label, recordedAt, by, fields }: CopyLine): Block => ({
  kind: 'table',
  caption: `${label}, recorded ${formatDateTime(recordedAt)} by ${by}`,
  dense: true,
  empty: 'It holds nothing.',
  columns: [
    { label: 'What', share: 0.3 },
    { label: 'Recorded', share: 0.7 },
  ],
  rows: fields.map((field) => [cell(field.label), cell(field.text)]),
})
