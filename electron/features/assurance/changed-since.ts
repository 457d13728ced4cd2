import { isShareable } from '#domain/assurance/any-report.ts'
import { type ChangedFigure, changedFigures } from '#domain/assurance/changed-figures.ts'
import type { ReportModel } from '#domain/assurance/report-model.ts'
import { type WhyChanged, whyChanged } from '#domain/assurance/why-changed.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { Cut } from '#domain/shared/time.ts'
import { making, type Steps } from '../../platform/making.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { turn } from '../../platform/turn.ts'
import { recomputed, versionsOf } from './recomputed.ts'
import { runInTurns } from './runs.ts'
import { reportModel } from './service.ts'
import { cutNow } from './view.ts'

export type ChangedSince = ChangedFigure & { why: WhyChanged[] }

/**
 * The figures of a report beside those of the same period and definitions as things are recorded now: what is
 * another, and why. Only what changed is read again member by member.
 */
export async function changedSince(
  ctx: ReadContext,
  { reportId }: { reportId: string },
): Promise<{ cut: Cut; figures: ChangedSince[] }> {
  const model = reportModel(ctx.db, reportId)
  if (isShareable(model))
    refuse('held', 'A shareable report has no exact figures to be compared. Make a new one')
  return making(ctx, 'The comparison', (steps) => compared(ctx, model, steps))
}

/** The same figures again, then the members of what changed at either cut: three parts, each of which can be the last. */
async function compared(
  ctx: ReadContext,
  model: ReportModel,
  { signal, said }: Steps,
): Promise<{ cut: Cut; figures: ChangedSince[] }> {
  const part = async (done: number) => {
    said({ done, of: 3 })
    await turn()
    signal.throwIfAborted()
  }
  await part(0)
  const cut = cutNow(ctx)
  const found = changedFigures(model.requirements, await recomputed(ctx.db, model, cut))
  await part(1)
  const wanted = [...new Set(found.flatMap(({ measure }) => measure ?? []))]
  if (wanted.length === 0) return { cut, figures: found.map((one) => ({ ...one, why: [] })) }
  const { from, to } = model.cover.period
  const runsAt = async (at: Cut) => {
    const [runs = []] = await runInTurns(ctx.db, [{ from, to }], at, versionsOf(model), wanted)
    return new Map(runs.map((run) => [run.measure.id, run]))
  }
  const then = await runsAt(model.cover.cut)
  await part(2)
  const now = await runsAt(cut)
  signal.throwIfAborted()
  const whyOf = (id: string | null): WhyChanged[] => {
    const [before, after] = [then.get(id ?? ''), now.get(id ?? '')]
    return before && after ? whyChanged(before, after) : []
  }
  return { cut, figures: found.map((one) => ({ ...one, why: whyOf(one.measure) })) }
}
