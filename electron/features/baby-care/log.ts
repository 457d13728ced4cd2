import { dryWorry } from '#domain/baby-care/dry.ts'
import { entryText } from '#domain/baby-care/entry.ts'
import { careKindLabels, careSourceLabels } from '#domain/baby-care/kinds.ts'
import { totalsOf } from '#domain/baby-care/totals.ts'
import { changeText, weightPoints } from '#domain/baby-care/weights.ts'
import { type Worry, worriesOf } from '#domain/baby-care/worries.ts'
import { correctedAgeText, exactAgeText } from '#domain/shared/age.ts'
import { addDays, addDaysToDate, addMinutes, dateOf, startOfDay } from '#domain/shared/calendar.ts'
import type { CivilDate, Instant } from '#domain/shared/time.ts'
import { undoableUntil } from '#domain/shared/undo.ts'
import type { ReadContext } from '../../platform/serve.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { personById } from '../people/queries.ts'
import { movedUpTo } from '../restricted/move-rows.ts'
import { pairById } from '../stays/queries.ts'
import { listStaff } from '../users/staff-service.ts'
import { type CareRecord, changedBetween, entriesBetween, weightsOf } from './rows.ts'

/** The log of one baby for one day, with the day's totals in words, every weight, and what to look at. */
export function careLog(ctx: ReadContext, input: { pairId: string; day?: CivilDate | undefined }) {
  const { db, now } = ctx
  const pair = pairById(db, input.pairId)
  const { babyId } = pair
  const baby = personById(db, babyId)
  const today = dateOf(now)
  const day = input.day ?? today
  const from = startOfDay(day)
  const until = startOfDay(addDaysToDate(day, 1))
  const entries = entriesBetween(db, babyId, from, until)
  const weights = weightsOf(db, babyId)
  const names = new Map(listStaff(db).map(({ recordId, name }) => [recordId, name]))
  const nameOf = (staffId: string) => names.get(staffId) ?? 'Name not on record'
  const known = { bornOn: baby.bornOn, weights }
  const changed = withoutMovedWords(db, changedBetween(db, babyId, from, until))
  const points = weightPoints(weights, baby)
  return {
    people: [babyId],
    at: now,
    pairId: pair.id,
    stayId: pair.stayId,
    day,
    today,
    firstDay: dateOf(pair.startedAt),
    leftAt: pair.endedAt,
    baby: {
      name: `${baby.givenName} ${baby.familyName}`,
      age: (baby.bornOn && exactAgeText(baby.bornOn, day)) || null,
      correctedAge: (baby.bornOn && correctedAgeText(baby.bornOn, baby.gestationDays, day)) || null,
    },
    totals: totalsOf(entries),
    /** What is not written down, and makes somebody look at the baby now. */
    missing: pair.endedAt === null && day === today ? missingNow(db, pair, now) : [],
    entries: entries.map((entry) => ({
      ...entry,
      ...wordsOf(entry),
      enteredBy: nameOf(entry.author),
      enteredAt: entry.recordedAt,
      undoableUntil: undoableUntil(entry, ctx.actor.staffId),
      worries: worriesOf(entry, known),
      before: changed
        .filter(({ id, version }) => id === entry.id && version < entry.version)
        .map((one) => earlier(one, changed, nameOf)),
    })),
    withdrawn: changed
      .filter(({ withdrawn }) => withdrawn)
      .map((one) => ({
        ...wordsOf(one),
        id: one.id,
        happenedAt: one.happenedAt,
        by: nameOf(one.author),
        reason: one.reason,
      })),
    weights: points,
    weightChange: changeText(points),
  }
}
export type CareLog = ReturnType<typeof careLog>

function missingNow(
  db: ReadDb,
  { babyId, startedAt }: ReturnType<typeof pairById>,
  now: Instant,
): Worry[] {
  const lately = entriesBetween(db, babyId, addDays(now, -1), addMinutes(now, 1))
  const dry = dryWorry(lately, startedAt, now)
  return dry ? [dry] : []
}

const wordsOf = (entry: CareRecord) => ({
  label: careKindLabels[entry.kind],
  text: entryText(entry),
  sourceLabel: careSourceLabels[entry.source],
})

type Version = ReturnType<typeof changedBetween>[number]

/** What became a restricted entry is in no earlier version that the log shows either. */
function withoutMovedWords(db: ReadDb, all: readonly Version[]): Version[] {
  const moved = movedUpTo(db, [...new Set(all.map(({ id }) => id))])
  return all.map((one) => (one.version <= (moved.get(one.id) ?? 0) ? { ...one, note: '' } : one))
}

/** What an entry said before, with who changed it and why: both stand in the version that came after. */
function earlier(one: Version, all: readonly Version[], nameOf: (staffId: string) => string) {
  const next = all.find(({ id, version }) => id === one.id && version === one.version + 1)
  return {
    version: one.version,
    text: entryText(one),
    happenedAt: one.happenedAt,
    changedBy: next ? nameOf(next.author) : '',
    reason: next?.reason ?? '',
  }
}
