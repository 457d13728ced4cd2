import type { Find } from '#domain/search/found.ts'
import { formatDate } from '#domain/shared/calendar.ts'
import { folded } from '#domain/shared/folded-text.ts'
import { holdsWords } from '#domain/shared/search-terms.ts'
import { type Profession, professionLabels } from '#domain/users/staff.ts'
import { staff } from '#drizzle/schema/users.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import type { Subject } from './subject.ts'

const all = standing(
  staff,
  ['recordId', 'name', 'profession', 'leftOn'],
  '1',
  't.name, t.record_id',
)

/** Staff by name and profession, those in post first. A number or a date of birth means no member of staff. */
export function findStaff(db: ReadDb, { nhsNumber, bornOn, words }: Subject['terms']): Find[] {
  if (nhsNumber !== null || bornOn !== null) return []
  return all
    .at(db, newest)
    .map((one) => ({ ...one, label: professionLabels[one.profession as Profession] }))
    .filter(({ name, label }) => holdsWords(folded(`${name} ${label}`), words))
    .sort((a, b) => Number(a.leftOn !== null) - Number(b.leftOn !== null))
    .map(({ recordId, name, label, leftOn }) => ({
      id: recordId,
      title: name,
      about: leftOn === null ? label : `${label}, left ${formatDate(leftOn)}`,
      leadsTo: { page: 'staff', staffId: recordId },
      people: [],
    }))
}
