import { evidenceKindLabels } from '../../oversight/words.ts'
import { formatDate } from '../../shared/calendar.ts'
import { type Cell, type Column, cell } from '../../shared/print-document.ts'
import { dash } from '../figure-text.ts'
import type { WrittenModel } from './written-model.ts'

type Evidence = NonNullable<WrittenModel['evidence']>[number]

/** Pieces of evidence as the rows of a table: id, kind, what it is, owner, days, and whether it counts. */
export const evidenceRows = (
  pieces: readonly Evidence[],
): { columns: Column[]; rows: Cell[][] } => ({
  columns: [
    { label: 'Id' },
    { label: 'Kind', share: 4 },
    { label: 'What it is', share: 7 },
    { label: 'Owner', share: 3 },
    { label: 'In effect', share: 4 },
    { label: 'Review due', share: 3 },
    { label: 'Counts', share: 4 },
  ],
  rows: pieces.map((one) => [
    cell(one.id ?? dash),
    cell(evidenceKindLabels[one.kind]),
    { text: one.text.text, ...(one.hash ? { note: `SHA-256 ${one.hash}` } : {}) },
    cell(one.owner ?? dash),
    cell(
      `from ${formatDate(one.effectiveFrom)}${one.effectiveTo ? ` to ${formatDate(one.effectiveTo)}` : ''}`,
    ),
    cell(formatDate(one.reviewDue)),
    cell(one.fault ?? 'yes'),
  ]),
})
