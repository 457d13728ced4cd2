import { onePerPerson } from '#domain/communications/derive.ts'
import { type ContactRoute, contactRoute } from '#domain/people/contact-route.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { mentalHealthActAt } from '#domain/shared/mental-health-act.ts'
import type { Instant } from '#domain/shared/time.ts'
import { mentalHealthActStatus } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { holdersOf } from '../communications/basis.ts'
import type { RecordLine } from './view.ts'

/** Who decides for the baby, and how the mother stands under the Act: whoever takes over asks this first. */

const act = standing(
  mentalHealthActStatus,
  ['recordId', 'code', 'startsAt', 'endsAt', 'endedAt', 'recordedAt'],
  't.person_id = @personId',
)

/** The mother's status under the Mental Health Act when they leave. */
export function actLine(db: ReadDb, personId: string, at: Instant): RecordLine {
  const found = mentalHealthActAt(act.at(db, newest, { personId }), at)
  return {
    what: 'Mother: Mental Health Act',
    says: found ? found.status.label : 'Not recorded',
    from: found ? `Status, recorded ${formatDateTime(found.fact.recordedAt)}` : '-',
  }
}

/** Who holds responsibility for a baby beside the mother, or may hold it, and the way to them (decision 30). */
export function responsibilityLine(
  db: ReadDb,
  { babyId, motherId, baby }: { babyId: string; motherId: string; baby: string },
): RecordLine {
  const others = onePerPerson(holdersOf(db, babyId, motherId))
    .filter(({ responsibility }) => responsibility !== 'no')
    .map(({ name, responsibility, safeToContact, contactThrough }) =>
      [
        name,
        ...(responsibility === 'yes' ? [] : ['responsibility not known']),
        routeText(contactRoute(safeToContact, contactThrough)),
      ].join(', '),
    )
  return {
    what: `${baby}: parental responsibility`,
    says: ['The mother', ...others].join('; '),
    from: others.length > 0 ? 'Family and ties' : 'Family and ties: nobody else is on record',
  }
}

function routeText(route: ContactRoute): string {
  if (route.kind === 'direct') return 'may be contacted'
  return route.kind === 'through'
    ? `only through ${route.whom}`
    : 'do not contact: ask the social worker'
}
