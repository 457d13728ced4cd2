import { z } from 'zod'
import { instantSchema } from '../shared/calendar.ts'
import { note, reason } from '../shared/text.ts'

/**
 * Entries that some people must not see: a professional's concern about a partner or the mother, which could do
 * harm in a print, a copy or on a screen. Source: hazard HZ-11 (domain.md 8.2); Child Z, Finding Seven (who said
 * what is kept apart).
 */
export const keptFromLabels = {
  mother: 'The mother',
  partner: 'A partner, or somebody who may do harm',
  family: 'Others of the family',
} as const
export type KeptFrom = keyof typeof keptFromLabels
export const keptFromCodes = Object.keys(keptFromLabels) as KeptFrom[]

/** From whom it is kept, and why. */
export const keepingShape = {
  keptFrom: z
    .array(z.enum(keptFromCodes))
    .min(1, 'Say from whom it is kept')
    .transform((codes) => [...new Set(codes)]),
  because: reason,
}

/** What is typed of an entry besides whom it is about and how it is known. */
export const entryShape = {
  ...keepingShape,
  happenedAt: instantSchema,
  what: note,
}

/** Whom an entry is kept from, as it is read. */
export const keptFromText = (codes: readonly KeptFrom[]): string =>
  codes.map((code) => keptFromLabels[code].toLowerCase()).join('; ')
