import type { BasisKind } from '../shared/provenance.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import type { Settlement } from './clashes.ts'
import type { TieStatement } from './ties.ts'
import { answerKey, type FamilyNow, type Unknown, unknownsOf } from './unknowns.ts'

/** Every version of what is recorded of a family, and from when to when each question was open. */

/** One version of a record. */
export interface Version {
  recordId: string
  version: number
  recordedAt: Instant
  withdrawn: boolean
}

/** Somebody asked a question again. Without a further date, and not withdrawn, it was answered. */
export interface Asking extends Version {
  personId: string
  questionKey: string
  askedAt: Instant
  basisKind: BasisKind
  nextAskAt: Instant | null
}

export interface FamilyHistory {
  motherId: string
  /** Her newest version, by which she is counted. */
  motherVersion: number
  /** A baby who is expected: as the mother's record or a referral has it. */
  expected: readonly (Version & { expectedOn: CivilDate | null; isUnborn: boolean })[]
  /** Each from when it was recorded. */
  babies: readonly { personId: string; version: number; bornOn: CivilDate | null; since: Instant }[]
  ties: readonly (Version & TieStatement)[]
  legal: readonly (Version & {
    personId: string
    code: string
    startsAt: Instant
    endedAt: Instant | null
    basisKind: BasisKind
  })[]
  settlements: readonly (Version & Settlement)[]
  askings: readonly Asking[]
  own: readonly (Version & { personId: string; question: string })[]
  /** From when to when the unit is concerned with her: while a referral is open, and while she stays. */
  windows: readonly Window[]
}

export interface Window {
  from: Instant
  to: Instant | null
}

/** Windows that touch or overlap as one, earliest first: a stay follows its referral without a break. */
export function joined(windows: readonly Window[]): Window[] {
  const result: Window[] = []
  for (const next of [...windows].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = result.at(-1)
    if (!last || (last.to !== null && last.to < next.from)) result.push({ ...next })
    else if (last.to !== null) last.to = next.to !== null && next.to < last.to ? last.to : next.to
  }
  return result
}

/** The records as they stood at a moment, withdrawn ones left out. */
export function standingAt<Row extends Version>(rows: readonly Row[], at: Instant): Row[] {
  const newest = new Map<string, Row>()
  for (const row of rows) {
    if (row.recordedAt > at) continue
    const known = newest.get(row.recordId)
    if (!known || row.version > known.version) newest.set(row.recordId, row)
  }
  return [...newest.values()].filter(({ withdrawn }) => !withdrawn)
}

/** What had been established by an answer. */
export const isAnswer = ({ basisKind }: Pick<Asking, 'basisKind'>) =>
  basisKind !== 'not-established'

/** The family as it was recorded at a moment. */
export function familyAt(history: FamilyHistory, at: Instant): FamilyNow {
  return {
    motherId: history.motherId,
    expected: standingAt(history.expected, at).filter(({ isUnborn }) => isUnborn),
    babies: history.babies.filter(({ since }) => since <= at),
    ties: standingAt(history.ties, at),
    legal: standingAt(history.legal, at).filter(
      ({ startsAt, endedAt }) => startsAt <= at && (endedAt === null || endedAt > at),
    ),
    settlements: standingAt(history.settlements, at),
    answered: new Set(
      standingAt(history.askings, at)
        .filter(isAnswer)
        .map(({ personId, questionKey }) => answerKey(personId, questionKey)),
    ),
    own: standingAt(history.own, at),
  }
}

/** A question while it was open and the unit was concerned with her. */
export interface OpenSpan {
  unknown: Unknown
  from: Instant
  /** When it was closed, or she left; null while neither has happened. */
  to: Instant | null
  /** It ended because she left, or the referral ended. */
  left: boolean
}

/** Every moment at which something about the family changed, up to one. */
function moments(history: FamilyHistory, until: Instant): Instant[] {
  const recorded = [
    history.expected,
    history.ties,
    history.legal,
    history.settlements,
    history.askings,
    history.own,
  ].flatMap((rows) => rows.map(({ recordedAt }) => recordedAt))
  const all = [
    ...recorded,
    ...history.babies.map(({ since }) => since),
    ...history.legal.flatMap(({ startsAt, endedAt }) => [startsAt, endedAt ?? startsAt]),
    ...history.windows.map(({ from }) => from),
  ]
  // What was so before the unit was concerned with her shows at the first of these moments.
  const first = history.windows[0]?.from ?? until
  return [...new Set(all)].filter((at) => at >= first && at <= until).sort()
}

/** From when to when each question was open, as far as is known at a moment. */
export function openSpans(history: FamilyHistory, until: Instant): OpenSpan[] {
  const open = new Map<string, OpenSpan>()
  const closed: OpenSpan[] = []
  for (const at of moments(history, until)) {
    const now = new Map(
      unknownsOf(familyAt(history, at)).map((one) => [answerKey(one.aboutId, one.key), one]),
    )
    for (const [key, span] of open)
      if (!now.has(key)) {
        closed.push({ ...span, to: at })
        open.delete(key)
      }
    for (const [key, unknown] of now) {
      const known = open.get(key)
      if (known) known.unknown = unknown
      else open.set(key, { unknown, from: at, to: null, left: false })
    }
  }
  const spans = [...closed, ...open.values()]
  return history.windows.flatMap((window) => spans.flatMap((span) => within(span, window, until)))
}

function within(span: OpenSpan, window: Window, until: Instant): OpenSpan[] {
  const windowEnd = window.to !== null && window.to <= until ? window.to : null
  if (span.to !== null && span.to <= window.from) return []
  if (windowEnd !== null && span.from >= windowEnd) return []
  const from = span.from > window.from ? span.from : window.from
  const left = windowEnd !== null && (span.to === null || span.to > windowEnd)
  return [{ ...span, from, to: left ? windowEnd : span.to, left }]
}
