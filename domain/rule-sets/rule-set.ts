import { z } from 'zod'
import { civilDateSchema, instantSchema } from '../shared/calendar.ts'
import { ruleCode, ruleText } from '../shared/source.ts'
import type { CivilDate, Instant } from '../shared/time.ts'

/**
 * A rule set: criteria, levels, limits or duties as data, one record for each revision of a kind, so that a
 * decision can name the revision that it was made under (product.md 2). The shape of the content belongs to
 * the feature whose rules they are.
 */
export interface RuleSet<Content = unknown> {
  recordId: string
  kind: string
  revision: string
  title: string
  source: string
  effectiveFrom: Instant
  reviewDue: CivilDate | null
  approvedBy: string | null
  approvedAt: Instant | null
  recordedAt: Instant
  content: Content
}

/** A kind of rule set: its name in the store, and the schema of its content. */
export interface RuleSetKind<Content> {
  kind: string
  title: string
  content: z.ZodType<Content>
  /** Who outside the unit has to agree before it is approved, as a form asks for it: "a paediatrician". */
  agreement?: string
  /** What a set that can be read still needs before anybody approves it, as an answer to who would; undefined where nothing. */
  needsFirst?(content: Content): string | undefined
}

/** What a shipped file in drizzle/seed/rule-sets holds. No file is approved: the unit does that. */
export const ruleSetFileSchema = z.strictObject({
  kind: ruleCode,
  revision: ruleCode,
  title: ruleText,
  source: ruleText,
  effectiveFrom: instantSchema,
  reviewDue: civilDateSchema.nullable(),
  content: z.unknown(),
})
export type RuleSetFile = z.infer<typeof ruleSetFileSchema>

/** A shipped file with its content checked. Throws a ZodError where either is wrong: a file that is, is a bug. */
export function parseRuleSetFile<Content>(
  kind: RuleSetKind<Content>,
  file: unknown,
): RuleSetFile & { content: Content } {
  const parsed = ruleSetFileSchema.extend({ kind: z.literal(kind.kind) }).parse(file)
  return { ...parsed, content: kind.content.parse(parsed.content) }
}

/**
 * Finds the revision of a kind in force at an instant: of those approved by then and effective, the one that
 * took effect last. Where none was approved, the first that was recorded, which is the shipped default, for
 * any time, so that records of the past are judged too; a draft changes nothing before it is approved.
 * Gives undefined where there is no revision at all.
 */
export function inForce<Set extends Omit<RuleSet, 'content'>>(
  sets: readonly Set[],
  kind: string,
): (at: Instant) => Set | undefined {
  const ofKind = sets.filter((set) => set.kind === kind)
  const latestFirst = ofKind
    .filter((set) => set.approvedAt !== null)
    .sort(byEffect)
    .reverse()
  const shipped = ofKind.sort(byRecording)[0]
  return (at) => latestFirst.find((set) => effect(set) <= at) ?? shipped
}

/** The revision of a kind in force at one instant; see `inForce`. */
export const inForceAt = <Set extends Omit<RuleSet, 'content'>>(
  sets: readonly Set[],
  kind: string,
  at: Instant,
): Set | undefined => inForce(sets, kind)(at)

type Times = Pick<RuleSet, 'effectiveFrom' | 'approvedAt' | 'recordedAt' | 'recordId'>

/** The moment from which an approved revision counts: it has to be both effective and approved. */
const effect = (set: Times) =>
  set.approvedAt !== null && set.approvedAt > set.effectiveFrom ? set.approvedAt : set.effectiveFrom

/** The moments at which another revision of a kind may come into force. */
export const turnsOfRules = <Set extends Omit<RuleSet, 'content'>>(
  sets: readonly Set[],
  kind: string,
): Instant[] =>
  sets.filter((set) => set.kind === kind && set.approvedAt !== null).map((set) => effect(set))

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byRecording = (a: Times, b: Times) =>
  order(a.recordedAt, b.recordedAt) || order(a.recordId, b.recordId)
const byEffect = (a: Times, b: Times) => order(effect(a), effect(b)) || byRecording(a, b)

export const ruleSetStates = ['unapproved', 'approved', 'review-overdue'] as const
export type RuleSetState = (typeof ruleSetStates)[number]

/** How a revision stands on a day; an unapproved one says so wherever its rules are shown (product.md 2). */
export function ruleSetState(
  set: Pick<RuleSet, 'approvedAt' | 'reviewDue'>,
  today: CivilDate,
): RuleSetState {
  if (set.approvedAt === null) return 'unapproved'
  return set.reviewDue !== null && set.reviewDue < today ? 'review-overdue' : 'approved'
}

export const ruleSetStateLabels: Record<RuleSetState, string> = {
  unapproved: 'Shipped default, not approved by the unit',
  approved: 'Approved by the unit',
  'review-overdue': 'Approved; its review is overdue',
}
