import { type Judgement, judgementFaults } from '#domain/assurance/judgement.ts'
import { daysOf } from '#domain/assurance/period-text.ts'
import { leavingText } from '#domain/assurance/written/free-text.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { Cut, Period } from '#domain/shared/time.ts'
import { roleLabels } from '#domain/users/roles.ts'
import { setLevel } from '#drizzle/schema/report-writing.ts'
import type { CommandContext, SignedContext } from '../../../platform/serve.ts'
import { newest } from '../../../platform/standing.ts'
import type { ReadDb } from '../../../platform/unit-of-work.ts'
import { clearancesAt, keptBack, type Output } from './clearances.ts'
import { levelRows } from './rows.ts'
import type { MistakeInput, SetLevelInput } from './schemas.ts'

/**
 * The levels that people set for a period, as they stood at a cut: the unit's and the commissioner's, by
 * requirement, each with its reason in the form in which it may leave.
 */
export function judgementsAt(
  db: ReadDb,
  period: Period,
  cut: Cut,
  output: Output,
): Record<'judgements' | 'commissionerLevels', Map<string, Judgement>> {
  const why = keptBack(clearancesAt(db, cut.auditSeq), output)
  const found = { judgements: new Map(), commissionerLevels: new Map() }
  for (const row of levelRows(db, daysOf(period), cut.auditSeq)) {
    const { side, requirement, level, because, byRole, secondRole } = row
    const of = side === 'unit' ? found.judgements : found.commissionerLevels
    of.set(requirement, {
      level,
      reason: leavingText(because, why(row)).text,
      byRole: roleLabels[byRole],
      secondRole: secondRole && roleLabels[secondRole],
    })
  }
  return found
}

const sideOf = ({ actor }: Pick<CommandContext, 'actor'>) =>
  actor.role === 'commissioner' ? 'commissioner' : 'unit'

/**
 * Sets the level of a requirement for a period beside the computed one, or sets it anew: lowered by one named
 * person, raised with a second signature (domain.md 7.2). A commissioner sets their own, which stands beside
 * the unit's. `computed` is what the records say now.
 */
export const setLevelOf =
  (
    computedAt: (
      ctx: CommandContext,
      input: SetLevelInput,
    ) => Promise<{ level: Judgement['level']; cut: Cut }>,
  ) =>
  async (ctx: SignedContext, input: SetLevelInput) => {
    const { version, because, ...asked } = input
    const side = sideOf(ctx)
    const { level: computed, cut } = await computedAt(ctx, input)
    const secondRole = ctx.second?.role ?? null
    if (side === 'unit') {
      const faults = judgementFaults(computed, {
        level: input.level,
        reason: because,
        byRole: ctx.actor.role,
        secondRole,
      })
      if (faults.length > 0) refuse('held', faults.map(({ message }) => message).join('. '), faults)
    }
    const before = levelRows(ctx.db, input, newest).find(
      (one) => one.side === side && one.requirement === input.requirement,
    )
    if ((before?.version ?? null) !== version)
      refuse('clash', 'Somebody else has set this level since you opened it. Look at it again')
    const content = {
      ...asked,
      side,
      because,
      computedLevel: computed,
      cutAt: cut.at,
      cutSeq: cut.auditSeq,
      byRole: ctx.actor.role,
      secondId: ctx.second?.staffId ?? null,
      secondRole,
    }
    return ctx.write((tx) => {
      const made = before
        ? tx.amend(setLevel, before.recordId, before.version, content, 'Set anew')
        : tx.insert(setLevel, content)
      return {
        value: { id: made.recordId, version: made.version },
        audit: [
          {
            action: 'level.set',
            entity: 'set_level',
            entityId: made.recordId,
            entityVersion: made.version,
            payload: { side, requirement: input.requirement, level: input.level, computed },
          },
        ],
      }
    })
  }

/** Takes a level back that somebody of one's own side set: the computed one stands again. */
export function takeBackLevel(ctx: CommandContext, { id, version, reason }: MistakeInput) {
  const row = ctx.db.row<{ side: string }>(
    'select side from set_level where record_id = @id and version = @version',
    { id, version },
  )
  if (row && row.side !== sideOf(ctx))
    refuse('held', 'This level was set by the other side. Only they take it back')
  return ctx.write((tx) => {
    const made = tx.withdraw(setLevel, id, version, reason)
    return {
      value: { id },
      audit: [
        {
          action: 'level.taken-back',
          entity: 'set_level',
          entityId: id,
          entityVersion: made.version,
          reason,
        },
      ],
    }
  })
}
