import { levelLabels } from './levels.ts'
import type { MeasureModel, RequirementModel } from './report-model.ts'

/** One figure or level that differs between two reports of the same period. */
export interface ChangedFigure {
  requirement: string
  /** Null for the level of the requirement. */
  measure: string | null
  title: string
  before: string
  after: string
}

const figureWords = ({ figure, version }: MeasureModel): string =>
  version === null
    ? 'no records'
    : `${figure.pass} pass, ${figure.fail} fail, ${figure.incomplete} incomplete, ${figure.notEligible} not eligible`

/**
 * What differs between the requirements of two restricted reports: each measure by its four counts, and each
 * computed level. Requirements that only one of them has are left out: they were not asked for there.
 */
export function changedFigures(
  before: readonly RequirementModel[],
  after: readonly RequirementModel[],
): ChangedFigure[] {
  const later = new Map(after.map((one) => [one.id, one]))
  return before.flatMap((old) => {
    const now = later.get(old.id)
    if (!now) return []
    const measures = new Map(measuresOf(now).map((one) => [one.id, one]))
    return [
      ...measuresOf(old).flatMap((was) => {
        const is = measures.get(was.id)
        const [said, says] = [figureWords(was), is ? figureWords(is) : 'not counted']
        return said === says
          ? []
          : [{ requirement: old.id, measure: was.id, title: was.title, before: said, after: says }]
      }),
      ...(old.computedLevel === now.computedLevel
        ? []
        : [
            {
              requirement: old.id,
              measure: null,
              title: old.short,
              before: levelLabels[old.computedLevel],
              after: levelLabels[now.computedLevel],
            },
          ]),
    ]
  })
}

const measuresOf = ({ linesOfEnquiry }: RequirementModel) =>
  linesOfEnquiry.flatMap(({ measures }) => measures)
