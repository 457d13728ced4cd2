import type { CallScript, WrittenText } from '#domain/communications/call-script.ts'
import type { DutyMethod, SharingBasis } from '#domain/communications/record.ts'
import type { DutyStatus } from '#domain/communications/status.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { Family } from './families.ts'

/** One loop with one agency or person, as it is shown. */
export interface Loop {
  dutyId: string
  eventId: string
  label: string
  what: string
  limitText: string
  /** At once, or within the hour. */
  urgent: boolean
  /** The earliest limit that the duty ever had. */
  dueAt: Instant | null
  calendarKnown: boolean
  status: DutyStatus
  sentLate: boolean
  /** Who takes over or is rung next, once a limit has run out. */
  next: string | null
  question: { id: string; text: string } | null
  /** A concern or consent that is recorded makes it a duty without that question. */
  concernTells: boolean
  /** Why the social worker is asked instead of telling that person (decision 30). */
  insteadBecause: string | null
  contact: { name: string; role: string; telephone: string | null; email: string | null } | null
  script: CallScript
  /** The same in writing, for a secure email or a letter. */
  written: WrittenText
  source: string
  mark: string
  sendings: {
    id: string
    version: number
    sentAt: Instant | null
    /** When it was put on record: later than it happened, it is marked. */
    enteredAt: Instant
    method: DutyMethod
    toName: string
    shared: string
    sharingBasis: SharingBasis
    acknowledgeBy: Instant | null
    by: string
    /** Staff id of who recorded it. */
    byId: string
  }[]
  acknowledgements: {
    id: string
    version: number
    acknowledgedAt: Instant | null
    enteredAt: Instant | null
    byName: string | null
    byRole: string
    method: DutyMethod
    outcome: string
    /** Staff id of who recorded it last. */
    byId: string
  }[]
  drops: {
    id: string
    version: number
    because: string
    droppedAt: Instant
    enteredAt: Instant
    by: string
    /** Staff id of who recorded it. */
    byId: string
  }[]
}

/** Something that others must be told of, with its loops. */
export interface LoopEvent {
  eventId: string
  version: number
  event: string
  title: string
  occurredAt: Instant
  startsAt: Instant | null
  sourceType: string | null
  /** What happened in words; null where the event says it all. */
  details: string | null
  /** What it means for care of the baby, entered afterwards; null where that was not asked, or not entered yet. */
  effectOnCare: string | null
  /** The record raised an episode of the mother by itself: what it means for care of the baby is asked. */
  asksEffect: boolean
  /** Nobody has recorded a concern or consent, and recording one would have somebody more told (decision 31). */
  concernAdds: boolean
  family: Family
  loops: Loop[]
}
