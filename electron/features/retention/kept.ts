import { type KeptPerson, keepFamilyUntil } from '#domain/retention/rules.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import type { CivilDate } from '#domain/shared/time.ts'
import { person } from '#drizzle/schema/people.ts'
import { legalHold } from '#drizzle/schema/restricted.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { type FamilyRecord, familiesOnRecord } from './families.ts'

const people = standing(person, ['recordId', 'givenName', 'familyName', 'bornOn'])
const holds = standing(
  legalHold,
  ['recordId', 'version', 'personId', 'because', 'reference', 'placedAt', 'liftedAt'],
  '1',
  't.placed_at desc',
)

/** How many lines a page has. */
export const keptPageRows = 100

/** The last line of the page before. */
export interface KeptAfter {
  until: CivilDate | null
  id: string
}

/**
 * Each family that was on the unit or was referred to it: until when its record is kept and why, whether it is due,
 * and what holds it. What is due first comes first; a page, and where the next begins. Rules: docs/states/retention.md.
 */
export function keptFamilies(ctx: ReadContext, { after }: { after?: KeptAfter | undefined }) {
  const all = everyFamily(ctx)
  const from = after === undefined ? 0 : all.findIndex((one) => isAfter(one, after))
  const rows = from < 0 ? [] : all.slice(from, from + keptPageRows)
  const last = rows.at(-1)
  return {
    rows,
    of: all.length,
    due: all.filter(({ state }) => state === 'due').length,
    next:
      last !== undefined && from + rows.length < all.length
        ? { until: last.until, id: last.motherId }
        : null,
  }
}

const keyOf = (until: CivilDate | null, id: string) => `${until ?? '9999'} ${id}`
const isAfter = (one: { until: CivilDate | null; motherId: string }, { until, id }: KeptAfter) =>
  keyOf(one.until, one.motherId) > keyOf(until, id)

function everyFamily({ db, now }: ReadContext) {
  const today = dateOf(now)
  const named = new Map(people.at(db, newest).map((row) => [row.recordId, row]))
  const holdOf = holdsOf(db)
  return familiesOnRecord(db)
    .map((family) => {
      const { motherId, babyIds, lastContactOn, isHere, wasHere } = family
      const ids = [motherId, ...babyIds]
      const until = keepFamilyUntil(keptPeople(family, (id) => named.get(id)?.bornOn ?? null))
      const hold = holdOf(ids)
      const [mother = '', ...babies] = ids.map((id) => {
        const row = named.get(id)
        return row ? `${row.givenName} ${row.familyName}` : ''
      })
      return {
        motherId,
        mother,
        babies,
        people: ids,
        wasHere,
        lastContactOn,
        until: until?.until ?? null,
        because: until?.because ?? null,
        hold: hold ? { id: hold.recordId, version: hold.version, because: hold.because } : null,
        state: isHere
          ? ('here' as const)
          : hold
            ? ('held' as const)
            : lastContactOn === null
              ? ('open' as const)
              : until && until.until <= today
                ? ('due' as const)
                : ('kept' as const),
      }
    })
    .sort((a, b) => (keyOf(a.until, a.motherId) < keyOf(b.until, b.motherId) ? -1 : 1))
}

function keptPeople(
  { motherId, babyIds, unborn, lastContactOn, wasHere, diedOn }: FamilyRecord,
  bornOn: (id: string) => CivilDate | null,
): KeptPerson[] {
  const baby = { kind: wasHere ? ('baby' as const) : ('referred-baby' as const), lastContactOn }
  return [
    {
      kind: diedOn === null ? 'mother' : 'dead-mother',
      bornOn: bornOn(motherId),
      lastContactOn,
      diedOn,
    },
    ...babyIds.map((id) => ({ ...baby, bornOn: bornOn(id) })),
    ...unborn.map((expectedOn) => ({ ...baby, bornOn: expectedOn })),
  ]
}

function holdsOf(db: ReadDb) {
  const standingNow = holds.at(db, newest).filter(({ liftedAt }) => liftedAt === null)
  return (ids: readonly string[]) => standingNow.find(({ personId }) => ids.includes(personId))
}
