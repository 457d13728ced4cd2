import { dateOf, formatDateTime } from '#domain/shared/calendar.ts'
import { refuseField } from '#domain/shared/failure.ts'
import type { CivilDate, Instant } from '#domain/shared/time.ts'
import { episode } from '#drizzle/schema/unwell-baby.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const since = standing(
  episode,
  ['recordId', 'recognisedAt'],
  't.recognised_at >= @since',
  't.recognised_at desc',
)
const one = standing(episode, ['recordId', 'recognisedAt'], 't.record_id = @id')

/** An episode of an unwell baby as a session knows it: by its time alone, without a name (decision 39). */
const labelOf = (recognisedAt: Instant) => `Unwell baby, ${formatDateTime(recognisedAt)}`

/** The episodes on which a session may look back, newest first. */
export const episodesSince = (db: ReadDb, from: Instant) =>
  since.at(db, newest, { since: from }).map(({ recordId, recognisedAt }) => ({
    id: recordId,
    label: labelOf(recognisedAt),
  }))

/** An episode by its time; null where a session looked back on none, or it was entered in error. */
export function episodeLabel(db: ReadDb, id: string | null): string | null {
  const found = id === null ? undefined : one.at(db, newest, { id })[0]
  return found ? labelOf(found.recognisedAt) : null
}

/** Refuses an episode that is not on record, or that was after the session. */
export function checkEpisode(
  db: ReadDb,
  id: string | null | undefined,
  heldOn: CivilDate,
  field: string,
): void {
  if (!id) return
  const found = one.at(db, newest, { id })[0]
  if (!found) refuseField(field, 'This episode is not on record. Choose another, or none')
  if (dateOf(found.recognisedAt) > heldOn)
    refuseField(field, 'This episode came after the session. Check the day, or choose another')
}
