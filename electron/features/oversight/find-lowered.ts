import { type Level, levelLabels, levels } from '#domain/assurance/levels.ts'
import type { Finding } from '#domain/oversight/self-check.ts'
import { formatDate } from '#domain/shared/calendar.ts'
import { historyDocument, receivedDocument } from '#drizzle/schema/history-review.ts'
import { setLevel } from '#drizzle/schema/report-writing.ts'
import { supervisionDecision } from '#drizzle/schema/supervision.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { personById } from '../people/queries.ts'
import { currentStays, pairsInStay } from '../stays/queries.ts'
import { evidenceRows } from './evidence-rows.ts'

const decisions = standing(
  supervisionDecision,
  ['recordId', 'kind', 'startsAt'],
  't.pair_id = @pairId and t.starts_at <= @now',
  't.starts_at, t.audit_seq',
)
const register = standing(historyDocument, ['recordId'], 't.stay_id = @stayId')
const received = standing(
  receivedDocument,
  ['receivedAt', 'recordedAt'],
  't.document_id in (select value from json_each(@ids))',
)

/** When documents of a stay came in; one without a time, when it was recorded. */
function receivedIn(db: ReadDb, stayId: string): string[] {
  const ids = JSON.stringify(register.at(db, newest, { stayId }).map(({ recordId }) => recordId))
  return received.at(db, newest, { ids }).map((one) => one.receivedAt ?? one.recordedAt)
}

/**
 * Babies on the unit whose supervision was last lowered, and no document of the stay came in between the decision
 * before it and the lowering: nothing on record that it could have rested on [P].
 */
export const supervisionLowered = ({ db, now }: ReadContext): Finding[] =>
  currentStays(db).flatMap(({ id: stayId, motherId }) =>
    pairsInStay(db, stayId)
      .filter(({ endedAt }) => endedAt === null)
      .flatMap(({ id: pairId, babyId }): Finding[] => {
        const [before, last] = decisions.at(db, newest, { pairId, now }).slice(-2)
        if (!before || last?.kind !== 'lowering') return []
        const rests = receivedIn(db, stayId).some(
          (at) => at >= before.startsAt && at <= last.startsAt,
        )
        if (rests) return []
        const { givenName, familyName } = personById(db, babyId)
        return [
          {
            id: last.recordId,
            what: `${givenName} ${familyName}`,
            about: 'supervision lowered, and no document came in since the decision before',
            since: last.startsAt,
            leadsTo: { page: 'stay', stayId },
            people: [babyId, motherId],
          },
        ]
      }),
  )

const lowered = standing(
  setLevel,
  ['recordId', 'requirement', 'first', 'last', 'level', 'computedLevel', 'recordedAt'],
  "t.side = 'unit'",
  't.recorded_at desc',
)

const isWorse = (one: string, other: string) =>
  one !== 'not-tested' && levels.indexOf(one as Level) > levels.indexOf(other as Level)

/** Levels of assurance that a person of the unit lowered, where no evidence is recorded for the requirement. */
export function levelsLowered({ db }: ReadContext): Finding[] {
  const covered = new Set(evidenceRows(db).flatMap((one) => one.requirements))
  return lowered
    .at(db, newest)
    .filter(
      ({ requirement, level, computedLevel }) =>
        isWorse(level, computedLevel) &&
        computedLevel !== 'not-tested' &&
        !covered.has(requirement),
    )
    .map((one) => ({
      id: one.recordId,
      what: `${one.requirement}, ${formatDate(one.first)} to ${formatDate(one.last)}`,
      about: `lowered to ${levelLabels[one.level as Level].toLowerCase()}, and no evidence is recorded`,
      since: one.recordedAt,
      leadsTo: { page: 'evidence', evidenceId: null },
      people: [],
    }))
}
