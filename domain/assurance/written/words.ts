/** What came of a comment of the factual check. */
export const commentOutcomeLabels = {
  changed: 'Changed',
  'not-changed': 'Not changed',
} as const
export type CommentOutcome = keyof typeof commentOutcomeLabels
