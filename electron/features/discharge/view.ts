import { firstAcknowledgement, firstSending, newestOf } from '#domain/communications/status.ts'
import { missingLabels } from '#domain/discharge/missing.ts'
import { recipientText } from '#domain/discharge/recipients.ts'
import { changeLabels } from '#domain/relationship/codes.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { legalStandingAt } from '#domain/shared/legal-status-at.ts'
import type { Instant } from '#domain/shared/time.ts'
import { type EndReason, endReasonLabels, endReasons } from '#domain/stays/record.ts'
import { supervisionAt } from '#domain/supervision/current.ts'
import { sideText } from '#domain/supervision/strictest-here.ts'
import { whyStanding } from '#domain/supervision/why-standing.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { trustedNow } from '../../platform/trusted-now.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { personById } from '../people/queries.ts'
import { legalStatusOfChild } from '../people/statuses.ts'
import { assessmentsOf, sharingsOf } from '../relationship/rows.ts'
import { stayById } from '../stays/queries.ts'
import { pairCase } from '../supervision/case.ts'
import { pastLines } from '../unwell-baby/running.ts'
import { staffNameOf } from '../users/staff-names.ts'
import { leavingPairs, missingNow, tellingOf } from './leaving.ts'
import { recipientsAtLeaving } from './recipients.ts'
import { gapOf, planOf } from './rows.ts'
import { sentOf } from './sent-rows.ts'
import { actLine, responsibilityLine } from './whose-lines.ts'

/** One thing that another record says, and which record it is. */
export interface RecordLine {
  what: string
  says: string
  from: string
  /** The mother was not given it: it is not in her copy. */
  keptFromMother?: true
}

/** The plan of a stay, what is missing, who was told, and what other records say of mother and baby. */
export function dischargeView({ db, now: wall }: ReadContext, stayId: string) {
  const now = trustedNow(db, wall)
  const stay = stayById(db, stayId)
  const at = stay.endedAt !== null && stay.endedAt < now ? stay.endedAt : now
  const pairs = leavingPairs(db, stayId)
  const nameOf = staffNameOf(db)
  const plan = planOf(db, stayId)
  const gap = gapOf(db, stayId)
  const recipients = recipientsAtLeaving(db, stay)
  return {
    at: now,
    stay,
    /** Whom the summary may go to, or why it may not. */
    recipients: recipients.map((one) => ({ ...one, text: recipientText(one) })),
    patients: [stay.motherId, ...pairs.map(({ babyId }) => babyId)],
    mother: personById(db, stay.motherId),
    babies: pairs.map(({ babyId }) => personById(db, babyId)),
    left: stay.endedAt === null ? null : { at: stay.endedAt, to: leftTo(stay.endReason) },
    plan: plan ? { ...plan, by: nameOf(plan.author) } : null,
    /** By the way in which the stay may be ended. */
    missing: Object.fromEntries(
      endReasons.map((reason) => [
        reason,
        stay.endedAt === null
          ? missingNow(db, stayId, reason, now).map((code) => missingLabels[code])
          : [],
      ]),
    ) as Record<EndReason, string[]>,
    gap: gap
      ? {
          missing: gap.missing.map((code) => missingLabels[code]),
          because: gap.because,
          by: nameOf(gap.author),
        }
      : null,
    /** The summaries that went out, each kept as it was sent. */
    sent: sentOf(db, stayId).map(({ author, ...one }) => ({ ...one, by: nameOf(author) })),
    told: toldLines(
      db,
      pairs.map(({ id }) => id),
    ),
    records: [
      actLine(db, stay.motherId, at),
      ...pairs.flatMap((pair) => recordLines(db, { ...pair, motherId: stay.motherId }, at, nameOf)),
    ],
  }
}
export type DischargeView = ReturnType<typeof dischargeView>

const leftTo = (reason: string | null) => (reason ? endReasonLabels[reason as EndReason] : '')

const toldLines = (db: ReadDb, pairIds: readonly string[]) =>
  tellingOf(db, pairIds)
    .flatMap(({ records }) => records)
    .map((record) => {
      const sending = firstSending(record)
      const known = firstAcknowledgement(record)
      const [drop] = record.drops
      return {
        whom: newestOf(record).label,
        sent: drop
          ? `Not needed: ${drop.because}`
          : sending
            ? formatDateTime(sending.sentAt ?? sending.recordedAt)
            : 'Not yet',
        known: known?.acknowledgedAt
          ? `${known.byName ?? ''}, ${formatDateTime(known.acknowledgedAt)}`
          : sending
            ? 'Not yet'
            : '',
      }
    })

/** What the records say of one baby with the mother, each line with the record behind it. */
function recordLines(
  db: ReadDb,
  pair: { id: string; babyId: string; motherId: string },
  at: Instant,
  nameOf: (staffId: string) => string,
): RecordLine[] {
  const baby = personById(db, pair.babyId).givenName
  return [
    legalLineOf(db, pair.babyId, baby, at),
    responsibilityLine(db, { ...pair, baby }),
    supervisionLine(db, pair.id, baby, at, nameOf),
    relationshipLine(db, pair.id, baby, nameOf),
    ...pastLines(db, at, pair.id)
      .filter(({ outcome }) => outcome !== 'entered-in-error')
      .map(({ recognisedAt, outcomeLabel, endedAt, band }) => ({
        what: `${baby}: unwell`,
        says: `${formatDateTime(recognisedAt)}${band ? `, ${band}` : ''}. ${outcomeLabel}`,
        from: `Episode, ended ${formatDateTime(endedAt)}`,
      })),
  ]
}

function legalLineOf(db: ReadDb, babyId: string, baby: string, at: Instant): RecordLine {
  const { facts } = legalStatusOfChild(db, babyId, at)
  const { known, inForce } = legalStandingAt(
    facts.map((fact) => ({ ...fact, recordId: fact.id })),
    at,
  )
  return {
    what: `${baby}: legal status`,
    says: known
      ? inForce.map(({ status }) => status.label).join('; ') || 'None in force'
      : 'Not recorded',
    from: known
      ? `Legal status, recorded ${inForce.map(({ fact }) => formatDateTime(fact.recordedAt)).join(', ')}`
      : '-',
  }
}

function supervisionLine(
  db: ReadDb,
  pairId: string,
  baby: string,
  at: Instant,
  nameOf: (staffId: string) => string,
): RecordLine {
  const supervised = pairCase(db, pairId, at)
  const standing = supervisionAt(supervised, at)
  const { inside, authorityRequirement } = standing
  const last = supervised.decisions.filter(({ startsAt }) => startsAt <= at).at(-1)
  const { rules } = supervised
  return {
    what: `${baby}: supervision at discharge`,
    says: [
      `Inside ${sideText(rules, standing, 'inside')}; outside ${sideText(rules, standing, 'outside')}`,
      whyStanding(inside),
      authorityRequirement ? `Court or authority: ${authorityRequirement}` : '',
    ]
      .filter(Boolean)
      .join('. '),
    from: last
      ? `Supervision assessment from ${formatDateTime(last.startsAt)}, ${nameOf(last.author)}`
      : 'No assessment',
  }
}

function relationshipLine(
  db: ReadDb,
  pairId: string,
  baby: string,
  nameOf: (staffId: string) => string,
): RecordLine {
  const last = assessmentsOf(db, [pairId]).at(-1)
  const withMother = sharingsOf(db, [pairId])
    .filter(
      ({ recipient, assessmentId }) => recipient === 'mother' && assessmentId === last?.recordId,
    )
    .at(-1)
  return {
    ...(withMother?.outcome === 'withheld' ? { keptFromMother: true } : {}),
    what: `${baby}: relationship and parenting`,
    says: last
      ? [changeLabels[last.change], last.interpretation].filter(Boolean).join('. ')
      : 'Never assessed here',
    from: last
      ? `Assessment (opinion) of ${last.ratedAt ? formatDateTime(last.ratedAt) : 'a time not known'}, ${nameOf(last.author)}`
      : '-',
  }
}
