import { nameFault, nameIn, type PatientName } from '#domain/culture/names.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { CivilDate } from '#domain/shared/time.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

// Mothers and their babies whose stay touches the days from then on: also of a stay that ended since.
const sql = `select p.given_name as givenName, p.family_name as familyName, p.nhs_number as nhsNumber
  from person p
  where p.withdrawn = 0
    and not exists (select 1 from person n where n.record_id = p.record_id and n.version > p.version)
    and p.record_id in (
      select s.mother_id from stay s where s.withdrawn = 0
        and (s.ended_at is null or substr(s.ended_at, 1, 10) >= @since)
        and not exists (select 1 from stay n where n.record_id = s.record_id and n.version > s.version)
      union
      select r.baby_id from pair r where r.withdrawn = 0
        and (r.ended_at is null or substr(r.ended_at, 1, 10) >= @since)
        and not exists (select 1 from pair n where n.record_id = r.record_id and n.version > r.version))`

/**
 * Refuses a text that names a mother or baby who is on the unit, or was from `since` on, at its field. Run
 * before anything is saved (decision 39).
 */
export function refusePatientNames(
  db: ReadDb,
  since: CivilDate,
  texts: Readonly<Record<string, string | undefined>>,
): void {
  const people = db.rows<PatientName>(sql, { since })
  const faults = Object.entries(texts).flatMap(([field, text]) => {
    const found = text === undefined ? undefined : nameIn(text, people)
    return found === undefined ? [] : [{ field, message: nameFault(found) }]
  })
  if (faults.length > 0) refuse('invalid', 'Take the names of patients out', faults)
}
