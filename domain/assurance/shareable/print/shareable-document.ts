import { dateOf } from '../../../shared/calendar.ts'
import type { PrintDocument } from '../../../shared/print-document.ts'
import { coverFacts } from '../../print/cover.ts'
import { stateLabels } from '../../report-words.ts'
import { actionPlanBlocks, evidenceIndex, visitBlocks } from '../../written/plan.ts'
import { factualCheckBlocks } from '../../written/print.ts'
import type { ShareableModel } from '../shareable-model.ts'
import { method } from './method.ts'
import { requirementSection } from './requirement.ts'
import { summary } from './summary.ts'

/** The shareable report as it goes on paper. The same model gives the same document. */
export function shareableDocument(model: ShareableModel): PrintDocument {
  const { cover } = model
  return {
    title: `${cover.title}, ${cover.unit.name}, ${cover.period.label}`,
    date: dateOf(cover.cut.at),
    marking: cover.classification,
    footer: `${cover.unit.name}, ${cover.period.label}, shareable, version ${cover.version} (${stateLabels[cover.state].toLowerCase()})`,
    cover: {
      kicker: cover.unit.provider,
      title: cover.title,
      subtitle: `${cover.unit.name}, ${cover.period.label}`,
      facts: coverFacts(model),
      notice:
        'Shareable: counts are rounded and small ones withheld, and nothing in it speaks of one person. Withheld ' +
        'never means 0. Before it is passed on, whoever answers for information governance reads it: people who ' +
        'know the unit know more than any table.',
    },
    blocks: [
      ...summary(model),
      ...method(model),
      ...visitBlocks(model.written),
      ...model.requirements.flatMap(requirementSection(model)),
      ...actionPlanBlocks(model.written),
      ...evidenceIndex(model.written),
      ...factualCheckBlocks(model.written),
    ],
  }
}
