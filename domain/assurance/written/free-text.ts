import { z } from 'zod'
import { withheldWord } from '../disclosure.ts'
import type { Disclosure } from '../report-model.ts'

/**
 * Free text is the main leak (domain.md 7.6): none leaves the unit unless a named person cleared that very
 * wording (assurance.md 4). Truth table: docs/states/free-text.md.
 */

/** What people type and a report may print, by its table. */
export const freeTextLabels = {
  report_narrative: 'Narrative',
  factual_comment: 'Comment and answer',
  oversight_visit: 'Visit: who came, with whom they spoke, what they saw',
  visit_finding: 'What a visit found',
  improvement_action: 'Action',
  evidence: 'Evidence: its title and where it is kept',
  set_level: 'Reason for a level',
} as const
export type FreeTextEntity = keyof typeof freeTextLabels
export const freeTextEntities = Object.keys(freeTextLabels) as [FreeTextEntity, ...FreeTextEntity[]]

/** For which output a wording was cleared: what may be shared may stand in the restricted report too. */
export const clearanceScopeLabels: Record<Disclosure, string> = {
  restricted: 'The restricted report alone',
  shareable: 'Both reports, the shareable one among them',
}

export interface Clearance {
  entryVersion: number
  scope: Disclosure
}

/** Why a wording is kept back from an output; null where it may stand in it. */
export function withheldBecause(
  version: number,
  clearances: readonly Clearance[],
  output: Disclosure,
): string | null {
  if (clearances.length === 0) return 'free text that nobody has cleared'
  const ofThis = clearances.filter(({ entryVersion }) => entryVersion === version)
  if (ofThis.length === 0) return 'changed since it was cleared'
  return output === 'restricted' || ofThis.some(({ scope }) => scope === 'shareable')
    ? null
    : 'cleared for the restricted report alone'
}

/** A typed text as a report holds it: its words, or that they are withheld and why. */
export const leavingTextSchema = z.strictObject({ text: z.string(), withheld: z.boolean() })
export type LeavingText = z.infer<typeof leavingTextSchema>

/** The words as they may leave. `why` is that of `withheldBecause`. */
export const leavingText = (words: string, why: string | null): LeavingText =>
  why === null
    ? { text: words, withheld: false }
    : { text: `${withheldWord}: ${why}`, withheld: true }

/** What holds a clearing back: whoever wrote the words does not clear them [P]. Null where nothing does. */
export const clearingFault = (author: string, clearedBy: string): string | null =>
  author === clearedBy
    ? 'Whoever wrote the words does not clear them. Ask somebody else to read them'
    : null
