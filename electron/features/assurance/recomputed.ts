import { assessRequirements } from '#domain/assurance/build-report.ts'
import { measuresOf } from '#domain/assurance/framework.ts'
import type { MeasureVersions } from '#domain/assurance/measure-run.ts'
import {
  measuresOfReport,
  type ReportModel,
  type RequirementModel,
} from '#domain/assurance/report-model.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { findingFive } from './finding-five.ts'
import { gatherFigures } from './gather.ts'

/** The versions of the measures that a report names. */
export const versionsOf = (model: ReportModel): MeasureVersions =>
  new Map(
    measuresOfReport(model).flatMap(({ measure: { id, version } }) =>
      version === null ? [] : [[id, version] as const],
    ),
  )

/**
 * The requirements of a restricted report, computed again from the records with the versions of the measures
 * that it names (decision 2): at its own cut they are the same, whatever was corrected since.
 */
export async function recomputed(
  db: ReadDb,
  model: ReportModel,
  cut = model.cover.cut,
): Promise<RequirementModel[]> {
  const { from, to } = model.cover.period
  const ids = new Set(model.requirements.map(({ id }) => id))
  const requirements = findingFive.requirements.filter(({ id }) => ids.has(id))
  const gathered = await gatherFigures(
    db,
    { from, to },
    cut,
    requirements.flatMap(measuresOf),
    'restricted',
    versionsOf(model),
  )
  return assessRequirements({ ...gathered, framework: { ...findingFive, requirements } })
}
