import { factText, patternOf } from '#domain/chronology/pattern.ts'
import type { Conclusion, ReviewInput, SignAnswer } from '#domain/chronology/review.ts'
import { reviewFaults } from '#domain/chronology/review.ts'
import { historyAnalysis } from '#domain/chronology/rule-content.ts'
import { refuse } from '#domain/shared/failure.ts'
import { dueOf, limitText } from '#domain/shared/limits.ts'
import { roleLabels } from '#domain/users/roles.ts'
import { patternReview, patternReviewSign } from '#drizzle/schema/health-use.ts'
import type { ReadContext, SignedContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import { contentHash } from '../../platform/store/audit.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { staffNameOf } from '../users/staff-names.ts'
import { everybodyIn, peopleOf, wholeFamily } from './family.ts'
import { type ContactRow, contactsOf } from './own-lines.ts'

/**
 * The hash over what the contacts say: an analysis is of just these. Who recorded them, and when, is not in
 * it, so that a correction back to the same words re-opens nothing.
 */
export function hashOfContacts(contacts: readonly ContactRow[]): string {
  const words = contacts
    .map((one) =>
      [
        one.personId,
        one.happened.on ?? '',
        one.happened.precision,
        one.service,
        one.provider,
        one.place,
        one.reported,
        one.reportedBy,
        one.seen,
        one.observed,
        one.outcome,
      ].join('\u001f'),
    )
    .sort()
  return contentHash(['contacts'], { contacts: words.join('\u001e') })
}

const reviews = standing(
  patternReview,
  [
    'recordId',
    'version',
    'recordedAt',
    'reviewerId',
    'reviewedAt',
    'lookedAt',
    'analysis',
    'impact',
    'conclusion',
    'nextStep',
    'contacts',
    'contactsHash',
  ],
  't.stay_id = @stayId',
  't.recorded_at desc',
)
const signsSql = `select sign_id as signId, answer, why from pattern_review_sign
  where record_id = @id and version = @version order by sign_id`

/** The analyses of a stay, the newest first; each says whether it is of the contacts as they are now. */
function reviewsOf(db: ReadDb, stayId: string, hash: string) {
  const nameOf = staffNameOf(db)
  return reviews.at(db, newest, { stayId }).map((row) => ({
    ...row,
    conclusion: row.conclusion as Conclusion,
    reviewer: row.reviewerId === null ? null : nameOf(row.reviewerId),
    ofTheseContacts: row.contactsHash === hash,
    signs: db.rows<{ signId: string; answer: SignAnswer; why: string }>(signsSql, {
      id: row.recordId,
      version: row.version,
    }),
  }))
}

/** The pattern of health-service use: what is on record, the signs to think of, and the analyses so far. */
export function patternView(ctx: ReadContext, stayId: string) {
  const { db, now } = ctx
  const family = wholeFamily(db, { stayId })
  const { content: set } = ruleInForce(db, historyAnalysis, now)
  const contacts = contactsOf(db, family.motherId)
  const nameOf = staffNameOf(db)
  const pattern = patternOf(contacts, family.motherId, set.windowDays)
  const hash = hashOfContacts(contacts)
  const done = reviewsOf(db, stayId, hash)
  const dueAt = family.arrivedAt === null ? null : dueOf(set.review.limit, family.arrivedAt).at
  return {
    at: now,
    family,
    people: peopleOf(db, family),
    contacts: contacts.map((one) => ({ ...one, recordedBy: nameOf(one.author) })),
    pattern,
    contactsHash: hash,
    windowDays: set.windowDays,
    signs: set.signs.map((sign) => ({
      ...sign,
      onRecord: sign.fact === null ? null : factText(sign.fact, pattern, set.windowDays),
    })),
    atOnce: set.atOnce.text,
    limit: `It is due ${limitText(set.review.limit)} of arrival`,
    reviewers: set.reviewers.roles.map((role) => roleLabels[role]),
    mayReview: set.reviewers.roles.includes(ctx.actor.role),
    dueAt: done.length > 0 ? null : dueAt,
    reviews: done,
  }
}

/** Signs the analysis of a named professional. Refuses where contacts were recorded since it was begun. */
export function signReview(ctx: SignedContext, input: ReviewInput) {
  const { db, now, actor } = ctx
  const family = wholeFamily(ctx.db, { stayId: input.stayId })
  const set = ruleInForce(db, historyAnalysis, now)
  if (!set.content.reviewers.roles.includes(actor.role))
    refuse(
      'not-permitted',
      `This is signed by one of: ${set.content.reviewers.roles.map((role) => roleLabels[role].toLowerCase()).join(', ')}`,
    )
  const faults = reviewFaults(input, set.content)
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  const contacts = contactsOf(db, family.motherId)
  if (hashOfContacts(contacts) !== input.contactsHash)
    refuse('clash', 'A contact was recorded or corrected since you began. Look at it, then sign')
  const { signs, lookedAt, nextStep, ...said } = input
  return ctx.write((tx) => {
    const of = tx.insert(patternReview, {
      ...said,
      nextStep: nextStep ?? '',
      lookedAt: lookedAt.join(' '),
      reviewerId: actor.staffId,
      reviewedAt: tx.now,
      contacts: contacts.length,
      ruleSetId: set.recordId,
    })
    for (const { signId, answer, why } of signs)
      tx.append(patternReviewSign, { ...of, signId, answer, why: why ?? '' })
    return {
      value: { id: of.recordId },
      audit: [
        {
          action: 'pattern.reviewed',
          entity: 'pattern_review',
          entityId: of.recordId,
          entityVersion: 1,
          patients: everybodyIn(family),
          afterHash: input.contactsHash,
        },
      ],
    }
  })
}
