import type { Row } from '#domain/assurance/disclosure.ts'
import type { Member, RecordRef } from '#domain/assurance/measure.ts'
import { recordKey } from '#domain/assurance/report-input.ts'
import { periodOfDays } from '#domain/shared/calendar.ts'
import { referral } from '#drizzle/schema/admission.ts'
import { person } from '#drizzle/schema/people.ts'
import { pair, stay } from '#drizzle/schema/stays.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import { staffNameOf } from '../users/staff-names.ts'
import { rowsOf, subjectsOf } from './records.ts'
import { runMeasuresOf } from './runs.ts'
import type { PeriodInput } from './schemas.ts'
import { cutOf } from './view.ts'

const people = standing(person, ['recordId', 'givenName', 'familyName'])
const stays = standing(stay, ['recordId', 'motherId'])
const referrals = standing(referral, ['recordId', 'motherId'])
const pairs = standing(pair, ['recordId', 'stayId', 'babyId'])

/** A member of a measure's population as those may see it who look after the family. */
export interface NamedMember
  extends Pick<
    Member,
    'key' | 'class' | 'reason' | 'at' | 'quantity' | 'group' | 'overridden' | 'records'
  > {
  stayId?: string
  /** The referral that it is of, where she has not arrived yet or never did. */
  referralId?: string
  mother?: string
  baby?: string
  /** The member of staff whom a measure of the staff counts. */
  staff?: { staffId: string; name: string }
  people: string[]
}

/** The records behind a measure, named: just those that its figure counts, in every class. */
export function namedMembers(
  ctx: ReadContext,
  input: PeriodInput & { measure: string },
): NamedMember[] {
  const period = periodOfDays(input.first, input.last)
  const cut = cutOf(ctx, input.cut)
  const runs = runMeasuresOf(ctx.db, period, cut, undefined, [input.measure])
  const members = runs.find(({ measure }) => measure.id === input.measure)?.members ?? []
  const rows = rowsOf(
    ctx.db,
    members.flatMap((member) => member.records),
  )
  const subjects = subjectsOf(ctx.db, rows, cut.auditSeq)
  const name = new Map(
    people
      .at(ctx.db, newest)
      .map(({ recordId, givenName, familyName }) => [recordId, `${givenName} ${familyName}`]),
  )
  const motherOf = new Map(
    stays.at(ctx.db, cut.auditSeq).map((row) => [row.recordId, row.motherId]),
  )
  const babiesOf = Map.groupBy(pairs.at(ctx.db, cut.auditSeq), ({ stayId }) => stayId)
  const motherOfReferral = new Map(
    referrals.at(ctx.db, cut.auditSeq).map((row) => [row.recordId, row.motherId]),
  )
  const staffName = staffNameOf(ctx.db)
  return members.map((member) => {
    const staffId = member.records.find(({ type }) => type === 'staff')?.recordId
    const about = member.records.map(({ recordId }) => subjects.get(recordId) ?? {})
    const stayId = about.find((one) => one.stayId)?.stayId
    const babyId = about.find((one) => one.babyId)?.babyId
    const referralId = member.records.map((ref) => referralOf(ref, rows)).find(Boolean)
    const motherId =
      (stayId === undefined ? undefined : motherOf.get(stayId)) ??
      (referralId === undefined ? undefined : motherOfReferral.get(referralId))
    const mother = motherId && name.get(motherId)
    const baby = babyId && name.get(babyId)
    const babies = stayId === undefined ? [] : (babiesOf.get(stayId) ?? []).map((p) => p.babyId)
    return {
      ...member,
      ...(stayId ? { stayId } : {}),
      ...(referralId ? { referralId } : {}),
      ...(mother ? { mother } : {}),
      ...(baby ? { baby } : {}),
      ...(staffId ? { staff: { staffId, name: staffName(staffId) } } : {}),
      people: [...new Set([...(motherId ? [motherId] : []), ...(babyId ? [babyId] : babies)])],
    }
  })
}

/** The referral that a record is, or names. */
function referralOf(ref: RecordRef, rows: ReadonlyMap<string, Row>): string | undefined {
  if (ref.type === 'referral') return ref.recordId
  const named = rows.get(recordKey(ref))?.referralId
  return typeof named === 'string' ? named : undefined
}
