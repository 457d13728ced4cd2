import { addDays } from '#domain/shared/calendar.ts'
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
  ['leaveId', 'leftAt', 'babies'],
  `t.left_at >= @since and t.left_at < @to and ${ofPairs}`,
)
const returns = standing(
  leaveReturn,
  ['leaveId', 'backAt', 'babies'],
  't.leave_id in (select value from json_each(@leaves))',
)
const searches = standing(
  missingReport,
  ['missingSince', 'endedAt', 'endedHow', 'babies'],
  `t.missing_since >= @since and t.missing_since < @to and ${ofPairs}`,
)

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
  const spans = (babies: string, start: Instant, endOf: (pairId: string) => Instant | undefined) =>
    among(babies)
      .filter((pairId) => wanted.has(pairId))
      .map((pairId): PairAwayFact => {
        const end = endOf(pairId)
        return { pairId, from: wholeMinute(start), to: end ? wholeMinute(end) : still }
      })
  return [
    ...gone.flatMap(({ leaveId, leftAt, babies }) =>
      spans(
        babies,
        leftAt,
        (pairId) => back.get(leaveId)?.find((one) => among(one.babies).includes(pairId))?.backAt,
      ),
    ),
    ...searches
      .at(db, seq, within)
      .filter(({ endedHow }) => endedHow !== 'entered-in-error')
      .flatMap(({ babies, missingSince, endedAt }) =>
        spans(babies, missingSince, () => endedAt ?? undefined),
      ),
  ]
}
