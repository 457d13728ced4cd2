import { type DutyStatus, dutyStatus } from '#domain/communications/status.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { maybeOpen } from './queue.ts'
import { eventsOf, recordsOf } from './rows.ts'

/** How the open loops of one pair stand: without a name, an agency or what it is about. */
export interface PairLoops {
  open: number
  late: number
  /** Since when the longest overdue of them has been; null where none is. */
  lateSince: Instant | null
}

/** The open loops of the unit by pair. */
export function loopsByPair(db: ReadDb, now: Instant): Map<string, PairLoops> {
  const facts = eventsOf(db, 'ids', maybeOpen(db))
  const records = recordsOf(facts)
  const byPair = new Map<string, PairLoops>()
  for (const event of facts.events) {
    const known = byPair.get(event.pairId) ?? { open: 0, late: 0, lateSince: null }
    for (const record of records.get(event.recordId) ?? []) count(known, dutyStatus(record, now))
    byPair.set(event.pairId, known)
  }
  return byPair
}

function count(loops: PairLoops, status: DutyStatus): void {
  if (status.state === 'dropped' || status.state === 'acknowledged') return
  loops.open += 1
  if (status.state !== 'late') return
  loops.late += 1
  if (loops.lateSince === null || status.since < loops.lateSince) loops.lateSince = status.since
}

/** How many loops are open on the unit, and how many of them are overdue. */
export function countsNow(db: ReadDb, now: Instant): { open: number; late: number } {
  const all = [...loopsByPair(db, now).values()]
  const sum = (of: (loops: PairLoops) => number) => all.reduce((n, one) => n + of(one), 0)
  return { open: sum(({ open }) => open), late: sum(({ late }) => late) }
}
