import type { ChronologyLine } from '#domain/chronology/line.ts'
import { dateOf, formatDateTime, laterOf } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { Place } from '#domain/supervision/codes.ts'
import { placeName, supervisionRuleSetKind } from '#domain/supervision/rule-content.ts'
import { leaveDeparture, leaveRequest, leaveReturn, missingReport } from '#drizzle/schema/leave.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import type { WholeFamily } from './family.ts'

/** Leave that was taken, and who was missing, as lines of the page of history. */

const head = ['recordId', 'version', 'recordedAt', 'author'] as const
const departures = standing(
  leaveDeparture,
  [...head, 'leaveId', 'leftAt', 'mother', 'babies', 'dueBackAt'],
  't.stay_id in (select value from json_each(@ids))',
)
const ofLeaves = (column: string) => `t.${column} in (select value from json_each(@ids))`
const requests = standing(leaveRequest, ['recordId', 'place', 'purpose'], ofLeaves('record_id'))
const returns = standing(
  leaveReturn,
  ['leaveId', 'backAt', 'mother', 'babies'],
  ofLeaves('leave_id'),
)
const searches = standing(
  missingReport,
  [...head, 'mother', 'babies', 'missingSince', 'circumstances', 'endedAt', 'endedWords'],
  't.stay_id in (select value from json_each(@ids))',
)

type Line = Pick<ChronologyLine, 'from' | 'kind' | 'happened' | 'ended' | 'personId' | 'what'> & {
  row: { recordId: string; version: number; recordedAt: Instant; author: string }
}

const day = (at: Instant) => ({ on: dateOf(at), precision: 'day' as const })
const ids = (all: readonly string[]) => ({ ids: JSON.stringify(all) })
const among = (json: string) => JSON.parse(json) as string[]

/** Every leave that was taken in the stays of a family, and every search for somebody of it. */
export function leaveLines(db: ReadDb, { motherId, stayIds }: WholeFamily): Line[] {
  const gone = departures.at(db, newest, ids(stayIds))
  const leaveIds = ids(gone.map(({ leaveId }) => leaveId))
  const asked = new Map(requests.at(db, newest, leaveIds).map((row) => [row.recordId, row]))
  const back = Map.groupBy(returns.at(db, newest, leaveIds), ({ leaveId }) => leaveId)
  return [
    ...gone.map((row): Line => {
      const came = backOf(row, back.get(row.leaveId) ?? [])
      return {
        row,
        from: 'leave',
        kind: 'care-of-child',
        happened: day(row.leftAt),
        ended: came ? dateOf(came) : null,
        personId: motherId,
        what: [whereTo(db, row, asked.get(row.leaveId)), backWords(row.dueBackAt, came)].join('; '),
      }
    }),
    ...searches.at(db, newest, ids(stayIds)).map(
      (row): Line => ({
        row,
        from: 'missing',
        kind: 'contact-lost',
        happened: day(row.missingSince),
        ended: row.endedAt === null ? null : dateOf(row.endedAt),
        personId: motherId,
        what: [
          `${whoWords(row.mother, among(row.babies).length)}: ${row.circumstances}`,
          row.endedWords ?? 'Not found yet',
        ].join('. '),
      }),
    ),
  ]
}

const whoWords = (mother: boolean, babies: number): string =>
  [mother ? 'Mother' : '', babies > 0 ? 'baby' : '']
    .filter(Boolean)
    .join(' and ')
    .concat(' missing')

interface Gone {
  leftAt: Instant
  mother: boolean
  babies: string
}

function whereTo(
  db: ReadDb,
  { leftAt, mother, babies }: Gone,
  asked: { place: string; purpose: string } | undefined,
): string {
  const withBaby = mother ? 'Leave with the baby' : 'Leave of the baby without the mother'
  const who = among(babies).length > 0 ? withBaby : 'Leave of the mother alone'
  if (!asked) return who
  const { content } = ruleInForce(db, supervisionRuleSetKind, leftAt)
  const place = placeName(content, asked.place as Place)
  return `${who} from ${formatDateTime(leftAt)}, ${place}: ${asked.purpose}`
}

/** When the last of them was back; undefined while somebody is not. */
function backOf(
  { mother, babies }: Gone,
  returned: readonly { backAt: Instant; mother: boolean; babies: string }[],
): Instant | undefined {
  const came = returned.flatMap((one) => among(one.babies))
  const whole =
    (!mother || returned.some((one) => one.mother)) &&
    among(babies).every((one) => came.includes(one))
  return whole ? returned.map(({ backAt }) => backAt).reduce(laterOf) : undefined
}

function backWords(dueBackAt: Instant, came: Instant | undefined): string {
  const due = `due back ${formatDateTime(dueBackAt)}`
  if (!came) return `${due}, not back yet`
  return came > dueBackAt
    ? `${due}, back late ${formatDateTime(came)}`
    : `back ${formatDateTime(came)}`
}
