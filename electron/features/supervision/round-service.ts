import { addMinutes, earlierOf } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { isStillToCome } from '#domain/supervision/faults.ts'
import { intervalSpans } from '#domain/supervision/interval-spans.ts'
import {
  type DueRound,
  instantOfMinute,
  judgeRounds,
  type RoundInput,
  wholeMinute,
} from '#domain/supervision/rounds.ts'
import { supervisionRuleSetKind } from '#domain/supervision/rule-content.ts'
import { person } from '#drizzle/schema/people.ts'
import { bed, pair, stay } from '#drizzle/schema/stays.ts'
import { supervisionCheck, supervisionRound } from '#drizzle/schema/supervision.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import { trustedNow } from '../../platform/trusted-now.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { awayBetween } from './away.ts'
import { decisionVersions } from './facts.ts'
import { checkRows, checksBetween, roundsKeptSince } from './round-queries.ts'

/** How far back the screen of rounds shows what was missed: the shift and the one before. */
const shownHours = 24

const here = standing(
  pair,
  ['recordId', 'stayId', 'babyId', 'startedAt', 'endedAt'],
  't.started_at <= @at and (t.ended_at is null or t.ended_at > @from)',
  't.started_at, t.record_id',
)
const stays = standing(stay, ['recordId', 'bedId', 'motherId'])
const beds = standing(bed, ['recordId', 'name', 'position'])
const people = standing(
  person,
  ['recordId', 'givenName', 'familyName'],
  't.record_id in (select value from json_each(@ids))',
)

export interface RoundBaby {
  pairId: string
  babyId: string
  motherId: string
  bedName: string
  baby: string
  /** The next time at which the baby is due, or the one that may still be done. */
  dueAt: Instant | null
  everyMinutes: number | null
  /** Since when the baby is out on leave, or missing: nothing is due meanwhile. */
  awaySince: Instant | null
  /** Where and with whom the baby was seen last, and when. */
  last: { seenAt: Instant; outcome: string; place: string | null; withWhom: string | null } | null
  /** Due times of the last 24 hours that were not done on time, the newest first. */
  notOnTime: { dueAt: Instant; state: DueRound['state']; lateMinutes: number }[]
}

export interface RoundsView {
  at: Instant
  keptSince: Instant | null
  babies: RoundBaby[]
}

/** Every baby on the unit with when it is due to be seen, and what was late, missed or entered in bulk. */
export function roundsNow(db: ReadDb, now: Instant): RoundsView {
  const at = trustedNow(db, now)
  const from = addMinutes(at, -shownHours * 60)
  const keptSince = roundsKeptSince(db)
  const pairs = here
    .at(db, newest, { at, from: at })
    .filter(({ endedAt }) => endedAt === null || endedAt > at)
  const ids = JSON.stringify(pairs.map(({ recordId }) => recordId))
  const rules = ruleInForce(db, supervisionRuleSetKind, at).content
  const { decisions, words } = decisionVersions(db, ids, newest)
  const until = addMinutes(at, 120)
  const facts = Map.groupBy(checksBetween(db, ids, from, until), ({ pairId }) => pairId)
  const rows = Map.groupBy(checkRows(db, ids, from, until), ({ pairId }) => pairId)
  const away = Map.groupBy(awayBetween(db, ids, from, until), ({ pairId }) => pairId)
  const placeOf = places(db, pairs)
  const babies = pairs.map((one): RoundBaby => {
    const within = { from: wholeMinute(from), to: wholeMinute(until) }
    const spans = intervalSpans(one, decisions.get(one.recordId) ?? [], words, rules, within)
    const minute = wholeMinute(at)
    const out = away.get(one.recordId) ?? []
    const gone = out.find((span) => span.from <= minute && minute <= span.to)
    const dues = judgeRounds(spans, facts.get(one.recordId) ?? [], minute, out)
    const next = dues.find(({ state }) => state === 'not-yet')
    const span = spans.find(({ to }) => minute < to)
    const last = rows.get(one.recordId)?.findLast(({ seenAt }) => seenAt <= at)
    return {
      pairId: one.recordId,
      ...placeOf(one),
      dueAt: next ? instantOfMinute(next.dueAt) : null,
      everyMinutes: span?.everyMinutes ?? null,
      awaySince: gone && gone.to > minute ? instantOfMinute(gone.from) : null,
      last: last
        ? {
            seenAt: last.seenAt,
            outcome: last.outcome,
            place: last.place,
            withWhom: last.withWhom,
          }
        : null,
      notOnTime: dues
        .filter(({ state }) => ['late', 'bulk', 'missed', 'not-found', 'away-late'].includes(state))
        .map(({ dueAt, state, lateMinutes }) => ({
          dueAt: instantOfMinute(dueAt),
          state,
          lateMinutes,
        }))
        .filter(({ dueAt }) => keptSince !== null && dueAt >= keptSince)
        .reverse(),
    }
  })
  return { at, keptSince, babies: babies.sort(byBed) }
}

type PairRow = ReturnType<typeof here.at>[number]

/** Bed and names of each pair. */
function places(db: ReadDb, pairs: readonly PairRow[]) {
  const stayOf = new Map(stays.at(db, newest).map((row) => [row.recordId, row]))
  const bedOf = new Map(beds.at(db, newest).map((row) => [row.recordId, row]))
  const babies = JSON.stringify(pairs.map(({ babyId }) => babyId))
  const names = new Map(
    people
      .at(db, newest, { ids: babies })
      .map((row) => [row.recordId, `${row.givenName} ${row.familyName}`]),
  )
  return ({ stayId, babyId }: Pick<PairRow, 'stayId' | 'babyId'>) => {
    const stayed = stayOf.get(stayId)
    return {
      babyId,
      motherId: stayed?.motherId ?? '',
      bedName: (stayed?.bedId && bedOf.get(stayed.bedId)?.name) || 'No bed',
      baby: names.get(babyId) ?? '',
    }
  }
}

const byBed = (a: RoundBaby, b: RoundBaby) =>
  a.bedName.localeCompare(b.bedName, 'en-GB', { numeric: true })

/**
 * Signs a round: each baby that was confirmed by its own tap, in one act. Refuses a time that is still to
 * come, or at which mother and baby were not together here. Nobody who was not confirmed is in it.
 */
export function signRound(
  ctx: CommandContext,
  input: RoundInput,
): { roundId: string; checks: number } {
  const now = trustedNow(ctx.db, ctx.now)
  const known = new Map(
    here.at(ctx.db, newest, { at: now, from: '' }).map((row) => [row.recordId, row]),
  )
  for (const [index, check] of input.checks.entries()) {
    const field = `checks.${index}.seenAt`
    const one = known.get(check.pairId)
    if (!one) refuse('not-found', 'This mother and baby are not in the unit’s records')
    if (isStillToCome(check.seenAt, now)) refuseField(field, 'This time is still to come')
    if (check.seenAt < one.startedAt || (one.endedAt !== null && check.seenAt > one.endedAt))
      refuseField(field, 'Mother and baby were not on the unit together at this time')
  }
  return ctx.write((tx) => {
    const { recordId } = tx.insert(supervisionRound, {
      signedByRole: tx.actor.role,
      note: input.note ?? '',
    })
    for (const check of input.checks)
      tx.insert(supervisionCheck, {
        roundId: recordId,
        pairId: check.pairId,
        // A screen whose clock is a little ahead has seen nothing that is still to come.
        seenAt: earlierOf(check.seenAt, now),
        timed: check.timed,
        outcome: check.outcome,
        place: check.outcome === 'seen' ? (check.place ?? null) : null,
        withWhom: check.outcome === 'seen' ? (check.withWhom ?? null) : null,
        note: check.note ?? '',
      })
    return {
      value: { roundId: recordId, checks: input.checks.length },
      audit: [
        {
          action: 'supervision.round',
          entity: 'supervision_round',
          entityId: recordId,
          entityVersion: 1,
          patients: input.checks.flatMap(({ pairId }) => known.get(pairId)?.babyId ?? []),
          payload: { checks: input.checks.length },
        },
      ],
    }
  })
}
