import type { Member } from '../assurance/measure.ts'
import { fail } from '../assurance/verdict.ts'
import { onceFor } from '../shared/once-for.ts'
import type { Instant, Period } from '../shared/time.ts'
import { isCovered } from '../stays/covered.ts'
import { type AdmissionFacts, refOf } from './facts.ts'

/** Whoever came in without an offer: the stay, and each baby with her whom no check covered. */
export function arrivedWithoutAnOffer(facts: AdmissionFacts, period: Period): Member[] {
  const isIn = (at: Instant) => at >= period.from && at < period.to
  const offers = offersByReferral(facts)
  const verdict = (reason: string, reasoned: boolean) => ({
    ...fail(reason),
    ...(reasoned ? { overridden: true } : {}),
    quantity: 1,
  })
  return facts.arrivals.flatMap(({ tie, babies, arrivedAt, reasoned, ...stay }): Member[] => {
    const own = tie ? (offers.get(tie.referralId) ?? []) : []
    const record = refOf('stay', stay)
    const mother =
      tie === null && isIn(arrivedAt)
        ? [{ key: stay.recordId, at: arrivedAt, records: [record] }].map((member) => ({
            ...verdict('Came in without an offer', reasoned),
            ...member,
          }))
        : []
    // Those who came in with her without an offer are counted with her, once.
    const joined = babies
      .filter((one) => isIn(one.startedAt) && (tie !== null || one.startedAt > arrivedAt))
      .filter((one) => !isCovered(one, arrivedAt, own))
      .map((one) => ({
        ...verdict('A baby came in whom no check covered', one.reasoned),
        key: one.recordId,
        at: one.startedAt,
        records: [record, refOf('pair', one)],
      }))
    return [...mother, ...joined]
  })
}

const offersByReferral = onceFor((facts: AdmissionFacts) =>
  Map.groupBy(
    facts.decisions.filter((one) => one.outcome === 'offered'),
    (one) => one.referralId,
  ),
)
