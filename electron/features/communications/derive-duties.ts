import { deriveDuties as derive } from '#domain/communications/derive.ts'
import { dutiesRuleSetKind, type RecipientKey } from '#domain/communications/duties-content.ts'
import type { Instant } from '#domain/shared/time.ts'
import { dutyEvent } from '#drizzle/schema/communications.ts'
import type { WriteTx } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { basisOf } from './basis.ts'
import { deriveAgain } from './derive-again.ts'
import { eventsOf } from './rows.ts'
import {
  type DerivedDuties,
  type GivenAnswer,
  keepAnswers,
  legalColumns,
  noteOf,
  writeConsidered,
  writeDuties,
} from './write-duties.ts'

/** Something that others must be told of, as the feature in which it happens knows it. */
export interface Happening {
  /** COM-01 to COM-21. */
  event: string
  at: Instant
  /** The start of what is announced (leave, lowering, discharge). */
  startsAt?: Instant | null
  /** The pair; before the arrival the child of the referral. */
  pairId: string
  babyId: string
  motherId: string
  /** The record of it, and the name of that record's table, or `episode` for an unwell baby's. */
  subjectId: string | null
  subjectType: string | null
  /** A safeguarding concern, or consent to share, is recorded. */
  concernOrConsent?: boolean
  /** What happened, and what it means for care of the baby; left out where the event says it all. */
  details?: string | null
  /** Answers to named questions that the caller has already, with how they are known. */
  answers?: readonly GivenAnswer[]
  /** For an event that only those are told of who were told of another: who they are. */
  toldBefore?: readonly RecipientKey[]
}

/**
 * Writes the duties of an event in the transaction of its caller, each with its due time fixed (architecture
 * law 5). Told again of the same event of the same record it adds what is new, brings limits forward, and
 * keeps what was done. Throws where the rules do not know the event, which is a bug.
 */
export function deriveDuties(tx: WriteTx, happening: Happening): DerivedDuties {
  const { event, subjectId, subjectType, pairId } = happening
  const known =
    subjectId === null
      ? undefined
      : eventsOf(tx, 'sources', [subjectId]).events.find(
          (one) => one.event === event && one.pairId === pairId && one.sourceType === subjectType,
        )
  return known ? deriveAgain(tx, known, happening) : deriveAnew(tx, happening)
}

/** The same for an event that is another one each time, although one record tells of all of them. */
export function deriveAnew(tx: WriteTx, happening: Happening): DerivedDuties {
  const { event, at, pairId, babyId, motherId, subjectId, subjectType } = happening
  const { startsAt = null, concernOrConsent = false, answers = [], toldBefore } = happening
  const rules = ruleInForce(tx, dutiesRuleSetKind, at)
  const { basis, legal } = basisOf(tx, {
    event,
    occurredAt: at,
    startsAt,
    babyId,
    motherId,
    concernOrConsent,
    answers: Object.fromEntries(answers.map(({ question, answer }) => [question, answer])),
    toldBefore,
  })
  const { recordId: eventId } = tx.insert(dutyEvent, {
    pairId,
    event,
    occurredAt: at,
    startsAt,
    sourceId: subjectId,
    sourceType: subjectType,
    ...legalColumns(legal),
    concernOrConsent,
    details: happening.details ?? null,
    babyDays: basis.babyDays,
    ruleSetId: rules.recordId,
  })
  keepAnswers(tx, eventId, answers)
  const derived = derive(rules.content, basis)
  const dutyIds = writeDuties(tx, { eventId, babyId, motherId, content: rules.content }, derived)
  writeConsidered(tx, eventId, derived)
  const payload = { event, duties: dutyIds.length }
  return { eventId, dutyIds, audit: [noteOf('duty.derive', eventId, [babyId, motherId], payload)] }
}
