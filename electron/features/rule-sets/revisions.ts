import { differences } from '#domain/rule-sets/differences.ts'
import {
  followedBy,
  mayBeApproved,
  overtakenBy,
  revisionState,
} from '#domain/rule-sets/revisions.ts'
import { inForceAt, type RuleSetKind } from '#domain/rule-sets/rule-set.ts'
import { rulesWithin } from '#domain/rule-sets/rules-within.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { needsApproval } from '#domain/shared/source.ts'
import type { Instant } from '#domain/shared/time.ts'
import { staff } from '#drizzle/schema/users.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { contentFaults, kindNamed, type RuleSetKinds } from './content.ts'
import {
  contentText,
  type RevisionRow,
  revisionRow,
  revisionRows,
  versionsOf,
} from './revision-rows.ts'

const names = standing(staff, ['recordId', 'name'])

/** Names of staff are shown inside the unit alone (decision 37). */
function namer({ db, actor }: ReadContext): (staffId: string | null) => string | null {
  const known = new Map(names.at(db, newest).map((row) => [row.recordId, row.name]))
  return (staffId) => {
    if (staffId === null) return null
    return actor.role === 'commissioner' ? 'a member of staff' : (known.get(staffId) ?? 'the app')
  }
}

/** Every kind with its revisions, those in force first, and how many rules of each nobody has approved. */
export function ruleSetOverview(ctx: ReadContext, kinds: RuleSetKinds) {
  const rows = revisionRows(ctx.db)
  const name = namer(ctx)
  return kinds.map(({ kind, title, agreement }) => {
    const ofKind = rows.filter((row) => row.kind === kind)
    const current = inForceAt(ofKind, kind, ctx.now)
    return {
      kind,
      title,
      agreement: agreement ?? null,
      inForce: current?.recordId ?? null,
      unapprovedRules: current ? unapproved(ctx.db, current) : 0,
      revisions: ofKind
        .map((row) => headOf(row, ofKind, ctx.now, name))
        .sort((a, b) => orderOf(b, current?.recordId) - orderOf(a, current?.recordId)),
    }
  })
}

const orderOf = (head: { id: string; recordedAt: string }, current: string | undefined) =>
  head.id === current ? Number.MAX_SAFE_INTEGER : Date.parse(head.recordedAt)

function headOf(
  row: RevisionRow,
  ofKind: readonly RevisionRow[],
  now: Instant,
  name: (staffId: string | null) => string | null,
) {
  const { recordId, approvedBy, ...head } = row
  const state = revisionState(row, ofKind, now, dateOf(now))
  return {
    id: recordId,
    ...head,
    approvedBy: name(approvedBy),
    state,
    mayBeApproved: mayBeApproved(state),
  }
}

/** How many rules of a revision rest on a proposal or on memory, while nobody has approved it. */
function unapproved(db: ReadDb, row: RevisionRow): number {
  if (row.approvedAt !== null) return 0
  return rulesWithin(JSON.parse(contentText(db, row.recordId))).filter(({ mark }) =>
    needsApproval(mark),
  ).length
}

/** A draft of an older version of the app may not be readable as its kind is now: the approval says that. */
const neededBy = (kind: RuleSetKind<unknown>, content: unknown): string | undefined =>
  kind.content.safeParse(content).success ? kind.needsFirst?.(content) : undefined

/** One revision with its rules, who wrote it, and what would change if it were approved. */
export function ruleSetRevision(ctx: ReadContext, kinds: RuleSetKinds, id: string) {
  const row = revisionRow(ctx.db, id)
  const ofKind = revisionRows(ctx.db).filter(({ kind }) => kind === row.kind)
  const name = namer(ctx)
  const current = inForceAt(ofKind, row.kind, ctx.now)
  const content: unknown = JSON.parse(contentText(ctx.db, id))
  const versions = versionsOf(ctx.db, id)
  const kind = kindNamed(kinds, row.kind)
  return {
    ...headOf(row, ofKind, ctx.now, name),
    agreement: kind.agreement ?? null,
    needsFirst: row.approvedAt === null ? (neededBy(kind, content) ?? null) : null,
    content: JSON.stringify(content),
    rules: rulesWithin(content),
    inForce: current && { id: current.recordId, revision: current.revision },
    /** What came into force since it was begun, and would be changed back: somebody else's draft, approved first. */
    overtakenBy: overtakenBy(row, current)?.revision ?? null,
    /** What is approved for a later day, and will take its place. */
    followedBy: row.approvedAt === null ? comingOf(followedBy(row, ofKind, ctx.now)) : null,
    /** Against the rules in force now. */
    differences:
      current && current.recordId !== id
        ? differences(JSON.parse(contentText(ctx.db, current.recordId)), content)
        : [],
    versions: versions.map(({ author, ...line }) => ({ ...line, by: name(author) })),
    isOwn: row.origin !== 'shipped' && versions.some(({ author }) => author === ctx.actor.staffId),
  }
}

const comingOf = (next: RevisionRow | undefined) =>
  next ? { revision: next.revision, effectiveFrom: next.effectiveFrom } : null

/** What is wrong with rules that somebody is writing, and what they would change; nothing is kept. */
export function considerRules(
  ctx: ReadContext,
  kinds: RuleSetKinds,
  input: { kind: string; content: unknown },
) {
  const current = inForceAt(revisionRows(ctx.db), input.kind, ctx.now)
  return {
    faults: contentFaults(kindNamed(kinds, input.kind), input.content, 'content'),
    differences: current
      ? differences(JSON.parse(contentText(ctx.db, current.recordId)), input.content)
      : [],
  }
}
