import { cultureRuleSet } from '#domain/culture/rule-content.ts'
import { type SessionInput, sessionFaults } from '#domain/culture/session-record.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import type { CivilDate } from '#domain/shared/time.ts'
import { asOn } from '#domain/users/posts.ts'
import { staffSession, staffSessionAttendance } from '#drizzle/schema/culture.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { ReadDb, WriteTx } from '../../platform/unit-of-work.ts'
import type { Change } from '../people/facts.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { earlierPostsOf } from '../users/posts-service.ts'
import { listStaff } from '../users/staff-service.ts'
import { checkEpisode } from './episodes.ts'
import { refusePatientNames } from './patient-names.ts'
import { seesWhoCame } from './seen-by.ts'
import { sessionById } from './session-rows.ts'

/** Everybody of the register as they were on a day: who left and came back was here before too. */
function staffAsOn(db: ReadDb, on: CivilDate) {
  const staff = listStaff(db)
  const ids = staff.map(({ recordId }) => recordId)
  const posts = earlierPostsOf(db, ids)
  return new Map(staff.map((one) => [one.recordId, asOn(one, posts.get(one.recordId) ?? [], on)]))
}

/** A session is recorded by whoever led it, or by the safeguarding lead: nobody else knows who came (decision 39). */
function check(ctx: CommandContext, input: SessionInput, prefix = ''): void {
  const isLead = ctx.actor.role === 'safeguarding-lead'
  if (!isLead && input.facilitatorId !== ctx.actor.staffId)
    refuseField(
      `${prefix}facilitatorId`,
      'A session is recorded by whoever led it, or by the safeguarding lead. Ask them to record it',
    )
  const { content } = ruleInForce(ctx.db, cultureRuleSet, ctx.now)
  const faults = sessionFaults(input, {
    rules: content,
    now: ctx.now,
    staff: staffAsOn(ctx.db, input.heldOn),
  })
  if (faults.length > 0)
    refuse(
      'invalid',
      'Check the session',
      faults.map(({ field, message }) => ({ field: prefix + field, message })),
    )
  checkEpisode(ctx.db, input.episodeId, input.heldOn, `${prefix}episodeId`)
  refusePatientNames(ctx.db, input.heldOn, {
    [`${prefix}learnt`]: input.learnt,
    [`${prefix}facilitatorFrom`]: input.facilitatorFrom,
  })
}

const contentOf = ({
  attended: _,
  facilitatorId,
  facilitatorFrom,
  agencies,
  learnt,
  episodeId,
  ...rest
}: SessionInput) => ({
  ...rest,
  episodeId: episodeId ?? null,
  facilitatorId: facilitatorId ?? null,
  facilitatorFrom: facilitatorId ? '' : (facilitatorFrom ?? ''),
  agencies: agencies.join(' '),
  learnt: learnt ?? '',
})

function appendAttendance(tx: WriteTx, recordId: string, version: number, input: SessionInput) {
  for (const staffId of input.attended)
    tx.append(staffSessionAttendance, { recordId, version, staffId })
}

/** Records a session of supervision or reflection with who came. Refuses the name of a patient in its words. */
export function recordSession(ctx: CommandContext, input: SessionInput) {
  check(ctx, input)
  return ctx.write((tx) => {
    const { recordId } = tx.insert(staffSession, contentOf(input))
    appendAttendance(tx, recordId, 1, input)
    return { value: { id: recordId }, audit: [note('session-recorded', recordId, 1)] }
  })
}

/** Corrects a session; who came is given again as a whole. */
export function correctSession(ctx: CommandContext, input: Change & { session: SessionInput }) {
  needToSee(ctx, input.id)
  check(ctx, input.session, 'session.')
  refusePatientNames(ctx.db, input.session.heldOn, { reason: input.reason })
  const { id, reason } = input
  return ctx.write((tx) => {
    const { version } = tx.amend(staffSession, id, input.version, contentOf(input.session), reason)
    appendAttendance(tx, id, version, input.session)
    return {
      value: { id, version },
      audit: [{ ...note('session-corrected', id, version), reason }],
    }
  })
}

/** Marks a session as entered in error. */
export function withdrawSession(ctx: CommandContext, { id, version: expected, reason }: Change) {
  const session = needToSee(ctx, id)
  refusePatientNames(ctx.db, session.heldOn, { reason })
  return ctx.write((tx) => {
    const { version } = tx.withdraw(staffSession, id, expected, reason)
    return {
      value: { id, version },
      audit: [{ ...note('session-withdrawn', id, version), reason }],
    }
  })
}

function needToSee(ctx: CommandContext, id: string) {
  const session =
    sessionById(ctx.db, id) ??
    refuse('not-found', 'This session is not on record any more. Open the page again')
  if (!seesWhoCame(ctx.actor, { ...session, kind: session.kind as never }))
    refuse('not-permitted', 'Only whoever led this session can do this, or the safeguarding lead')
  return session
}

const note = (action: string, entityId: string, entityVersion: number) => ({
  action: `culture.${action}`,
  entity: 'staff_session',
  entityId,
  entityVersion,
})
