import { z } from 'zod'
import { civilDateSchema } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import { line, name } from '../shared/text.ts'
import type { CivilDate } from '../shared/time.ts'
import { pinnables } from './pinnable.ts'
import { type EvidenceKind, evidenceKindLabels } from './words.ts'

export { type EvidenceKind, evidenceKindLabels } from './words.ts'

/**
 * Evidence behind requirements: a document by revision and hash, or a record pinned at the version that was
 * looked at; with its owner and the time for which it holds (product.md 2, 5g; domain.md 7.3 and 7.5). Truth
 * table: docs/states/evidence.md.
 */

const evidenceKinds = Object.keys(evidenceKindLabels) as [EvidenceKind, ...EvidenceKind[]]

export const evidenceFields = {
  title: name,
  kind: z.enum(evidenceKinds, 'Choose what it is'),
  requirements: z
    .array(z.string().min(1).max(20))
    .min(1, 'Choose at least one requirement')
    .max(40),
  ownerId: z.uuid('Choose who answers for it'),
  effectiveFrom: civilDateSchema,
  effectiveTo: civilDateSchema.nullable().default(null),
  reviewDue: civilDateSchema,
}
export const documentFields = {
  revision: name,
  fileHash: z.string().regex(/^[0-9a-f]{64}$/, 'Choose the file'),
  fileName: name,
  keptAt: line,
}
export const pinFields = { type: z.enum(pinnables, 'Choose a record'), id: z.uuid() }

/** What cannot be true of the days of a piece of evidence. */
export function evidenceFaults(days: {
  effectiveFrom: CivilDate
  effectiveTo: CivilDate | null
  reviewDue: CivilDate
}): FieldMessage[] {
  const faults: FieldMessage[] = []
  if (days.effectiveTo !== null && days.effectiveTo < days.effectiveFrom)
    faults.push({ field: 'effectiveTo', message: 'It cannot end before it takes effect' })
  if (days.reviewDue < days.effectiveFrom)
    faults.push({ field: 'reviewDue', message: 'The review is due after it takes effect' })
  return faults
}

export interface EvidenceFact {
  recordId: string
  version: number
  requirements: readonly string[]
  effectiveFrom: CivilDate
  effectiveTo: CivilDate | null
  reviewDue: CivilDate
  /** The last day of its owner on the unit; null while they are in post. */
  ownerLeftOn: CivilDate | null
  /** Of a pinned record: the version that was looked at, and the newest; both null for a document. */
  pinnedVersion: number | null
  newestVersion: number | null
  pinnedWithdrawn: boolean
}

/** Why a piece of evidence does not count, and since or from which day. */
export interface EvidenceFault {
  because: string
  on: CivilDate | null
}

const fault = (because: string, on: CivilDate | null = null): EvidenceFault => ({ because, on })

/** Why a piece of evidence does not count on a day; null where it does. */
export function evidenceFault(one: EvidenceFact, day: CivilDate): EvidenceFault | null {
  if (day < one.effectiveFrom) return fault('Not in effect yet', one.effectiveFrom)
  if (one.effectiveTo !== null && day > one.effectiveTo)
    return fault('Out of its period', one.effectiveTo)
  if (day > one.reviewDue) return fault('Stale: its review is overdue', one.reviewDue)
  if (one.pinnedWithdrawn) return fault('The record behind it was entered in error')
  if (one.pinnedVersion !== null && one.newestVersion !== one.pinnedVersion)
    return fault('The record behind it has changed since it was pinned')
  if (one.ownerLeftOn !== null && day > one.ownerLeftOn)
    return fault('Whoever answered for it has left', one.ownerLeftOn)
  return null
}
