import type { CivilDate, Instant } from '../shared/time.ts'
import { inForceAt, type RuleSet } from './rule-set.ts'

/** Where a revision comes from: with the app, written in the unit, or read from a file. */
export const ruleSetOrigins = ['shipped', 'written', 'imported'] as const
export type RuleSetOrigin = (typeof ruleSetOrigins)[number]

export const ruleSetOriginLabels: Record<RuleSetOrigin, string> = {
  shipped: 'Shipped with the app',
  written: 'Written by the unit',
  imported: 'Read from a file',
}

/** How a revision stands among the revisions of its kind. */
export const revisionStates = [
  'unapproved-default', // in force because nothing was approved, and shown as unapproved wherever it is used
  'draft', // written or imported, and not approved: it changes nothing
  'newer-default', // came with a newer version of the app, and not approved: it changes nothing
  'to-come', // approved, and takes effect later
  'in-force',
  'review-overdue', // in force, and its review date has passed
  'replaced', // approved once, and another revision has taken its place
  'never-approved', // a default that gave way to an approved revision
] as const
export type RevisionState = (typeof revisionStates)[number]

export const revisionStateLabels: Record<RevisionState, string> = {
  'unapproved-default': 'In force: unapproved default',
  draft: 'Draft, not approved',
  'newer-default': 'Newer default, not approved',
  'to-come': 'Approved, not in force yet',
  'in-force': 'In force, approved',
  'review-overdue': 'In force, review overdue',
  replaced: 'Replaced',
  'never-approved': 'Default, replaced unapproved',
}

export type Revision = Omit<RuleSet, 'content'> & { origin: RuleSetOrigin }

/** How each revision of the kind stands at an instant, whose day is `today`. */
export function revisionState(
  revision: Revision,
  ofKind: readonly Revision[],
  now: Instant,
  today: CivilDate,
): RevisionState {
  const isInForce = inForceAt(ofKind, revision.kind, now)?.recordId === revision.recordId
  if (revision.approvedAt === null) {
    if (isInForce) return 'unapproved-default'
    if (revision.origin !== 'shipped') return 'draft'
    return isFirst(revision, ofKind) ? 'never-approved' : 'newer-default'
  }
  if (isInForce)
    return revision.reviewDue !== null && revision.reviewDue < today ? 'review-overdue' : 'in-force'
  return revision.effectiveFrom > now ? 'to-come' : 'replaced'
}

const isFirst = (revision: Revision, ofKind: readonly Revision[]) =>
  ofKind.every(
    (other) =>
      other.recordId === revision.recordId ||
      other.recordedAt > revision.recordedAt ||
      (other.recordedAt === revision.recordedAt && other.recordId > revision.recordId),
  )

/** True where a revision may still be approved: it never was, and is no default that gave way. */
export const mayBeApproved = (state: RevisionState): boolean =>
  state === 'unapproved-default' ||
  state === 'draft' ||
  state === 'newer-default' ||
  state === 'never-approved'

/** The rules that have come into force since a draft was begun: what they changed, it changes back. Undefined where none have. */
export const overtakenBy = <R extends Revision>(
  draft: Revision & { basedOn: string | null },
  current: R | undefined,
): R | undefined =>
  draft.approvedAt === null && draft.origin !== 'shipped' && current?.recordId !== draft.basedOn
    ? current
    : undefined

/** The revision approved for a later day that would take the place of this one; the first of them. */
export const followedBy = <R extends Revision>(
  revision: Revision,
  ofKind: readonly R[],
  now: Instant,
): R | undefined =>
  ofKind
    .filter(
      (one) =>
        one.recordId !== revision.recordId && one.approvedAt !== null && one.effectiveFrom > now,
    )
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))[0]

const ownName = /^unit-(\d+)$/

/**
 * The name of the unit's next revision of a kind, numbered after the highest there ever was: unit-1, unit-2.
 * The app numbers its own defaults, so that neither takes a name of the other.
 */
export function nextRevision(names: readonly string[]): string {
  const numbers = names.map((name) => Number(ownName.exec(name)?.[1] ?? 0))
  return `unit-${Math.max(0, ...numbers) + 1}`
}
