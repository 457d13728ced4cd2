import { isNewAfter, type TieSays, tellsNewFact } from '#domain/communications/new-fact.ts'
import { tie } from '#drizzle/schema/people.ts'
import { pair, stay } from '#drizzle/schema/stays.ts'
import { everyVersion } from '../../platform/every-version.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { deriveAnew } from './derive-duties.ts'
import { withdrawDutiesOf } from './events-service.ts'

const versions = everyVersion(
  tie,
  [
    'recordId',
    'version',
    'withdrawn',
    'personId',
    'toPersonId',
    'relation',
    'parentalResponsibility',
    'safeToContact',
    'contactThrough',
  ],
  't.record_id = @id',
)
const runningPairs = standing(
  pair,
  ['recordId', 'babyId', 'stayId', 'startedAt'],
  't.ended_at is null or t.ended_at > @now',
)
const stays = standing(stay, ['motherId'], 't.record_id = @stayId')

/**
 * A fact about partner, paternity or a visitor that was not known on arrival is told to others (COM-13), for
 * each baby whom it concerns: each new fact is an event of its own. A tie that was entered in error takes its
 * events back. Gives the notes to go with the caller's own.
 */
export function newFactOf(tx: WriteTx, tieId: string, reason: string): AuditNote[] {
  const all = versions.at(tx, newest, { id: tieId }) as (TieSays & { version: number })[]
  const [before, now] = [...all].sort((a, b) => a.version - b.version).slice(-2)
  const last = now ?? before
  if (!last) return []
  if (last.withdrawn) return withdrawDutiesOf(tx, tieId, reason).audit
  if (!tellsNewFact(now ? before : undefined, last)) return []
  return runningPairs
    .at(tx, newest, { now: tx.now })
    .filter(({ startedAt }) => isNewAfter(startedAt, tx.now))
    .flatMap(({ recordId, babyId, stayId }) => {
      const motherId = stays.at(tx, newest, { stayId })[0]?.motherId
      if (motherId === undefined || ![babyId, motherId].includes(last.toPersonId)) return []
      const happening = { pairId: recordId, babyId, motherId, subjectId: tieId, subjectType: 'tie' }
      return deriveAnew(tx, { event: 'COM-13', at: tx.now, ...happening }).audit
    })
}
