import { addDays, dateOf } from '#domain/shared/calendar.ts'
import { refuse } from '#domain/shared/failure.ts'
import {
  isSameVersion,
  type PathwayReading,
  type PathwayVersion,
  readState,
} from '#domain/unwell-baby/readings.ts'
import { paperForm, pathwayReading } from '#drizzle/schema/unwell-baby-pathway.ts'
import type { CommandContext, ReadContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { listStaff } from '../users/staff-service.ts'
import { pathwayInForce } from './pathway-rules.ts'

const readings = standing(pathwayReading, [
  'staffId',
  'routesId',
  'feverId',
  'sepsisId',
  'pewsId',
  'escortId',
  'dutiesId',
  'readAt',
])

const readingsOf = (db: ReadDb): PathwayReading[] => readings.at(db, newest)

const onPaper = standing(paperForm, ['episodeId'], 't.written_until >= @since')

/** What counts as lately for the count of forms. */
const countedDays = 365

/** The pathway in force, whether whoever asks has read it, and how often paper took the computer's place. */
export function pathwayNow(ctx: ReadContext) {
  const { version, revisions } = pathwayInForce(ctx.db, ctx.now)
  const since = addDays(ctx.now, -countedDays)
  const forms = onPaper.at(ctx.db, newest, { since })
  return {
    version,
    revisions,
    own: readState(readingsOf(ctx.db), ctx.actor.staffId, version),
    paper: {
      forms: forms.length,
      episodes: new Set(forms.map(({ episodeId }) => episodeId)).size,
      days: countedDays,
    },
  }
}

/** Who is in the staff register and never looks after a baby. */
const notOnTheWard = ['commissioner', 'administration']

/** Everybody in post on the ward, with the version of the pathway that they have read; those who have not come first. */
export function pathwayReaders({ db, now }: ReadContext) {
  const { version } = pathwayInForce(db, now)
  const known = readingsOf(db)
  const order = { 'not-read': 0, 'read-earlier': 1, read: 2 }
  return listStaff(db)
    .filter(({ profession }) => !notOnTheWard.includes(profession))
    .filter(({ startedOn, leftOn }) => startedOn <= dateOf(now) && (leftOn ?? '~') >= dateOf(now))
    .map(({ recordId, name, profession, employment }) => ({
      staffId: recordId,
      name,
      profession,
      employment,
      ...readState(known, recordId, version),
    }))
    .sort((a, b) => order[a.state] - order[b.state])
}

/** Signs that the pathway was read, in the version that was on the screen; refuses one that is no longer in force. */
export function readPathway(ctx: CommandContext, seen: PathwayVersion): { id: string } {
  const { version } = pathwayInForce(ctx.db, ctx.now)
  if (!isSameVersion(seen, version))
    refuse('held', 'The pathway has changed since you opened this page. Read it again, then sign')
  return ctx.write((tx) => {
    const { recordId } = tx.insert(pathwayReading, {
      staffId: ctx.actor.staffId,
      ...version,
      readAt: tx.now,
    })
    return {
      value: { id: recordId },
      audit: [{ action: 'pathway.read', entity: 'pathway_reading', entityId: recordId }],
    }
  })
}
