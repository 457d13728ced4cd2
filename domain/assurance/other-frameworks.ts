import { buildRequirement } from './build-requirement.ts'
import { measuresOf } from './framework.ts'
import type { CatalogueRun } from './measure-run.ts'
import type { OtherFrameworkModel } from './other-framework-model.ts'
import type { ReportInput } from './report-input.ts'
import type { MeasureModel } from './report-model.ts'

/**
 * What other frameworks ask, answered by the measures of this report. Levels that people set, and open actions,
 * belong to Finding Five and count for nothing here. A requirement that rests on a measure which the report was
 * not asked for is named and left out: it would read as not tested.
 */
export function otherFrameworksModel(
  input: ReportInput,
  measures: ReadonlyMap<string, MeasureModel>,
  runs: ReadonlyMap<string, CatalogueRun>,
): OtherFrameworkModel[] {
  const asked = new Set(input.framework.requirements.flatMap(measuresOf))
  const computed: ReportInput = {
    ...input,
    judgements: new Map(),
    commissionerLevels: new Map(),
    openHighActions: new Map(),
  }
  return (input.otherFrameworks ?? []).map(({ id, version, title, source, requirements }) => {
    const [whole, left] = [true, false].map((which) =>
      requirements.filter((one) => measuresOf(one).every((each) => asked.has(each)) === which),
    )
    return {
      id,
      version,
      title,
      source: { ...source },
      requirements: (whole ?? []).map((one) => {
        const { level, reason, n, short, words } = buildRequirement(one, measures, runs, computed)
        return { id: one.id, short, words, level, reason, n, measures: measuresOf(one) }
      }),
      left: (left ?? []).map((one) => one.id),
    }
  })
}
