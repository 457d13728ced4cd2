import { type KeptPerson, keepFamilyUntil } from '#domain/retention/rules.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { person } from '#drizzle/schema/people.ts'
import { legalHold } from '#drizzle/schema/restricted.ts'
import { pair, stay } from '#drizzle/schema/stays.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'

const stays = standing(stay, ['recordId', 'motherId', 'endedAt'])
const pairs = standing(pair, ['stayId', 'babyId', 'endedAt'])
const people = standing(person, ['recordId', 'givenName', 'familyName', 'bornOn'])
const holds = standing(
  legalHold,
  ['recordId', 'version', 'personId', 'because', 'reference', 'placedAt', 'liftedAt'],
  '1',
  't.placed_at desc',
)

/** Each family that was on the unit: until when its record is kept and why, whether it is due, and what holds it. */
export function keptFamilies({ db, now }: ReadContext) {
  const today = dateOf(now)
  const names = new Map(people.at(db, newest).map((row) => [row.recordId, row]))
  const nameOf = (id: string) => {
    const row = names.get(id)
    return row ? `${row.givenName} ${row.familyName}` : ''
  }
  const babiesOf = Map.groupBy(pairs.at(db, newest), ({ stayId }) => stayId)
  const standingHolds = holds.at(db, newest).filter(({ liftedAt }) => liftedAt === null)
  const families = Map.groupBy(stays.at(db, newest), ({ motherId }) => motherId)
  return [...families]
    .map(([motherId, ofHer]) => {
      const babyIds = [
        ...new Set(
          ofHer.flatMap(({ recordId }) => (babiesOf.get(recordId) ?? []).map((one) => one.babyId)),
        ),
      ]
      const isHere = ofHer.some(({ endedAt }) => endedAt === null)
      const last = ofHer
        .flatMap(({ endedAt }) => endedAt ?? [])
        .sort()
        .at(-1)
      const lastContactOn = isHere || !last ? null : dateOf(last)
      const kept: KeptPerson[] = [
        { kind: 'mother', bornOn: names.get(motherId)?.bornOn ?? null, lastContactOn },
        ...babyIds.map((id) => ({
          kind: 'baby' as const,
          bornOn: names.get(id)?.bornOn ?? null,
          lastContactOn,
        })),
      ]
      const until = keepFamilyUntil(kept)
      const hold = standingHolds.find(({ personId }) => [motherId, ...babyIds].includes(personId))
      return {
        motherId,
        mother: nameOf(motherId),
        babies: babyIds.map(nameOf),
        people: [motherId, ...babyIds],
        lastContactOn,
        until: until?.until ?? null,
        because: until?.because ?? null,
        hold: hold ? { id: hold.recordId, version: hold.version, because: hold.because } : null,
        state: isHere
          ? ('here' as const)
          : hold
            ? ('held' as const)
            : until && until.until <= today
              ? ('due' as const)
              : ('kept' as const),
      }
    })
    .sort((a, b) => (a.until ?? '9999').localeCompare(b.until ?? '9999'))
}
