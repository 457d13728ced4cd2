import { evidenceFault } from '#domain/oversight/evidence.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { staff } from '#drizzle/schema/users.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import { evidenceRows } from './evidence-rows.ts'
import type { Requirements } from './facts.ts'
import { pinnable, titleOfPinned } from './pinnable.ts'

const people = standing(staff, ['recordId', 'name', 'leftOn'], '1', 't.name, t.record_id')

/** Every piece of evidence with whether it counts today, and each requirement with how many of its pieces do. */
export function evidenceView({ db, now }: ReadContext, requirements: Requirements) {
  const today = dateOf(now)
  const pieces = evidenceRows(db).map((one) => ({
    ...one,
    pinnedTitle:
      one.pinnedType === null || one.pinnedId === null
        ? null
        : titleOfPinned(db, one.pinnedType, one.pinnedId),
    fault: evidenceFault(one, today),
  }))
  return {
    at: now,
    pieces,
    requirements: requirements().map(({ id, short }) => {
      const own = pieces.filter((one) => one.requirements.includes(id))
      return {
        id,
        short,
        pieces: own.length,
        counting: own.filter(({ fault }) => fault === null).length,
      }
    }),
    pinnable: pinnable(db),
    owners: people
      .at(db, newest)
      .filter(({ leftOn }) => leftOn === null || leftOn >= today)
      .map(({ recordId, name }) => ({ staffId: recordId, name })),
  }
}
