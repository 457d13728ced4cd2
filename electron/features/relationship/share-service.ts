import type { z } from 'zod'
import type { SafeToContact } from '#domain/people/record.ts'
import { socialWorkAgencies } from '#domain/relationship/scope-measure.ts'
import {
  type acknowledgedInputSchema,
  type chasedInputSchema,
  type MotherInput,
  type SentInput,
  sendingRoute,
  sharedFaults,
} from '#domain/relationship/sharing.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { dueOf } from '#domain/shared/limits.ts'
import type { Instant } from '#domain/shared/time.ts'
import {
  relationshipAcknowledgement,
  relationshipChase,
  relationshipSharing,
} from '#drizzle/schema/relationship.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { trustedNow } from '../../platform/trusted-now.ts'
import type { Change } from '../people/facts.ts'
import { professionalsOf, relationshipCase, scopeInForce, sharingCase } from './case.ts'
import { assessmentNow } from './rows.ts'

const assessmentGone = 'This assessment is not on record any more. Open the page again'

function checkTime(field: string, at: Instant, earliest: Instant, now: Instant, tooEarly: string) {
  const faults = sharedFaults(field, at, { earliest, now, tooEarly })
  if (faults.length > 0) refuse('invalid', 'Check the time', faults)
}

const nowOf = ({ db, now }: CommandContext) => trustedNow(db, now)

const noteOf = (action: string, entity: string, id: string, patients: string[]) => ({
  action: `relationship.${action}`,
  entity,
  entityId: id,
  entityVersion: 1,
  patients,
})

/** That the mother was given an assessment, or that it was kept from her for now and why. */
export function shareWithMother(ctx: CommandContext, input: MotherInput) {
  const found = assessmentNow(ctx.db, input.assessmentId) ?? refuse('not-found', assessmentGone)
  const { pair, patients } = relationshipCase(ctx.db, found.pairId, nowOf(ctx))
  const earliest = found.ratedAt ?? pair.startedAt
  checkTime('sharedAt', input.sharedAt, earliest, nowOf(ctx), 'It had not been rated yet')
  return ctx.write((tx) => {
    const { recordId } = tx.insert(relationshipSharing, {
      pairId: found.pairId,
      assessmentId: found.recordId,
      assessmentVersion: found.version,
      recipient: 'mother',
      outcome: input.outcome,
      name: 'The mother',
      how: input.outcome === 'shared' ? input.how : '',
      because: input.outcome === 'withheld' ? input.because : '',
      sharedAt: input.sharedAt,
    })
    return {
      value: { id: recordId },
      audit: [noteOf(`mother-${input.outcome}`, 'relationship_sharing', recordId, patients)],
    }
  })
}

/**
 * That a professional was sent an assessment with the scope statement in force, or the statement by itself.
 * The limit to acknowledge it is fixed now. Refuses whoever must not be contacted (decision 30).
 */
export function sendToProfessional(ctx: CommandContext, input: SentInput) {
  const { pair, patients, rules } = relationshipCase(ctx.db, input.pairId, nowOf(ctx))
  const assessment = input.assessmentId
    ? (assessmentNow(ctx.db, input.assessmentId) ?? refuse('not-found', assessmentGone))
    : undefined
  if (assessment && assessment.pairId !== input.pairId) refuse('not-found', assessmentGone)
  const to =
    professionalsOf(ctx.db, patients).find(({ recordId }) => recordId === input.contactId) ??
    refuseField('contactId', 'Choose one of the contacts of mother and baby or of the unit')
  const route = sendingRoute({ ...to, safeToContact: to.safeToContact as SafeToContact })
  if (!route.may) refuseField('contactId', route.because)
  const [earliest, tooEarly] = assessment?.ratedAt
    ? [assessment.ratedAt, 'It had not been rated yet']
    : [pair.startedAt, 'Mother and baby were not together here yet']
  checkTime('sharedAt', input.sharedAt, earliest, nowOf(ctx), tooEarly)
  return ctx.write((tx) => {
    const { recordId } = tx.insert(relationshipSharing, {
      pairId: input.pairId,
      assessmentId: assessment?.recordId ?? null,
      assessmentVersion: assessment?.version ?? null,
      recipient: socialWorkAgencies.includes(to.agency) ? 'social-worker' : 'professional',
      outcome: 'shared',
      contactId: to.recordId,
      name: `${to.name}, ${to.role}`,
      through: route.through,
      how: input.how,
      sharedAt: input.sharedAt,
      scopeSetId: scopeInForce(tx, input.sharedAt).recordId,
      acknowledgeDueAt: dueOf(rules.content.acknowledgeWithin.limit, input.sharedAt).at,
    })
    return {
      value: { id: recordId },
      audit: [noteOf('sent', 'relationship_sharing', recordId, patients)],
    }
  })
}

/** That somebody who has not acknowledged was asked again; the next time is due from then. */
export function chase(ctx: CommandContext, input: z.output<typeof chasedInputSchema>) {
  const { sharing, patients, rules } = awaited(ctx, input.sharingId)
  checkTime('chasedAt', input.chasedAt, sharing.sharedAt, nowOf(ctx), 'It had not been sent yet')
  return ctx.write((tx) => {
    const { recordId } = tx.insert(relationshipChase, {
      subjectId: input.sharingId,
      chasedAt: input.chasedAt,
      chasedOf: input.chasedOf,
      nextDueAt: dueOf(rules.content.chaseEvery.limit, input.chasedAt).at,
    })
    return {
      value: { id: recordId },
      audit: [noteOf('chased', 'relationship_chase', recordId, patients)],
    }
  })
}

/** That a named person outside has it. Once. */
export function acknowledge(ctx: CommandContext, input: z.output<typeof acknowledgedInputSchema>) {
  const { sharing, patients } = awaited(ctx, input.sharingId)
  checkTime(
    'acknowledgedAt',
    input.acknowledgedAt,
    sharing.sharedAt,
    nowOf(ctx),
    'It had not been sent yet',
  )
  const { sharingId: subjectId, ...said } = input
  return ctx.write((tx) => {
    const { recordId } = tx.insert(relationshipAcknowledgement, { subjectId, ...said })
    return {
      value: { id: recordId },
      audit: [noteOf('acknowledged', 'relationship_acknowledgement', recordId, patients)],
    }
  })
}

function awaited(ctx: CommandContext, sharingId: string) {
  const found = sharingCase(ctx.db, sharingId, nowOf(ctx))
  if (found.sharing.acknowledgeDueAt === null)
    refuse('held', 'Nobody has to acknowledge this: it was shared with the mother')
  if (found.sharing.acknowledgement)
    refuse('held', `${found.sharing.acknowledgement.by} has acknowledged it already`)
  return found
}

/** Takes back a sharing that was entered in error, with its acknowledgement. */
export function withdrawSharing(ctx: CommandContext, { id, version, reason }: Change) {
  const { sharing, patients } = sharingCase(ctx.db, id, nowOf(ctx))
  return ctx.write((tx) => {
    const made = tx.withdraw(relationshipSharing, id, version, reason)
    const answer = sharing.acknowledgement
    if (answer) tx.withdraw(relationshipAcknowledgement, answer.recordId, answer.version, reason)
    for (const one of sharing.chases)
      tx.withdraw(relationshipChase, one.recordId, one.version, reason)
    return {
      value: { id, version: made.version },
      audit: [
        {
          ...noteOf('sharing-withdrawn', 'relationship_sharing', id, patients),
          entityVersion: made.version,
          reason,
        },
      ],
    }
  })
}
