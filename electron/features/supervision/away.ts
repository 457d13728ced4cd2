import { addDays } from '#domain/shared/calendar.ts'
import { notBackSince } from '#domain/shared/not-back.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { PairAwayFact } from '#domain/supervision/round-measure.ts'
import { wholeMinute } from '#domain/supervision/rounds.ts'
import { leaveDeparture, leaveReturn, missingReport } from '#drizzle/schema/leave.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

// Leave is for 28 days at most, and nobody's stay ends while they are out: three months reach every absence.
const longestDays = 92

const ofPairs = `exists (select 1 from json_each(t.babies) b
  where b.value in (select value from json_each(@pairs)))`
const departures = standing(
  leaveDeparture,
  ['leaveId', 'leftAt', 'recordedAt', 'babies'],
  `t.left_at >= @since and t.left_at < @to and ${ofPairs}`,
)
const returns = standing(
  leaveReturn,
  ['leaveId', 'backAt', 'babies'],
  't.leave_id in (select value from json_each(@leaves))',
)
const searches = standing(
  missingReport,
  ['stayId', 'missingSince', 'endedAt', 'endedHow', 'babies'],
  `t.missing_since >= @since and t.missing_since < @to and ${ofPairs}`,
)
// Every version tells what was known from when on; who was found stands in a record of its own (found-service.ts).
const versionsSql = `select stay_id as stayId, missing_since as missingSince, recorded_at as recordedAt, babies
  from missing_report where audit_seq <= @seq and withdrawn = 0
    and stay_id in (select value from json_each(@stays))`
interface SearchVersion {
  stayId: string
  missingSince: Instant
  recordedAt: Instant
  babies: string
}

const among = (json: string) => JSON.parse(json) as string[]
const still = Number.POSITIVE_INFINITY

/** When the babies of these pairs (a JSON list) were out on leave, or missing, in and about a stretch, by a cut. */
export function awayBetween(
  db: ReadDb,
  pairs: string,
  from: Instant,
  to: Instant,
  seq: number = newest,
): PairAwayFact[] {
  const within = { pairs, since: addDays(from, -longestDays), to }
  const gone = departures.at(db, seq, within)
  const leaves = JSON.stringify(gone.map(({ leaveId }) => leaveId))
  const back = Map.groupBy(returns.at(db, seq, { leaves }), ({ leaveId }) => leaveId)
  const wanted = new Set(among(pairs))
  const sought = searches
    .at(db, seq, within)
    .filter(({ endedHow }) => endedHow !== 'entered-in-error')
  const stays = JSON.stringify([...new Set(sought.map(({ stayId }) => stayId))])
  const versions = sought.length > 0 ? db.rows<SearchVersion>(versionsSql, { seq, stays }) : []
  const each = (babies: string) => among(babies).filter((pairId) => wanted.has(pairId))
  const span = (
    pairId: string,
    start: Instant,
    end: Instant | null | undefined,
    entered: readonly { since: Instant; recordedAt: Instant }[],
  ): PairAwayFact => ({
    pairId,
    from: wholeMinute(start),
    to: end ? wholeMinute(end) : still,
    entered: entered.map(({ since, recordedAt }) => ({
      from: wholeMinute(since),
      at: wholeMinute(recordedAt),
    })),
  })
  const outings = gone.map(({ leaveId, leftAt, babies }) => ({
    mother: false,
    babies: among(babies),
    leftAt,
    returns: (back.get(leaveId) ?? []).map(({ backAt, babies: came }) => ({
      mother: false,
      babies: among(came),
      backAt,
    })),
  }))
  const ended = sought.map((one) => ({
    ...one,
    mother: false,
    babies: among(one.babies),
  }))
  return [
    ...gone.flatMap(({ leaveId, leftAt, recordedAt, babies }) =>
      each(babies).map((pairId) =>
        span(
          pairId,
          leftAt,
          back.get(leaveId)?.find((one) => among(one.babies).includes(pairId))?.backAt,
          [{ since: leftAt, recordedAt }],
        ),
      ),
    ),
    ...ended.flatMap((search) => {
      const { stayId, babies, missingSince, endedAt } = search
      const notBack = notBackSince(search, outings, ended).babies
      return babies
        .filter((pairId) => wanted.has(pairId))
        .map((pairId) => ({
          ...span(
            pairId,
            missingSince,
            notBack.includes(pairId) ? null : endedAt,
            versions
              .filter((one) => one.stayId === stayId && among(one.babies).includes(pairId))
              .map((one) => ({ since: one.missingSince, recordedAt: one.recordedAt })),
          ),
          ...(notBack.includes(pairId) && endedAt ? { foundAt: wholeMinute(endedAt) } : {}),
        }))
    }),
  ]
}
