import { silentAnswers } from '#domain/leave/escort.ts'
import { answersStill, askedSince, type DecidedOn } from '#domain/leave/since-agreed.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { actTurns, byRule, type LeavePlan } from './by-rule.ts'
import type { LeaveCase } from './case.ts'
import { momentsOf } from './moments.ts'
import type { Leave } from './rows.ts'

type Decision = NonNullable<Leave['decision']>
type OfStay = Pick<LeaveCase, 'stay' | 'grants'>

/** What the rules say now of a leave that was agreed, and what they ask for beyond what was decided. */
function sinceAgreed(
  db: ReadDb,
  found: OfStay,
  decision: Decision,
  plan: LeavePlan,
  now: Instant,
  from?: Instant,
) {
  const on = JSON.parse(decision.facts) as DecidedOn
  const { babies } = byRule(db, found, plan, silentAnswers, now, from).facts
  const { answer } = byRule(db, found, plan, answersStill(on, babies), now, from)
  const decided = { ...decision, overridden: decision.overrideId !== null }
  const runsOut = babies.some(({ level }) => level.from === 'fallback')
  return { held: answer.held, asked: askedSince(answer, decided, on, babies), runsOut }
}

const ifGone = 'If they are gone already, begin the steps for who is missing'

/**
 * Refuses a departure that the record does not bear: over the whole of the leave, from when they left, and as
 * the record stands now. A departure that is entered late passes nothing that came since.
 */
export function holdDeparture(
  db: ReadDb,
  found: LeaveCase,
  leave: Leave,
  gone: { leftAt: Instant; babies: readonly string[]; wentWith: string },
): void {
  const { decision } = leave
  if (!decision) return
  const plan = {
    ...leave,
    babies: gone.babies,
    company: [leave.withWhom, gone.wentWith],
    plannedOutAt: gone.leftAt,
  }
  const { held, asked } = sinceAgreed(db, found, decision, plan, found.now, gone.leftAt)
  if (held.length > 0)
    refuse('held', `They may not leave as it stands now. ${held.join('. ')}. ${ifGone}`)
  if (asked.length > 0)
    refuse(
      'held',
      `The rules ask for more since it was agreed: ${asked.join(', ').toLowerCase()}. Decide it again. ${ifGone}`,
    )
}

/** Who has a baby who stayed out when the mother came back, as it was said on her return. */
function heldBy({ returns }: Leave): Pick<LeavePlan, 'mother' | 'carer' | 'company'> {
  const said = returns.findLast(({ outKnown }) => outKnown !== null)
  return { mother: false, carer: said?.outCarer ?? 'another', company: [said?.outWith ?? ''] }
}

/**
 * What was agreed for mother and baby says nothing of the baby with somebody else: of that, what was answered on
 * her return counts. A member of staff who was out with them brings the baby back as it was agreed.
 */
function leftBehind(leave: Leave, decision: Decision): Decision {
  const said = leave.returns.findLast(({ outKnown }) => outKnown !== null)
  const on = JSON.parse(decision.facts) as DecidedOn
  const withStaff = said?.outCarer === 'staff'
  const agreed = withStaff || (said?.outConsentBy ?? '') !== ''
  return {
    ...decision,
    babyEscorts: withStaff ? Math.max(1, decision.babyEscorts) : decision.babyEscorts,
    facts: JSON.stringify({
      ...on,
      answers: {
        ...(withStaff ? on.answers : silentAnswers),
        consentSays: agreed ? 'yes' : 'not-said',
      },
    }),
  }
}

/**
 * Why somebody who is out has to come back, by the record as it stands at an instant: leave that was revoked or
 * has ended, a section, a limit of a court, an order, a stricter level, or supervision that has run out. Empty
 * where nothing calls them back.
 */
export function recallOf(db: ReadDb, found: OfStay, leave: Leave, at: Instant): string[] {
  const { decision, departure } = leave
  const { out } = leave.standing
  if (!decision || !departure || leave.standing.each.length === 0) return []
  const plan = { ...leave, babies: out.babies, plannedOutAt: departure.leftAt, plannedBackAt: at }
  const { held, asked, runsOut } =
    out.mother || !leave.mother
      ? sinceAgreed(db, found, decision, plan, at)
      : sinceAgreed(db, found, leftBehind(leave, decision), { ...plan, ...heldBy(leave) }, at)
  if (held.length + asked.length === 0) return []
  return [
    ...held,
    ...asked.map((what) => `The rules now ask for more: ${what.toLowerCase()}`),
    ...(runsOut ? ['No assessment of supervision is in date: the fallback holds'] : []),
  ]
}

/**
 * From when what calls them back now has held without a break: the bounds are whatever may have turned since
 * they left. Null where nothing calls them back.
 */
export function recalledSince(
  db: ReadDb,
  found: OfStay,
  leave: Leave,
  now: Instant,
): { since: Instant; why: string[] } | null {
  const why = recallOf(db, found, leave, now)
  if (why.length === 0 || !leave.departure) return null
  const { leftAt } = leave.departure
  const turns = [
    ...leave.standing.out.babies.flatMap((one) => momentsOf(db, one, leave.place, leftAt, now)),
    ...found.grants.flatMap(({ revokedAt, endsAt }) => [revokedAt, endsAt]),
    ...actTurns(db, found.stay.motherId),
  ].filter((at): at is Instant => at !== null && leftAt <= at && at <= now)
  let since = now
  for (const at of [...new Set(turns)].sort().reverse()) {
    if (recallOf(db, found, leave, at).length === 0) break
    since = at
  }
  return { since, why }
}
