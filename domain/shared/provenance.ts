import { dateOf, formatDate, isCivilDate } from './calendar.ts'

/**
 * How a statement about a person, a tie, an event or a symptom is known. Nothing of the kind can be stored
 * without it. Source: review of Child Z, Finding Seven; domain.md 6.2.
 */
export const bases = [
  'observed', // seen or measured by staff
  'document', // a document was seen
  'told', // somebody said so
  'opinion', // a professional's judgement
  'not-established', // asked, and not established
] as const
export type BasisKind = (typeof bases)[number]

export const basisLabels: Record<BasisKind, string> = {
  observed: 'Observed by staff',
  document: 'Document seen',
  told: 'Told by someone',
  opinion: 'Professional opinion',
  'not-established': 'Asked and not established',
}

/**
 * Whether a statement can rest on a basis: what was asked and not established is a question still, whatever is claimed
 * beside it. Source: domain.md 6.2 (UNKNOWN is a grade of its own). Truth table: docs/states/people.md, 12.
 */
export const carries = (kind: BasisKind): boolean => kind !== 'not-established'

/** The kinds on which something that is said to be so can rest. */
export const carryingBases: readonly BasisKind[] = bases.filter(carries)

/** A basis with what it must also hold: who said it and when, or which document. */
export interface Basis {
  kind: BasisKind
  /** Who observed, said, or judged it; required for every kind but `document`. */
  by?: string | undefined
  /** The civil date or instant that it was said, seen or asked. */
  on?: string | undefined
  /** The document's title or reference; required for `document`. */
  document?: string | undefined
}

/** The messages for a basis that does not hold what its kind needs; empty when it does. */
export function basisFaults(basis: Basis): { field: 'by' | 'on' | 'document'; message: string }[] {
  const faults: { field: 'by' | 'on' | 'document'; message: string }[] = []
  const missing = (value: string | undefined) => value === undefined || value.trim() === ''
  if (basis.kind === 'document') {
    if (missing(basis.document))
      faults.push({ field: 'document', message: 'Enter the title or reference of the document' })
  } else if (missing(basis.by)) {
    faults.push({ field: 'by', message: whoMessages[basis.kind] })
  }
  if (missing(basis.on)) faults.push({ field: 'on', message: 'Enter the date' })
  return faults
}

const whoMessages: Record<Exclude<BasisKind, 'document'>, string> = {
  observed: 'Enter who observed it',
  told: 'Enter who said it, and how they know',
  opinion: 'Enter whose opinion it is',
  'not-established': 'Enter who was asked',
}

/** The day as people write it; of an instant, the day in England. */
const dayText = (on: string) => formatDate(isCivilDate(on) ? on : dateOf(on))

/** A basis in one line, as it is printed beside every statement. */
export function basisLine(basis: Basis): string {
  const date = basis.on ? `, ${dayText(basis.on)}` : ''
  if (basis.kind === 'document') return `${basisLabels.document}: ${basis.document}${date}`
  return basis.by ? `${basisLabels[basis.kind]}: ${basis.by}${date}` : basisLabels[basis.kind]
}
