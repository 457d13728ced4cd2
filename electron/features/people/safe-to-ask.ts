import { contactRoute } from '#domain/people/contact-route.ts'
import { meansSameName } from '#domain/people/same-name.ts'
import { refuseField } from '#domain/shared/failure.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { saidOf } from './said-of.ts'

/**
 * Refuses, at the field, somebody whom the record of these people says not to contact, or only through another who is not
 * named with them (decision 30: no override).
 */
export function needSafeToAsk(
  db: ReadDb,
  people: readonly string[],
  asked: string,
  field: string,
): void {
  for (const one of saidOf(db, people, asked)) {
    const route = contactRoute(one.safeToContact, one.contactThrough)
    if (route.kind === 'social-worker')
      refuseField(
        field,
        `${one.shown}: ${route.because[0]?.toLowerCase()}${route.because.slice(1)}. Ask the social worker, or somebody else who knows`,
      )
    if (route.kind === 'through' && !meansSameName(asked, route.whom))
      refuseField(field, `${one.shown} is contacted only through ${route.whom}. Ask ${route.whom}`)
  }
}
