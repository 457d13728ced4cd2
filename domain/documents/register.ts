import type { Instant } from '../shared/time.ts'
import { contentAt } from './contents.ts'
import type { DocumentChase, DocumentFile } from './record.ts'
import { classOf, type HistoryDocuments, type ReaderRole } from './rule-content.ts'
import { type ReaderStanding, readersOf } from './rules.ts'

/** How far a document on the register has come (product.md 2, 5c): computed, never stored. */
export const registerStates = [
  'expected',
  'asked',
  'received',
  're-opened',
  'read',
  'not-held',
  'not-needed',
  'not-come', // expected or asked for, and not there when she left, or when the referral came to nothing
  'not-read', // received, and not read by all when she left
] as const
export type RegisterState = (typeof registerStates)[number]

export const registerStateLabels: Record<RegisterState, string> = {
  expected: 'Expected, not asked for yet',
  asked: 'Asked for',
  received: 'Received, not read by all',
  're-opened': 'Changed since it was read',
  read: 'Read by all who must',
  'not-held': 'The source holds none',
  'not-needed': 'Not needed',
  'not-come': 'Not there when it ended',
  'not-read': 'Not read by all when it ended',
}

export interface RegisterStanding {
  state: RegisterState
  readers: ReaderStanding[]
  /** When the next step is due: to ask, to chase, or the first reading; null where nothing is. */
  dueAt: Instant | null
  overdue: boolean
}

const earliest = (times: readonly (Instant | null)[]) =>
  times.flatMap((at) => at ?? []).sort()[0] ?? null

/** The time in which a family is here, or expected: after its end no step is due any more. */
export interface Concern {
  arrivedAt: Instant | null
  /** When she left, or the referral came to nothing; null until then. */
  endedAt: Instant | null
}

const afterTheEnd: Partial<Record<RegisterState, RegisterState>> = {
  expected: 'not-come',
  asked: 'not-come',
  received: 'not-read',
  're-opened': 'not-read',
}

/**
 * Where a document stands at an instant: the next step and its limit. What was not done by the end is named as such,
 * and late no more; the measures keep it. Truth table: docs/states/history-review.md, 6.
 */
export function registerStanding(
  file: RegisterFacts,
  set: HistoryDocuments,
  { arrivedAt, endedAt }: Concern,
  at: Instant,
): RegisterStanding {
  const standing = standingWhileHere(file, set, arrivedAt, at)
  const ended = endedAt !== null && endedAt <= at ? afterTheEnd[standing.state] : undefined
  return ended ? { ...standing, state: ended, dueAt: null, overdue: false } : standing
}

type RegisterFacts = DocumentFile & {
  chases: readonly Pick<DocumentChase, 'chasedAt' | 'nextDueAt'>[]
}

function standingWhileHere(
  file: RegisterFacts,
  set: HistoryDocuments,
  arrivedAt: Instant | null,
  at: Instant,
): RegisterStanding {
  const { document, chases } = file
  const readers = readersOf(file, set, arrivedAt, at)
  const standing = (state: RegisterState, dueAt: Instant | null): RegisterStanding => ({
    state,
    readers,
    dueAt,
    overdue: dueAt !== null && at > dueAt,
  })
  if (document.outcome === 'not-needed') return standing('not-needed', null)
  if (contentAt(file, at)) {
    const open = readers.filter(({ reading }) => reading !== 'read')
    const due = earliest(open.map(({ dueAt }) => dueAt))
    if (open.length === 0) return standing('read', null)
    return standing(open.some((one) => one.reading === 're-opened') ? 're-opened' : 'received', due)
  }
  if (document.outcome === 'not-held') return standing('not-held', null)
  if (document.askedAt === null) return standing('expected', document.askDueAt)
  const last = [...chases].sort((a, b) => (a.chasedAt < b.chasedAt ? -1 : 1)).at(-1)
  return standing('asked', last ? last.nextDueAt : document.chaseDueAt)
}

/** A document that one person has to read, in each part that they fill. */
export interface MustRead {
  documentId: string
  title: string
  riskCritical: boolean
  parts: ReaderRole[]
  /** True where they or another in the part had signed it, and it changed since. */
  reOpened: boolean
  dueAt: Instant | null
  overdue: boolean
}

/**
 * What somebody has to read who fills these parts, the first thing first: what is late, then what is
 * risk-critical, then by its limit. Nothing once she has left.
 */
export function mustRead(
  files: readonly DocumentFile[],
  parts: (file: DocumentFile) => readonly ReaderRole[],
  set: HistoryDocuments,
  { arrivedAt, endedAt }: Concern,
  at: Instant,
): MustRead[] {
  if (endedAt !== null && endedAt <= at) return []
  return files
    .flatMap((file): MustRead[] => {
      const open = readersOf(file, set, arrivedAt, at).filter(
        ({ role, reading }) =>
          parts(file).includes(role) && (reading === 'unread' || reading === 're-opened'),
      )
      if (open.length === 0) return []
      const { recordId, title, classId } = file.document
      return [
        {
          documentId: recordId,
          title,
          riskCritical: classOf(set, classId).riskCritical,
          parts: open.map(({ role }) => role),
          reOpened: open.some(({ reading }) => reading === 're-opened'),
          dueAt: earliest(open.map(({ dueAt }) => dueAt)),
          overdue: open.some(({ overdue }) => overdue),
        },
      ]
    })
    .sort(
      (a, b) =>
        Number(b.overdue) - Number(a.overdue) ||
        Number(b.riskCritical) - Number(a.riskCritical) ||
        (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'),
    )
}
