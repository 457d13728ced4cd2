import { isShareable } from '#domain/assurance/any-report.ts'
import { type ChangedFigure, changedFigures } from '#domain/assurance/changed-figures.ts'
import { type WhyChanged, whyChanged } from '#domain/assurance/why-changed.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { Cut } from '#domain/shared/time.ts'
import type { ReadContext } from '../../platform/serve.ts'
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
  const cut = cutNow(ctx)
  const found = changedFigures(model.requirements, await recomputed(ctx.db, model, cut))
  const wanted = [...new Set(found.flatMap(({ measure }) => measure ?? []))]
  if (wanted.length === 0) return { cut, figures: found.map((one) => ({ ...one, why: [] })) }
  const { from, to } = model.cover.period
  const runsAt = async (at: Cut) => {
    const [runs = []] = await runInTurns(ctx.db, [{ from, to }], at, versionsOf(model), wanted)
    return new Map(runs.map((run) => [run.measure.id, run]))
  }
  const [then, now] = [await runsAt(model.cover.cut), await runsAt(cut)]
  const whyOf = (id: string | null): WhyChanged[] => {
    const [before, after] = [then.get(id ?? ''), now.get(id ?? '')]
    return before && after ? whyChanged(before, after) : []
  }
  return { cut, figures: found.map((one) => ({ ...one, why: whyOf(one.measure) })) }
}
