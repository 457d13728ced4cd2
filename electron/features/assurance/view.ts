import { assessRequirements, buildReport } from '#domain/assurance/build-report.ts'
import { periodText } from '#domain/assurance/period-text.ts'
import type { ReportModel } from '#domain/assurance/report-model.ts'
import { periodOfDays } from '#domain/shared/calendar.ts'
import { refuseField } from '#domain/shared/failure.ts'
import type { Cut, Period } from '#domain/shared/time.ts'
import { cutAt } from '../../platform/cut.ts'
import type { ReadContext } from '../../platform/serve.ts'
import type { Session } from '../../platform/session.ts'
import { trustedNow } from '../../platform/trusted-now.ts'
import { contentHash } from './content-hash.ts'
import { gatherReport } from './gather.ts'
import { makePseudonyms, type Pseudonyms } from './pseudonyms.ts'
import type { PeriodInput } from './schemas.ts'

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

const unasked = {
  version: 1,
  state: 'draft',
  distribution: [],
  preparedBy: null,
  approvedBy: null,
} as const

function periodOf(ctx: ReadContext, input: PeriodInput): Period {
  const period = periodOfDays(input.first, input.last)
  if (period.from > ctx.now) refuseField('first', 'This period has not begun')
  return period
}

/** The levels and figures of a period, without the records behind them: what a table shows. */
export function figuresOf(ctx: ReadContext, input: PeriodInput) {
  const period = periodOf(ctx, input)
  const cut = cutOf(ctx, input.cut)
  const gathered = gatherReport(ctx.db, period, cut, unasked, { records: false })
  return {
    period: { first: input.first, last: input.last, label: periodText(period) },
    cut,
    unit: gathered.unit,
    ruleSets: gathered.ruleSets,
    overrides: gathered.overrides.length,
    requirements: assessRequirements(gathered),
  }
}

/** The whole model of a period as it stands, with the pseudonymised records: a report that nobody has asked for. */
export function assuranceView(ctx: ReadContext, input: PeriodInput): ReportModel {
  const { of } = pseudonymsOf(ctx.session)
  return buildReport(gatherReport(ctx.db, periodOf(ctx, input), cutOf(ctx, input.cut), unasked), {
    pseudonym: of,
    hash: contentHash,
  })
}
