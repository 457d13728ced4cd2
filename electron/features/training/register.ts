import { dateOf, periodOfDays } from '#domain/shared/calendar.ts'
import type { CivilDate, Instant } from '#domain/shared/time.ts'
import { peopleOf } from '#domain/training/facts.ts'
import { requirementOf } from '#domain/training/parts.ts'
import type { Standing } from '#domain/training/rules.ts'
import type { Role } from '#domain/users/roles.ts'
import { isInPost } from '#domain/users/staff-groups.ts'
import type { ReadContext, SignedContext } from '../../platform/serve.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { theUnit } from '../stays/queries.ts'
import { setTrainingRegister } from '../stays/unit-service.ts'
import { staffNameOf } from '../users/staff-names.ts'
import { factsOn, requirementsIn } from './queries.ts'
import type { Declaration } from './schemas.ts'
import { countedActions } from './signer.ts'

// The version at which the register's state last changed; the first version is no declaration.
const declaredSql = `select u.recorded_at as at, u.author, u.reason from unit u
  where u.version > 1 and u.training_register_complete <> (select b.training_register_complete
    from unit b where b.record_id = u.record_id and b.version = u.version - 1)
  order by u.version desc limit 1`

interface Gap {
  staffId: string
  name: string
}

/** Who in post has nothing on the register though something is required, and whose entries lack their day. */
function gaps(db: ReadDb, now: Instant): { inPost: number; nothing: Gap[]; undated: Gap[] } {
  const on = dateOf(now)
  const facts = factsOn(db, now, on)
  const set = requirementsIn(facts, now).content
  const nameOf = staffNameOf(db)
  const inPost = peopleOf(facts).filter(({ staff }) => isInPost(staff, on))
  const asGap = ({ staff }: (typeof inPost)[number]): Gap => ({
    staffId: staff.staffId,
    name: nameOf(staff.staffId),
  })
  return {
    inPost: inPost.length,
    nothing: inPost
      .filter(({ person }) => requirementOf(set, person) && person.certificates.length === 0)
      .map(asGap),
    undated: inPost
      .filter(({ person }) => person.certificates.some(({ completedOn }) => completedOn === null))
      .map(asGap),
  }
}

/** Whether the training register is declared complete, by whom and why, and what is plainly still missing in it. */
export function registerState(db: ReadDb, now: Instant) {
  const { trainingRegisterComplete: complete, version } = theUnit(db)
  const last = db.row<{ at: Instant; author: string; reason: string }>(declaredSql)
  return {
    complete,
    version,
    declared: last ? { ...last, by: staffNameOf(db)(last.author) } : null,
    ...gaps(db, now),
  }
}

/**
 * Declares the register complete, or takes that back (decision 11). It says that everybody's training has
 * been entered, not that everybody is in date; what was plainly missing that day is kept with it.
 */
export function declareRegister(ctx: SignedContext, input: Declaration) {
  const { inPost, nothing, undated } = gaps(ctx.db, ctx.now)
  return ctx.write((tx) => {
    const { recordId, version } = setTrainingRegister(tx, input)
    return {
      value: { complete: input.complete, version },
      audit: [
        {
          action: input.complete ? 'declare-complete' : 'declare-incomplete',
          entity: 'training-register',
          entityId: recordId,
          entityVersion: version,
          reason: input.reason,
          payload: { inPost, nothing: nothing.length, undated: undated.length },
        },
      ],
    }
  })
}

const countedSql = `select a.seq, a.at, a.staff_id as signedBy, a.entity_id as signerId, a.action, a.reason,
    a.payload from audit a
  where a.action in ('${Object.values(countedActions).join("', '")}') and a.at >= @from and a.at < @to
  order by a.seq desc`

export interface CountedSignature {
  seq: number
  at: Instant
  name: string
  role: Role
  /** The act that was signed, as the API calls it. */
  procedure: string
  standing: Standing
  emergency: boolean
  reason: string
}

/** Every signature in these days by a person without the required training, newest first. */
export function countedSignatures(
  ctx: ReadContext,
  input: { first: CivilDate; last: CivilDate },
): CountedSignature[] {
  const nameOf = staffNameOf(ctx.db)
  return ctx.db
    .rows<{
      seq: number
      at: Instant
      signerId: string
      action: string
      reason: string
      payload: string
    }>(countedSql, { ...periodOfDays(input.first, input.last) })
    .map(({ seq, at, signerId, action, reason, payload }) => ({
      seq,
      at,
      reason,
      name: nameOf(signerId),
      emergency: action === countedActions.emergency,
      ...(JSON.parse(payload) as Pick<CountedSignature, 'procedure' | 'role' | 'standing'>),
    }))
}
