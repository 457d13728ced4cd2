import { dateOf, formatDate } from '#domain/shared/calendar.ts'
import { basisLine } from '#domain/shared/provenance.ts'
import { informationItem, referralArrival } from '#drizzle/schema/admission.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { basisOf } from '../people/facts.ts'

/** The item of the information set that asks for the baby's medicines and allergies (domain.md 1.3). */
const babyHealth = 'ADM-R-02'

const arrivals = standing(referralArrival, ['referralId'], 't.stay_id = @stayId')
const answers = standing(
  informationItem,
  ['summary', 'receivedAt', 'describedOn', 'basisKind', 'basisBy', 'basisOn', 'basisDocument'],
  `t.referral_id in (select value from json_each(@referrals)) and t.item_id = '${babyHealth}'
    and t.outcome = 'received' and t.summary <> ''`,
  't.received_at',
)

/**
 * What was said of the baby's medicines and allergies before she came, newest answer last, each with its date
 * and how it is known; null where nothing was received.
 */
export function healthAnswers(db: ReadDb, stayId: string): string | null {
  const referrals = arrivals.at(db, newest, { stayId }).map(({ referralId }) => referralId)
  if (referrals.length === 0) return null
  const found = answers.at(db, newest, { referrals: JSON.stringify(referrals) })
  const said = found.map(({ summary, receivedAt, describedOn, basisKind, ...basis }) => {
    const on = describedOn ?? (receivedAt ? dateOf(receivedAt) : null)
    const known = basisKind === null ? '' : basisLine(basisOf({ basisKind, ...basis }))
    const from = [on ? formatDate(on) : '', known].filter(Boolean).join('; ')
    return from ? `${summary} (${from})` : summary
  })
  return said.join('. ') || null
}
