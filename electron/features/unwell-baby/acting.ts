import type { FieldMessage } from '#domain/shared/failure.ts'
import { refuse } from '#domain/shared/failure.ts'
import { type Act, type ActorStanding, faultsOfAct } from '#domain/unwell-baby/acts.ts'
import { dutyEventsOf } from '#domain/unwell-baby/duty-events.ts'
import { isNurseOrDoctor } from '#domain/users/role-professions.ts'
import type { Actor } from '#domain/users/roles.ts'
import type { CommandContext, ReadContext } from '../../platform/serve.ts'
import type { AuditNote, JsonObject, Outcome, WriteTx } from '../../platform/unit-of-work.ts'
import { deriveDuties } from '../communications/derive-duties.ts'
import { eventsOf } from '../communications/rows.ts'
import { isNurseInCharge } from '../users/shift.ts'
import { staffMember } from '../users/staff-service.ts'
import { type EpisodeCase, episodeCase, peopleOf } from './case.ts'

/** How whoever acts stands to the rules: by profession and shift, whatever the account's role. */
export function actorStanding(ctx: ReadContext, second?: Actor): ActorStanding {
  const { profession } = staffMember(ctx.db, ctx.actor.staffId)
  return {
    isNurseOrDoctor: isNurseOrDoctor(profession),
    isNurseInCharge:
      ctx.actor.role === 'ward-manager' || isNurseInCharge(ctx.db, ctx.actor.staffId, ctx.now),
    secondIsAnother: second !== undefined && second.staffId !== ctx.actor.staffId,
  }
}

/** Refuses what stands against an act, each fault at its field. `more` are faults found elsewhere. */
export function checkAct(
  ctx: ReadContext,
  episode: EpisodeCase,
  act: Act,
  more: readonly FieldMessage[] = [],
  second?: Actor,
): void {
  const faults = [...faultsOfAct(episode.facts, act, actorStanding(ctx, second), ctx.now), ...more]
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
}

/** The entry of the audit for something recorded in an episode. */
export const episodeNote = (
  episode: Pick<EpisodeCase, 'place'>,
  action: string,
  entity: string,
  { recordId, version }: { recordId: string; version: number },
  more: { reason?: string; payload?: JsonObject } = {},
): AuditNote => ({
  action: `episode.${action}`,
  entity,
  entityId: recordId,
  entityVersion: version,
  patients: peopleOf(episode),
  ...more,
})

/**
 * Records something in an episode and, in the same transaction, what follows from it: the duties to tell
 * others, as soon as a band, a call or a journey brings them about (decision 31).
 */
export function record<T>(
  ctx: CommandContext,
  episodeId: string,
  work: (tx: WriteTx) => Outcome<T>,
): T {
  return ctx.write((tx) => {
    const { value, audit } = work(tx)
    return { value, audit: [...audit, ...duties(tx, episodeId)] }
  })
}

/** Tells communications of every event that is new, or that began earlier than was known. */
function duties(tx: WriteTx, episodeId: string): AuditNote[] {
  const { facts, rules, place } = episodeCase(tx, episodeId)
  // What never was has nobody to be told of it.
  if (facts.outcomes.some(({ kind }) => kind === 'entered-in-error')) return []
  const events = dutyEventsOf(rules, facts)
  if (events.length === 0) return []
  const known = new Map(
    eventsOf(tx, 'sources', [episodeId]).events.map((one) => [one.event, one.occurredAt]),
  )
  return events
    .filter(({ event, occurredAt }) => occurredAt < (known.get(event) ?? '~'))
    .flatMap(
      ({ event, occurredAt }) =>
        deriveDuties(tx, {
          event,
          at: occurredAt,
          pairId: place.pair.recordId,
          babyId: place.pair.babyId,
          motherId: place.motherId,
          subjectId: episodeId,
          subjectType: 'episode',
        }).audit,
    )
}
