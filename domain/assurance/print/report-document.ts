import { dateOf } from '../../shared/calendar.ts'
import type { PrintDocument } from '../../shared/print-document.ts'
import type { ReportModel } from '../report-model.ts'
import { stateLabels } from '../report-words.ts'
import { actionPlanBlocks } from '../written/plan.ts'
import { factualCheckBlocks } from '../written/print.ts'
import { annex, episodes, overrides } from './closing.ts'
import { coverOf } from './cover.ts'
import { escalated } from './escalated.ts'
import { method } from './method.ts'
import { otherFrameworks } from './other-frameworks.ts'
import { requirementSection } from './requirement.ts'
import { staffAndCulture } from './staff.ts'
import { summary } from './summary.ts'
import { voices } from './voices.ts'

/** The report as it goes on paper (domain.md 7.5). The same model gives the same document. */
export function reportDocument(model: ReportModel): PrintDocument {
  const { cover } = model
  return {
    title: `${cover.title}, ${cover.unit.name}, ${cover.period.label}`,
    date: dateOf(cover.cut.at),
    marking: cover.classification,
    footer: `${cover.unit.name}, ${cover.period.label}, version ${cover.version} (${stateLabels[cover.state].toLowerCase()})`,
    cover: coverOf(model),
    blocks: [
      ...summary(model),
      ...method(model),
      ...model.requirements.flatMap((requirement) => requirementSection(requirement, model)),
      ...otherFrameworks(model),
      ...overrides(model),
      ...escalated(model),
      ...episodes(model),
      ...voices(model),
      ...staffAndCulture(model),
      ...actionPlanBlocks(model.written),
      ...factualCheckBlocks(model.written),
      ...annex(model),
    ],
  }
}
