import type { Basis, BasisKind } from '../shared/provenance.ts'
import { daysOf, type RoughDate } from '../shared/rough-date.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import type { EntryKind } from './entry.ts'

/**
 * One line of the page of history, from whatever record it comes: when it happened apart from when it was
 * recorded, whom it is about, how it is known, from which source, and who has read that (product.md 2, 5c).
 */
export interface ChronologyLine {
  /** The record that it comes from. */
  recordId: string
  version: number
  /** Where it comes from: an entry can be corrected here, everything else at its own place. */
  from: LineFrom
  kind: EntryKind
  happened: RoughDate
  /** The last day of something that went on; null where it did not, or goes on. */
  ended: CivilDate | null
  /** The person whom it is about; null for the family. */
  personId: string | null
  what: string
  /** Null where the record of this unit holds none, as for a date of birth. */
  basis: Basis | null
  /** Who or what tells of it: "Northshire Council", "This unit". */
  source: string
  /** The document that it was taken out of. */
  document: LineDocument | null
  recordedAt: Instant
  recordedBy: string
}

export interface LineDocument {
  documentId: string
  title: string
  writtenOn: CivilDate | null
  /** Where in it. */
  place: string | null
  /** Those who have signed that they read it as it stands. */
  readBy: readonly string[]
}

export const lineOrigins = [
  'entry',
  'health-contact',
  'birth',
  'legal-status',
  'mental-health-act',
  'placement-meeting',
  'stay',
  'referral',
  'document',
  'episode',
  'supervision',
  'care-log',
  'leave',
  'missing',
] as const
export type LineFrom = (typeof lineOrigins)[number]

export const lineOriginLabels: Record<LineFrom, string> = {
  entry: 'Entered in the chronology',
  'health-contact': 'Contact with a health service',
  birth: 'Date of birth on record',
  'legal-status': 'Legal status',
  'mental-health-act': 'Mental Health Act status',
  'placement-meeting': 'Meeting about the placement',
  stay: 'Stay on this unit',
  referral: 'Referral to this unit',
  document: 'Document written',
  episode: 'Unwell baby',
  supervision: 'Supervision decision',
  'care-log': 'Care log',
  leave: 'Leave from this unit',
  missing: 'Missing from this unit',
}

/** What is known through this unit itself. */
export const thisUnit = 'This unit'

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The lines by the first day that each may have been; those without a date come last. */
export const inOrder = (lines: readonly ChronologyLine[]): ChronologyLine[] =>
  [...lines].sort(
    (a, b) =>
      order(a.happened.on ?? '9', b.happened.on ?? '9') ||
      order(a.recordedAt, b.recordedAt) ||
      order(a.recordId, b.recordId),
  )

export interface LineFilter {
  source?: string | undefined
  basis?: BasisKind | undefined
  /** A person's id, or 'family' for what is about nobody by themself. */
  about?: string | undefined
}

/** The lines that a filter leaves; without any part of it, all. */
export const filtered = <Line extends Pick<ChronologyLine, 'source' | 'basis' | 'personId'>>(
  lines: readonly Line[],
  { source, basis, about }: LineFilter,
): Line[] =>
  lines.filter(
    (line) =>
      (source === undefined || line.source === source) &&
      (basis === undefined || line.basis?.kind === basis) &&
      (about === undefined || (line.personId ?? 'family') === about),
  )

/** The days that a line speaks of: from its first possible day to its last, or the last of what went on. */
export function spanOf({ happened, ended }: Pick<ChronologyLine, 'happened' | 'ended'>) {
  const days = daysOf(happened)
  if (!days) return undefined
  return { first: days[0], last: ended !== null && ended > days[1] ? ended : days[1] }
}
