import { type ChronologyLine, thisUnit } from '#domain/chronology/line.ts'
import {
  type Chair,
  chairLabels,
  type MeetingKind,
  meetingKindLabels,
} from '#domain/people/placement.ts'
import { dateOf, formatDate } from '#domain/shared/calendar.ts'
import { legalStatusOf } from '#domain/shared/legal-status.ts'
import { mentalHealthActStatusOf } from '#domain/shared/mental-health-act.ts'
import type { Instant } from '#domain/shared/time.ts'
import { type EndReason, endReasonLabels } from '#domain/stays/record.ts'
import { referral } from '#drizzle/schema/admission.ts'
import { childLegalStatus, mentalHealthActStatus, person } from '#drizzle/schema/people.ts'
import { placementMeeting } from '#drizzle/schema/people-questions.ts'
import { pair, stay } from '#drizzle/schema/stays.ts'
import { supervisionDecision } from '#drizzle/schema/supervision.ts'
import { episode } from '#drizzle/schema/unwell-baby.ts'
import { newest, standing, type VersionTable } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { basisOf } from '../people/facts.ts'
import { careLines } from './care-lines.ts'
import { everybodyIn, type WholeFamily } from './family.ts'
import { leaveLines } from './leave-lines.ts'

/** The lines of the page of history that come from this unit's own record: nobody has to type them again. */

const head = ['recordId', 'version', 'recordedAt', 'author'] as const
const basisKeys = ['basisKind', 'basisBy', 'basisOn', 'basisDocument'] as const
const among = (column: string) => `t.${column} in (select value from json_each(@ids))`
const pick = <T extends VersionTable, K extends keyof T['$inferSelect'] & string>(
  table: T,
  columns: readonly K[],
  by: string,
  where = '',
) => standing(table, columns, `${among(by)}${where}`)

const people = pick(person, [...head, 'kind', 'bornOn', ...basisKeys], 'record_id')
const legal = pick(
  childLegalStatus,
  [...head, 'personId', 'code', 'startsAt', 'endsAt', 'endedAt', 'authority', ...basisKeys],
  'person_id',
)
const act = pick(
  mentalHealthActStatus,
  [...head, 'personId', 'code', 'startsAt', 'endsAt', 'endedAt', ...basisKeys],
  'person_id',
)
const stays = pick(stay, [...head, 'motherId', 'arrivedAt', 'endedAt', 'endReason'], 'record_id')
const pairs = pick(pair, ['recordId', 'babyId'], 'stay_id')
const referrals = pick(
  referral,
  [...head, 'motherId', 'receivedAt', 'referrerName', 'referrerOrganisation', 'referralReason'],
  'mother_id',
)
const episodes = pick(
  episode,
  [...head, 'pairId', 'recognisedAt', 'words', ...basisKeys],
  'pair_id',
)
const meetings = pick(
  placementMeeting,
  [...head, 'pairId', 'kind', 'heldAt', 'chairedBy', 'chairName', 'decided', ...basisKeys],
  'pair_id',
  ' and t.held_at is not null',
)
const decisions = pick(
  supervisionDecision,
  [...head, 'pairId', 'kind', 'startsAt', 'rationale'],
  'pair_id',
  " and t.kind <> 'renewal'",
)

const day = (at: Instant) => ({ on: dateOf(at), precision: 'day' as const })

interface Head {
  recordId: string
  version: number
  recordedAt: Instant
  author: string
}

/** Every line of the unit's own record of this family. */
export function unitLines(
  db: ReadDb,
  family: WholeFamily,
  nameOf: (staffId: string) => string,
  at: Instant,
): ChronologyLine[] {
  const ids = (list: readonly string[]) => ({ ids: JSON.stringify(list) })
  const everybody = ids(everybodyIn(family))
  const ofStays = ids(family.stayIds)
  const pairRows = pairs.at(db, newest, ofStays)
  const ofPairs = ids(pairRows.map(({ recordId }) => recordId))
  const babyOf = new Map(pairRows.map(({ recordId, babyId }) => [recordId, babyId]))
  const bornOn = new Map(people.at(db, newest, everybody).map((row) => [row.recordId, row.bornOn]))
  const line = (row: Head, rest: Partial<ChronologyLine> & Rest): ChronologyLine => ({
    recordId: row.recordId,
    version: row.version,
    recordedAt: row.recordedAt,
    recordedBy: nameOf(row.author),
    ended: null,
    document: null,
    source: thisUnit,
    basis: { kind: 'observed', by: nameOf(row.author), on: row.recordedAt },
    ...rest,
  })
  const endOf = (endedAt: Instant | null) =>
    endedAt !== null && endedAt <= at ? dateOf(endedAt) : null
  const notConfirmed = ({
    endsAt,
    endedAt,
  }: {
    endsAt: Instant | null
    endedAt: Instant | null
  }) =>
    endsAt !== null && endsAt <= at && endedAt === null
      ? `ran out on paper ${formatDate(dateOf(endsAt))}, not confirmed ended`
      : ''

  return [
    ...people.at(db, newest, everybody).flatMap((row) =>
      row.kind === 'baby' && row.bornOn !== null
        ? line(row, {
            from: 'birth',
            kind: 'birth',
            happened: { on: row.bornOn, precision: 'day' },
            personId: row.recordId,
            what: 'Born',
            basis: row.basisKind === null ? null : basisOf({ ...row, basisKind: row.basisKind }),
          })
        : [],
    ),
    ...legal.at(db, newest, everybody).map((row) =>
      line(row, {
        from: 'legal-status',
        kind: 'social-care',
        happened: day(row.startsAt),
        ended: endOf(row.endedAt),
        personId: row.personId,
        what: [legalStatusOf(row.code).label, row.authority ?? '', notConfirmed(row)]
          .filter(Boolean)
          .join(', '),
        basis: basisOf(row),
        source: row.authority ?? thisUnit,
      }),
    ),
    ...act.at(db, newest, everybody).map((row) =>
      line(row, {
        from: 'mental-health-act',
        kind: 'mental-health',
        happened: day(row.startsAt),
        ended: endOf(row.endedAt),
        personId: row.personId,
        what: [mentalHealthActStatusOf(row.code).label, notConfirmed(row)]
          .filter(Boolean)
          .join(', '),
        basis: basisOf(row),
      }),
    ),
    ...referrals.at(db, newest, everybody).map((row) =>
      line(row, {
        from: 'referral',
        kind: 'mental-health',
        happened: day(row.receivedAt),
        personId: row.motherId,
        what: `Referred to this unit: ${row.referralReason}`,
        basis: {
          kind: 'told',
          by: `${row.referrerName}, ${row.referrerOrganisation}`,
          on: dateOf(row.receivedAt),
        },
        source: row.referrerOrganisation,
      }),
    ),
    ...stays.at(db, newest, ofStays).flatMap((row) => [
      line(row, {
        from: 'stay',
        kind: 'mental-health',
        happened: day(row.arrivedAt),
        ended: row.endedAt === null ? null : dateOf(row.endedAt),
        personId: row.motherId,
        what:
          row.endedAt === null
            ? 'Arrived on this unit'
            : `Stayed on this unit; ${endText(row.endReason)}`,
      }),
    ]),
    ...episodes.at(db, newest, ofPairs).map((row) =>
      line(row, {
        from: 'episode',
        kind: 'physical-health',
        happened: day(row.recognisedAt),
        personId: babyOf.get(row.pairId) ?? null,
        what: row.words === '' ? 'Concern about an unwell baby' : `Unwell baby: ${row.words}`,
        basis: basisOf(row),
      }),
    ),
    ...meetings.at(db, newest, ofPairs).flatMap((row) =>
      row.heldAt === null
        ? []
        : line(row, {
            from: 'placement-meeting',
            kind: 'social-care',
            happened: day(row.heldAt),
            personId: babyOf.get(row.pairId) ?? null,
            what: meetingText(row),
            basis: row.basisKind === null ? null : basisOf({ ...row, basisKind: row.basisKind }),
          }),
    ),
    ...decisions.at(db, newest, ofPairs).map((row) =>
      line(row, {
        from: 'supervision',
        kind: 'care-of-child',
        happened: day(row.startsAt),
        personId: babyOf.get(row.pairId) ?? null,
        what: `${supervisionWords[row.kind] ?? 'Supervision decided'}: ${row.rationale}`,
        basis: { kind: 'opinion', by: nameOf(row.author), on: dateOf(row.startsAt) },
      }),
    ),
    ...careLines(
      db,
      pairRows.map(({ recordId }) => recordId),
      (babyId) => bornOn.get(babyId) ?? null,
      nameOf,
    ).map(({ row, ...rest }) => line(row, rest)),
    ...leaveLines(db, family).map(({ row, ...rest }) => line(row, rest)),
  ]
}

type Rest = Pick<ChronologyLine, 'from' | 'kind' | 'happened' | 'personId' | 'what'>

/** What a meeting was, who chaired it, and what it decided. */
function meetingText(row: {
  kind: string
  chairedBy: string
  chairName: string | null
  decided: string
}): string {
  const chair = [chairLabels[row.chairedBy as Chair], row.chairName].filter(Boolean).join(', ')
  const decided = row.decided === '' ? '' : `. Decided: ${row.decided}`
  return `${meetingKindLabels[row.kind as MeetingKind]}, in the chair: ${chair}${decided}`
}

const supervisionWords: Readonly<Record<string, string>> = {
  first: 'Supervision first decided',
  raise: 'Supervision raised',
  lowering: 'Supervision lowered',
}

const endText = (reason: string | null) =>
  (endReasonLabels[reason as EndReason] ?? 'left').toLowerCase()
