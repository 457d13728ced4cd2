import { z } from 'zod'
import { looksEmpty, turnsRound } from './text.ts'

/** Where a rule comes from, as its mark beside it says. */
export const sourceMarks = [
  'review', // the serious case review of Child Z
  'published', // a text that can be read
  'memory', // known, but not yet checked against the current text
  'proposal', // a default of this product, because no published figure exists
] as const
export type SourceMark = (typeof sourceMarks)[number]

export const sourceMarkLabels: Record<SourceMark, string> = {
  review: 'From the review of Child Z',
  published: 'Published',
  memory: 'To be confirmed against the current text',
  proposal: 'Proposed: the unit has to approve it',
}

/** Whether a rule with this mark shows as unapproved until the unit approves its rule set. */
export const needsApproval = (mark: SourceMark): boolean => mark === 'memory' || mark === 'proposal'

/** What nobody could read on a screen is no rule; the longest that ships has 300 characters. */
const longestRuleText = 5_000

/** Text of a rule: trimmed, with something to read, and read in the order in which it is written. */
export const ruleText = z
  .string()
  .trim()
  .min(1, 'Enter some text')
  .max(longestRuleText, 'Shorten it to 5,000 characters or fewer')
  .refine((text) => !looksEmpty(text), 'Enter some text')
  .refine(
    (text) => !turnsRound(text),
    'There is a hidden mark that turns the text round. Delete it and type the text again',
  )

/** The id of a rule or the code of a list: letters, digits and hyphens. */
export const ruleCode = z.string().regex(/^[A-Za-z0-9-]+$/, 'Use letters, digits and hyphens')

/** What every rule carries: its source in words, and its mark. */
export const sourced = { source: ruleText, mark: z.enum(sourceMarks) }
