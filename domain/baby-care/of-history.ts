import { dateOf } from '../shared/calendar.ts'
import type { Basis } from '../shared/provenance.ts'
import { type CareEntry, entryText } from './entry.ts'
import { careKindLabels } from './kinds.ts'
import type { Worry } from './worries.ts'

/**
 * What of the log belongs to the history of a family: every weight and every medicine, a sleep that was not
 * safe, and whatever gave cause to look at the baby. Ordinary feeds, sleeps, nappies and temperatures stay in
 * the log: a history that holds them all is read by nobody (product default).
 */
export const isOfHistory = (
  { kind, way }: Pick<CareEntry, 'kind' | 'way'>,
  worries: readonly Worry[],
): boolean =>
  worries.length > 0 ||
  kind === 'weight' ||
  kind === 'medicine' ||
  (kind === 'safe-sleep' && way === 'put-right')

/** An entry as a line of the history: what it was, and why it gave cause to look at the baby. */
export const historyText = (entry: CareEntry, worries: readonly Worry[]): string =>
  [
    `${careKindLabels[entry.kind]}: ${entryText(entry)}`,
    entry.note,
    ...worries.map(({ text }) => text),
  ]
    .filter(Boolean)
    .join('. ')

/** How it is known: staff saw it, or the mother told it. Never the one for the other. */
export const historyBasis = (
  { source, happenedAt }: Pick<CareEntry, 'source' | 'happenedAt'>,
  by: string,
): Basis =>
  source === 'staff'
    ? { kind: 'observed', by, on: dateOf(happenedAt) }
    : { kind: 'told', by: 'The mother', on: dateOf(happenedAt) }
