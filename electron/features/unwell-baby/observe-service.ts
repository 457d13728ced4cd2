import type { z } from 'zod'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { refuseField } from '#domain/shared/failure.ts'
import type { ObservationSet } from '#domain/unwell-baby/observation.ts'
import { standingSets } from '#domain/unwell-baby/pathway.ts'
import { isSameSet } from '#domain/unwell-baby/same-set.ts'
import { episodeRaise, infectionAnswer } from '#drizzle/schema/unwell-baby.ts'
import { observationSet } from '#drizzle/schema/unwell-baby-observations.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { staffNameOf } from '../users/staff-names.ts'
import { actorStanding, checkAct, episodeNote, record } from './acting.ts'
import { type EpisodeCase, episodeCase } from './case.ts'
import { appendSetRows, setContent } from './observation-rows.ts'
import { entryOf } from './raise-service.ts'
import type {
  correctObservationInput,
  infectionInput,
  ObserveInput,
  raiseLevelInput,
  withdrawObservationInput,
} from './schemas.ts'

/**
 * Records a set of observations. Refuses one of another baby, from before the concern, to come, or with a
 * value that is unlikely and not confirmed.
 */
export function observe(ctx: CommandContext, input: ObserveInput): { setId: string } {
  const { episodeId, babyId, ...set } = input
  const found = episodeCase(ctx.db, episodeId)
  if (babyId !== found.place.pair.babyId)
    refuseField(
      'babyId',
      'These observations are of another baby than this episode. Check the name',
    )
  checkAct(ctx, found, { kind: 'observe', observedAt: set.observedAt })
  refuseSameSet(ctx, found, set)
  return record(ctx, episodeId, (tx) => {
    const made = tx.insert(observationSet, { episodeId, ...setContent(set) })
    appendSetRows(tx, made, set)
    return {
      value: { setId: made.recordId },
      audit: [episodeNote(found, 'observe', 'observation_set', made)],
    }
  })
}

/** A button pressed twice, or two people who write down one set, is one set. */
function refuseSameSet({ db }: CommandContext, { facts }: EpisodeCase, set: ObservationSet): void {
  const same = standingSets(facts).find((one) => isSameSet(one, set))
  if (!same) return
  const by = `${staffNameOf(db)(same.author)}, ${formatDateTime(same.recordedAt)}`
  refuseField(
    'observedAt',
    `Just this set is on record already (written down by ${by}). If the baby was observed again, enter when`,
  )
}

/** Puts a set right. What it showed before stays in the record, and the bands that it gave stay reached. */
export function correctObservation(
  ctx: CommandContext,
  input: z.output<typeof correctObservationInput>,
): { version: number } {
  const { episodeId, setId, version, reason, ...set } = input
  const found = episodeCase(ctx.db, episodeId)
  entryOf(found.facts.sets, setId, 'setId')
  checkAct(ctx, found, { kind: 'observe', observedAt: set.observedAt })
  return record(ctx, episodeId, (tx) => {
    const made = tx.amend(observationSet, setId, version, setContent(set), reason)
    appendSetRows(tx, made, set)
    return {
      value: { version: made.version },
      audit: [episodeNote(found, 'correct-observation', 'observation_set', made, { reason })],
    }
  })
}

/** Marks a set as entered in error. It stays readable, and the bands that it gave stay reached. */
export function withdrawObservation(
  ctx: CommandContext,
  { episodeId, setId, version, reason }: z.output<typeof withdrawObservationInput>,
): { version: number } {
  const found = episodeCase(ctx.db, episodeId)
  const set = entryOf(found.facts.sets, setId, 'setId')
  return record(ctx, episodeId, (tx) => {
    const made = tx.withdraw(observationSet, setId, version, reason)
    appendSetRows(tx, made, set)
    return {
      value: { version: made.version },
      audit: [episodeNote(found, 'withdraw-observation', 'observation_set', made, { reason })],
    }
  })
}

/** Answers the gate: could this be infection? Only a registered nurse or doctor rules it out (decision 24). */
export function answerInfection(
  ctx: CommandContext,
  { episodeId, ...input }: z.output<typeof infectionInput>,
): { answerId: string } {
  const found = episodeCase(ctx.db, episodeId)
  checkAct(ctx, found, { kind: 'answer-infection', ...input })
  const byNurseOrDoctor = actorStanding(ctx).isNurseOrDoctor
  return record(ctx, episodeId, (tx) => {
    const made = tx.insert(infectionAnswer, { episodeId, ...input, byNurseOrDoctor })
    const payload = { answer: input.answer }
    return {
      value: { answerId: made.recordId },
      audit: [episodeNote(found, 'answer-infection', 'infection_answer', made, { payload })],
    }
  })
}

/** A level above what the tables give, chosen by anyone clinical: free, and nothing lowers it. */
export function raiseLevel(
  ctx: CommandContext,
  { episodeId, ...input }: z.output<typeof raiseLevelInput>,
): { raiseId: string } {
  const found = episodeCase(ctx.db, episodeId)
  checkAct(ctx, found, { kind: 'raise', chosenAt: input.chosenAt })
  return record(ctx, episodeId, (tx) => {
    const made = tx.insert(episodeRaise, { episodeId, ...input })
    const payload = { level: input.level }
    return {
      value: { raiseId: made.recordId },
      audit: [episodeNote(found, 'raise-level', 'episode_raise', made, { payload })],
    }
  })
}
