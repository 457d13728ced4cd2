import type { z } from 'zod'
import { doneFaults, figureFaults, retestFaults, verifyFaults } from '#domain/oversight/action.ts'
import { addDaysToDate, dateOf } from '#domain/shared/calendar.ts'
import { type FieldMessage, refuse, refuseField } from '#domain/shared/failure.ts'
import type { CivilDate } from '#domain/shared/time.ts'
import { improvementAction } from '#drizzle/schema/oversight.ts'
import { noteOf } from '../../platform/note-of.ts'
import type { CommandContext, ReadContext, SignedContext } from '../../platform/serve.ts'
import type { Changes } from '../../platform/unit-of-work.ts'
import { staffMember } from '../users/staff-service.ts'
import type { FigureOf, Requirements } from './facts.ts'
import { pinFault, versionToPin } from './pinnable.ts'
import { type ActionRow, actionById, findingRows } from './rows.ts'
import type {
  actionInput,
  changeActionInput,
  closeInput,
  doneInput,
  mistakeInput,
  retestInput,
  startInput,
  verifyInput,
} from './schemas.ts'
import { needRequirement } from './visit-service.ts'

const note = noteOf('improvement_action')

type ActionInput = z.output<typeof actionInput>

function check(ctx: CommandContext, requirements: Requirements, input: ActionInput): void {
  needRequirement(requirements, input.requirement)
  const { findingId } = input
  if (findingId !== null && !findingRows(ctx.db).some(({ recordId }) => recordId === findingId))
    refuseField('findingId', 'This finding is not on record any more')
  const owner = staffMember(ctx.db, input.ownerId)
  if (owner.leftOn !== null && owner.leftOn < dateOf(ctx.now))
    refuseField('ownerId', 'They have left. Choose somebody who is in post')
}

export const addAction =
  (requirements: Requirements) => (ctx: CommandContext, input: ActionInput) => {
    check(ctx, requirements, input)
    if (input.dueOn < dateOf(ctx.now))
      refuseField('dueOn', 'This day has passed. Enter by when it is to be done')
    return ctx.write((tx) => {
      const made = tx.insert(improvementAction, input)
      return { value: { id: made.recordId }, audit: [note('action.set', made)] }
    })
  }

/** Another owner, day or wording of an action that is not done, with the reason. */
export const changeAction =
  (requirements: Requirements) =>
  (ctx: CommandContext, input: z.output<typeof changeActionInput>) => {
    needNotDone(actionById(ctx.db, input.id))
    check(ctx, requirements, input.action)
    return step(ctx, input, 'action.changed', input.action, input.reason)
  }

export function startAction(ctx: CommandContext, input: z.output<typeof startInput>) {
  const action = actionById(ctx.db, input.id)
  needNotDone(action)
  if (action.startedOn !== null) refuse('held', 'This action has begun already')
  return step(ctx, input, 'action.started', { startedOn: dateOf(ctx.now) }, 'Begun')
}

/** Says that it is done, or adds the evidence to one that was said to be done. */
export function doneAction(ctx: CommandContext, input: z.output<typeof doneInput>) {
  const action = actionById(ctx.db, input.id)
  needOpen(action)
  if (action.verifiedOn !== null) refuse('held', 'Somebody has verified this action already')
  needNoFaults(doneFaults(input, dateOf(ctx.now)))
  const { id: _, version: __, pin, ...words } = input
  const pinned = {
    pinnedType: pin?.type ?? null,
    pinnedId: pin?.id ?? null,
    pinnedVersion: pin ? versionToPin(ctx.db, pin.type, pin.id) : null,
  }
  return step(ctx, input, 'action.done', { ...words, ...pinned }, 'Done')
}

/** A second person has looked at the evidence, and sets the day to look again whether it held. */
export function verifyAction(ctx: SignedContext, input: z.output<typeof verifyInput>) {
  const action = actionById(ctx.db, input.id)
  needOpen(action)
  const { doneOn } = action
  if (doneOn === null) refuse('held', 'Record first that it is done')
  if (action.evidence === '') refuse('held', 'Record first the evidence that it is done')
  if (action.verifiedOn !== null) refuse('held', 'Somebody has verified this action already')
  const fault = pinFault(ctx.db, action, dateOf(ctx.now))
  if (fault !== null)
    refuse(
      'held',
      `${fault}. Whoever answers for the action pins what shows it, then it is verified`,
    )
  const signer = ctx.actor.staffId
  ctx.notBy([action.ownerId, action.author], {
    message:
      'Whoever answers for an action, or recorded it as done, does not verify it. Ask somebody else',
  })
  needNoFaults(verifyFaults(doneOn, input.retestOn))
  const { impact, retestOn } = input
  const verified = { impact, retestOn, verifiedById: signer, verifiedOn: dateOf(ctx.now) }
  return step(ctx, input, 'action.verified', verified, 'Verified')
}

/** Looks again whether it held. One that fell back is open again, and what was found of it stays readable. */
export const retestAction =
  (figureOf: FigureOf) => (ctx: CommandContext, input: z.output<typeof retestInput>) => {
    const action = actionById(ctx.db, input.id)
    needOpen(action)
    const { doneOn } = action
    if (action.verifiedOn === null || doneOn === null)
      refuse('held', 'This action has not been verified yet')
    needNoFaults(retestFaults(input, doneOn, dateOf(ctx.now)))
    if (action.measure !== null) {
      const { level, text } = figureOf(ctx, action.measure, sinceDone(doneOn, input.retestedOn))
      needNoFaults(figureFaults(level, input.retestResult, text))
    }
    const { id, version, dueOn, retestedOn, retestResult, retestNote } = input
    const looked = { retestedOn, retestResult, retestNote }
    if (retestResult === 'held' || dueOn === null)
      return step(ctx, input, 'action.held', looked, 'Looked at again')
    return ctx.write((tx) => {
      const found = tx.amend(improvementAction, id, version, looked, 'Looked at again')
      const again = tx.amend(
        improvementAction,
        id,
        found.version,
        { ...begunAgain, dueOn },
        'It had fallen back',
      )
      return {
        value: { id, version: again.version },
        audit: [note('action.fell-back', found), note('action.opened-again', again)],
      }
    })
  }

/** What a second look is at: from the day after it was done, and at least that day. */
const sinceDone = (doneOn: CivilDate, until: CivilDate) => {
  const first = addDaysToDate(doneOn, 1)
  return { first, last: until < first ? first : until }
}

/** The figure of the action's measure since it was done, up to today; null where it names none or is not done. */
export const actionFigure =
  (figureOf: FigureOf) =>
  (ctx: ReadContext, { id }: { id: string }) => {
    const { measure, doneOn } = actionById(ctx.db, id)
    if (measure === null || doneOn === null) return null
    const days = sinceDone(doneOn, dateOf(ctx.now))
    return { ...days, ...figureOf(ctx, measure, days) }
  }

const begunAgain = {
  startedOn: null,
  doneOn: null,
  evidence: '',
  pinnedType: null,
  pinnedId: null,
  pinnedVersion: null,
  impact: '',
  verifiedById: null,
  verifiedOn: null,
  retestOn: null,
  retestedOn: null,
  retestResult: null,
  retestNote: '',
}

/** Gives an action up as not effective. */
export function closeAction(ctx: CommandContext, input: z.output<typeof closeInput>) {
  needOpen(actionById(ctx.db, input.id))
  return step(ctx, input, 'action.closed', { closedBecause: input.because }, input.because)
}

export function withdrawAction(ctx: CommandContext, input: z.output<typeof mistakeInput>) {
  actionById(ctx.db, input.id)
  return ctx.write((tx) => {
    const made = tx.withdraw(improvementAction, input.id, input.version, input.reason)
    return { value: { id: input.id }, audit: [note('action.withdrawn', made, input.reason)] }
  })
}

function step(
  ctx: CommandContext,
  { id, version }: { id: string; version: number },
  action: string,
  changes: Changes<typeof improvementAction>,
  reason: string,
) {
  return ctx.write((tx) => {
    const made = tx.amend(improvementAction, id, version, changes, reason)
    return { value: { id, version: made.version }, audit: [note(action, made, reason)] }
  })
}

function needOpen({ closedBecause, retestResult }: ActionRow): void {
  if (closedBecause !== null) refuse('held', 'This action was given up as not effective')
  if (retestResult === 'held') refuse('held', 'This action was looked at again, and it held')
}

function needNotDone(action: ActionRow): void {
  needOpen(action)
  if (action.doneOn !== null) refuse('held', 'This action is done already')
}

function needNoFaults(faults: readonly FieldMessage[]): void {
  if (faults.length > 0) refuse('invalid', 'Check what was entered', [...faults])
}
