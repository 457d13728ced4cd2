import { cultureRuleSet } from '#domain/culture/rule-content.ts'
import { type SpotCheckDue, spotCheckDue } from '#domain/culture/spot-due.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ReadContext } from '../../platform/serve.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { legalStatusOfChild } from '../people/statuses.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { pairsHere } from './family-of.ts'
import { askedOn } from './spot-rows.ts'

interface Together {
  pairId: string
  babyId: string
  startedAt: Instant
}

/** The legal statuses of a baby that are in force. */
export const statusesOf = (db: ReadDb, babyId: string, now: Instant) =>
  legalStatusOfChild(db, babyId, now).standing.inForce

/** By when staff are to be asked about each of these babies; only those of whom it is asked. */
export function spotChecksDue(
  db: ReadDb,
  pairs: readonly Together[],
  now: Instant,
): Map<string, SpotCheckDue> {
  const { days } = ruleInForce(db, cultureRuleSet, now).content.spotCheckWithin
  const asked = askedOn(
    db,
    pairs.map(({ pairId }) => pairId),
  )
  return new Map(
    pairs.flatMap(({ pairId, babyId, startedAt }) => {
      const inForce = statusesOf(db, babyId, now).map(({ fact: { code, startsAt } }) => ({
        code,
        startsAt,
      }))
      const due = spotCheckDue(inForce, asked.get(pairId) ?? [], startedAt, days, now)
      return due ? [[pairId, due] as const] : []
    }),
  )
}

/** The spot checks that are to be made, the soonest first: the reminder on the board. It names nobody. */
export function spotReminders({ db, now }: ReadContext) {
  const here = pairsHere(db)
  const due = spotChecksDue(db, here, now)
  const waiting = here
    .flatMap(({ pairId }) => {
      const one = due.get(pairId)
      return one ? [{ pairId, ...one }] : []
    })
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
  const patients = here.filter(({ pairId }) => due.has(pairId)).map(({ babyId }) => babyId)
  return { waiting, patients }
}
