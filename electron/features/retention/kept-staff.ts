import { keepUntil } from '#domain/retention/rules.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { certificate } from '#drizzle/schema/training.ts'
import { staff } from '#drizzle/schema/users.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'

const left = standing(staff, ['recordId', 'name', 'profession', 'leftOn'], 't.left_on is not null')
const certificates = standing(certificate, ['staffId', 'completedOn'])

/** Who left: until when the entry in the staff register and the training are kept, and what is due first. */
export function keptStaff({ db, now }: ReadContext) {
  const today = dateOf(now)
  const trained = Map.groupBy(certificates.at(db, newest), ({ staffId }) => staffId)
  return left
    .at(db, newest)
    .filter(({ leftOn }) => leftOn !== null && leftOn <= today)
    .map(({ recordId, name, profession, leftOn }) => {
      const trainedOn =
        (trained.get(recordId) ?? [])
          .flatMap(({ completedOn }) => completedOn ?? [])
          .sort()
          .at(-1) ?? null
      const kept = keepUntil({ kind: 'staff', bornOn: null, lastContactOn: leftOn, trainedOn })
      return {
        id: recordId,
        name,
        profession,
        leftOn,
        until: kept?.until ?? null,
        because: kept?.because ?? null,
        isDue: kept !== null && kept.until <= today,
      }
    })
    .sort(
      (a, b) => (a.until ?? '9999').localeCompare(b.until ?? '9999') || a.id.localeCompare(b.id),
    )
}
