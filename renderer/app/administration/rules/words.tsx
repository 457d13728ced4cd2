import { type RevisionState, revisionStateLabels } from '#domain/rule-sets/revisions.ts'
import type { Outputs } from '../../../api.ts'
import { Tag, type Tone } from '../../../ui/tag.tsx'

export type KindView = Outputs['ruleSets']['overview'][number]
export type RevisionHead = KindView['revisions'][number]
export type RevisionView = Outputs['ruleSets']['revision']

const tones: Record<RevisionState, Tone> = {
  'unapproved-default': 'warning',
  draft: 'info',
  'newer-default': 'info',
  'to-come': 'info',
  'in-force': 'good',
  'review-overdue': 'late',
  replaced: 'neutral',
  'never-approved': 'neutral',
}

/** How a revision stands, in a word. */
export const StateTag = ({ state }: { state: RevisionState }) => (
  <Tag tone={tones[state]}>{revisionStateLabels[state]}</Tag>
)

/** Where a rule stands: "levels, SUP-2 Close, review at most hours". */
export const whereText = (where: readonly string[]) =>
  where.length === 0 ? 'The whole set' : where.join(', ')

/** How many rules stand on a proposal or on memory. */
export const unapprovedText = (count: number) =>
  count === 1
    ? '1 rule is an unapproved default'
    : `${count.toLocaleString('en-GB')} rules are unapproved defaults`
