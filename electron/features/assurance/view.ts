import {
  assessRequirement,
  assessRequirements,
  openMeasure,
} from '#domain/assurance/build-report.ts'
import { measuresOf } from '#domain/assurance/framework.ts'
import { periodText } from '#domain/assurance/period-text.ts'
import { periodOfDays } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import type { Cut, Period } from '#domain/shared/time.ts'
import { permits } from '#domain/users/permissions.ts'
import { cutAt } from '../../platform/cut.ts'
import type { ReadContext } from '../../platform/serve.ts'
import type { Session } from '../../platform/session.ts'
import { trustedNow } from '../../platform/trusted-now.ts'
import { contentHash } from './content-hash.ts'
import { findingFive } from './finding-five.ts'
import { gatherFigures, gatherMeasure, overridesOf } from './gather.ts'
import { makePseudonyms, type Pseudonyms } from './pseudonyms.ts'
import type { PeriodInput } from './schemas.ts'
import { levelRows } from './writing/rows.ts'

/** One key for each session: what a person sees twice in a session has one pseudonym (decision 37). */
const ofSession = new WeakMap<Session, Pseudonyms>()

function pseudonymsOf(session: Session): Pseudonyms {
  const known = ofSession.get(session) ?? makePseudonyms()
  ofSession.set(session, known)
  return known
}

/**
 * The cut that is asked for; without one, now. Refuses what is not recorded yet: the sequence alone decides
 * (decision 2), because a clock that was set back makes no earlier cut one of the future.
 */
export function cutOf(ctx: ReadContext, asked: Cut | undefined): Cut {
  if (asked === undefined) return cutNow(ctx)
  const recorded = ctx.db.row<{ seq: number | null }>('select max(seq) as seq from audit')?.seq ?? 0
  if (asked.auditSeq > recorded) refuseField('cut', 'This moment is still to come')
  return asked
}

/** The cut that holds everything recorded so far. */
export const cutNow = (ctx: Pick<ReadContext, 'db' | 'now'>): Cut =>
  cutAt(ctx.db, trustedNow(ctx.db, ctx.now))

function periodOf(ctx: ReadContext, input: PeriodInput): Period {
  const period = periodOfDays(input.first, input.last)
  if (period.from > ctx.now) refuseField('first', 'This period has not begun')
  return period
}

/** The levels and figures of a period, without the records behind them: what a table shows. */
export async function figuresOf(ctx: ReadContext, input: PeriodInput) {
  const period = periodOf(ctx, input)
  const cut = cutOf(ctx, input.cut)
  const gathered = await gatherFigures(ctx.db, period, cut, undefined, outputFor(ctx))
  return {
    ...asked(input, period, cut),
    unit: gathered.unit,
    ruleSets: gathered.ruleSets,
    overrides: overridesOf(ctx.db, period, cut).length,
    requirements: assessRequirements(gathered),
  }
}

/** One requirement with its level, measures and figures; the records behind a figure are asked for by themselves. */
export async function requirementOf(
  ctx: ReadContext,
  input: PeriodInput & { requirement: string },
) {
  const found =
    findingFive.requirements.find(({ id }) => id === input.requirement) ??
    refuse('not-found', 'There is no such requirement')
  const period = periodOf(ctx, input)
  const cut = cutOf(ctx, input.cut)
  const gathered = await gatherFigures(ctx.db, period, cut, measuresOf(found), outputFor(ctx))
  return {
    ...asked(input, period, cut),
    requirement: assessRequirement(found, gathered),
    set: setLevelsOf(ctx, input, cut),
  }
}

/** One measure with the pseudonymised records that it counts, and what of each may be seen. */
export async function measureOf(ctx: ReadContext, input: PeriodInput & { measure: string }) {
  const period = periodOf(ctx, input)
  const cut = cutOf(ctx, input.cut)
  const tools = { pseudonym: pseudonymsOf(ctx.session).of, hash: contentHash }
  const gathered = await gatherMeasure(ctx.db, period, cut, input.measure)
  return { ...asked(input, period, cut), ...openMeasure(input.measure, gathered, tools) }
}

/** What was typed inside the unit stays there until somebody cleared it: a commissioner reads it as it may leave. */
const outputFor = ({ actor }: ReadContext) =>
  permits(actor.role, 'assurance:identify') ? 'inside' : 'restricted'

/** The levels that people set for the requirement in this period, for the form that sets them anew. */
const setLevelsOf = (
  { db }: ReadContext,
  { first, last, requirement }: PeriodInput & { requirement: string },
  cut: Cut,
) =>
  levelRows(db, { first, last }, cut.auditSeq)
    .filter((one) => one.requirement === requirement)
    .map(({ recordId, version, side, level, computedLevel, recordedAt }) => ({
      id: recordId,
      version,
      side,
      level,
      computedLevel,
      recordedAt,
    }))

/** The computed level of a requirement in a period, as things stand now. */
export async function computedLevelOf(
  ctx: ReadContext,
  input: { first: string; last: string; requirement: string },
) {
  const { requirement, cut } = await requirementOf(ctx, input)
  return { level: requirement.computedLevel, cut }
}

const asked = (input: PeriodInput, period: Period, cut: Cut) => ({
  period: { first: input.first, last: input.last, label: periodText(period) },
  cut,
})
