import type { z } from 'zod'
import { type FieldMessage, refuse } from '#domain/shared/failure.ts'
import { observationDue, observationReviewRuleSet } from '#domain/stays/observation.ts'
import { arrivalFaults, endFaults, pairFaults } from '#domain/stays/rules.ts'
import { observationLevel, pair, stay } from '#drizzle/schema/stays.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { refuseAll } from '../people/person-service.ts'
import { personById } from '../people/queries.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { bedContent, checkBed, promiseBroken } from './bed-of-stay.ts'
import type { BeforeLeaving, MissingAtEnd } from './before-leaving.ts'
import { pairById, pairsInStay, pairsWithBaby, stayById, staysOfMother } from './queries.ts'
import type {
  bedMove,
  observationInput,
  pairCorrection,
  pairEnd,
  stayCorrection,
  stayEnd,
} from './schemas.ts'
import type { PromisedTo } from './when-arrived.ts'

function openStay(ctx: CommandContext, id: string) {
  const found = stayById(ctx.db, id, 'id')
  if (found.endedAt !== null) refuse('held', 'This stay has ended')
  return found
}

const stayNote = (
  action: string,
  id: string,
  version: number,
  reason: string,
  motherId: string,
) => ({
  action,
  entity: 'stay',
  entityId: id,
  entityVersion: version,
  patients: [motherId],
  reason,
})

/** The mother moves to another bed, or is given one where she came in without. */
export function moveBed(
  ctx: CommandContext,
  input: z.output<typeof bedMove>,
  promisedTo: PromisedTo,
) {
  const { motherId } = openStay(ctx, input.id)
  const { id, reason, bedId } = input
  const promise = promisedTo(ctx.db, bedId, motherId, ctx.now)
  // The reason of the move is that of a closed bed, too; that a promise is broken is said by itself.
  const because = promise ? input.bedBecause : reason
  checkBed(ctx.db, { bedId, because, promise }, id)
  return ctx.write((tx) => {
    const bed = bedContent(tx, { bedId, because, promise })
    const { version } = tx.amend(stay, id, input.version, bed, reason)
    const note = stayNote('move-bed', id, version, reason, motherId)
    return { value: { id, version }, audit: [note, ...promiseBroken(promise, because)] }
  })
}

/** Corrects when she arrived and whether it was planned. */
export function correctStay(ctx: CommandContext, input: z.output<typeof stayCorrection>) {
  const found = stayById(ctx.db, input.id, 'id')
  const mother = personById(ctx.db, found.motherId)
  const others = staysOfMother(ctx.db, found.motherId)
    .filter((one) => one.id !== input.id)
    .map((one) => ({ startsAt: one.arrivedAt, endsAt: one.endedAt }))
    .filter((one) => found.endedAt === null || one.startsAt < found.endedAt)
  const pairs = pairsInStay(ctx.db, input.id)
  refuseAll([
    ...arrivalFaults(input.arrivedAt, mother.bornOn, others, ctx.now),
    ...(found.endedAt !== null && found.endedAt <= input.arrivedAt
      ? [{ field: 'arrivedAt', message: 'This is after her stay ended. Check both times' }]
      : []),
    ...(pairs.some((one) => one.startedAt < input.arrivedAt)
      ? [{ field: 'arrivedAt', message: 'Her baby was here before this. Correct that time first' }]
      : []),
  ])
  return ctx.write((tx) => {
    const { id, reason, planned, arrivedAt } = input
    const { version } = tx.amend(stay, id, input.version, { planned, arrivedAt }, reason)
    const note = stayNote('change', id, version, reason, found.motherId)
    return { value: { id, version }, audit: [note] }
  })
}

/** Ends a stay, and with it every pair in it that is still open; held while `before` has something against it. */
export function endStay(
  ctx: CommandContext,
  input: z.output<typeof stayEnd>,
  before: BeforeLeaving,
  atEnd?: MissingAtEnd,
) {
  const found = openStay(ctx, input.id)
  const open = pairsInStay(ctx.db, input.id).filter((one) => one.endedAt === null)
  const starts = [found.arrivedAt, ...open.map((one) => one.startedAt)]
  refuseAll(endFaults(input.endedAt, starts, ctx.now))
  holdLeaving(
    before(
      ctx.db,
      open.map((one) => one.id),
      input.endedAt,
    ),
  )
  const missing = atEnd?.now(ctx.db, input.id, input.endReason, ctx.now) ?? []
  const { missingBecause } = input
  if (missing.length > 0 && missingBecause === undefined)
    refuse('held', missing.map(({ label }) => label).join('. '), [
      {
        field: 'missingBecause',
        message: `${missing.map(({ label }) => label).join('. ')}. Put it right, or enter why they leave all the same`,
      },
    ])
  return ctx.write((tx) => {
    const { id, reason, endedAt, endReason } = input
    if (missing.length > 0 && missingBecause !== undefined)
      atEnd?.keep(
        tx,
        id,
        missing.map(({ code }) => code),
        missingBecause,
      )
    const { version } = tx.amend(stay, id, input.version, { endedAt, endReason }, reason)
    for (const one of open) tx.amend(pair, one.id, one.version, { endedAt }, reason)
    const note = stayNote('end', id, version, reason, found.motherId)
    const patients = [found.motherId, ...open.map((one) => one.babyId)]
    return { value: { id, version }, audit: [{ ...note, patients }] }
  })
}

function holdLeaving(faults: FieldMessage[]): void {
  const [first] = faults
  if (first) refuse('held', first.message, faults)
}

/** The baby leaves before the mother: to hospital for good, to family, to a foster carer. */
export function endPair(
  ctx: CommandContext,
  input: z.output<typeof pairEnd>,
  before: BeforeLeaving,
) {
  const found = pairById(ctx.db, input.id, 'id')
  if (found.endedAt !== null) refuse('held', 'This has ended already')
  refuseAll(endFaults(input.endedAt, [found.startedAt], ctx.now))
  holdLeaving(before(ctx.db, [input.id], input.endedAt))
  return amendPair(ctx, input, found.babyId, { endedAt: input.endedAt }, 'end')
}

/** Corrects when mother and baby were first together here. */
export function correctPair(ctx: CommandContext, input: z.output<typeof pairCorrection>) {
  const found = pairById(ctx.db, input.id, 'id')
  const stayed = stayById(ctx.db, found.stayId)
  const baby = personById(ctx.db, found.babyId)
  const others = pairsWithBaby(ctx.db, found.babyId)
    .filter((one) => one.id !== input.id)
    .map((one) => ({ startsAt: one.startedAt, endsAt: one.endedAt }))
  const until = found.endedAt ?? stayed.endedAt
  refuseAll(
    pairFaults(
      input.startedAt,
      { startsAt: stayed.arrivedAt, endsAt: until },
      { bornOn: baby.bornOn, bornAt: baby.bornAt },
      others,
      ctx.now,
    ),
  )
  return amendPair(ctx, input, found.babyId, { startedAt: input.startedAt }, 'change')
}

function amendPair(
  ctx: CommandContext,
  { id, version: expected, reason }: { id: string; version: number; reason: string },
  babyId: string,
  changes: { startedAt?: string; endedAt?: string },
  action: string,
) {
  return ctx.write((tx) => {
    const { version } = tx.amend(pair, id, expected, changes, reason)
    return {
      value: { id, version },
      audit: [
        {
          action,
          entity: 'pair',
          entityId: id,
          entityVersion: version,
          patients: [babyId],
          reason,
        },
      ],
    }
  })
}

/** Sets the mother's own observation level from a time on; the same level again renews it. */
export function setObservation(ctx: CommandContext, input: z.output<typeof observationInput>) {
  const found = stayById(ctx.db, input.stayId)
  refuseAll([
    ...(input.startsAt > ctx.now
      ? [{ field: 'startsAt', message: 'This is in the future. Enter when it began' }]
      : []),
    ...(input.startsAt < found.arrivedAt
      ? [{ field: 'startsAt', message: 'This is before she arrived. Check the time' }]
      : []),
    ...(found.endedAt !== null && input.startsAt >= found.endedAt
      ? [{ field: 'startsAt', message: 'This is after her stay ended. Check the time' }]
      : []),
  ])
  return ctx.write((tx) => {
    const rules = ruleInForce(tx, observationReviewRuleSet, input.startsAt)
    const { recordId } = tx.insert(observationLevel, {
      ...input,
      reviewDueAt: observationDue(rules.content, input.level, input.startsAt),
    })
    return {
      value: { id: recordId },
      audit: [
        {
          action: 'add',
          entity: 'observation-level',
          entityId: recordId,
          entityVersion: 1,
          patients: [found.motherId],
        },
      ],
    }
  })
}
