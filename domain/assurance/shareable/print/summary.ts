import { type Block, cell } from '../../../shared/print-document.ts'
import { quantityText } from '../../figure-text.ts'
import { counted } from '../../print/words.ts'
import { narrativeBlocks } from '../../written/print.ts'
import type { ShareableMeasure, ShareableModel, ShareableRequirement } from '../shareable-model.ts'
import { requirementLevelCell } from './cells.ts'

/** The page to read where only one is read. */
export function summary(model: ShareableModel): Block[] {
  const { overrides, episodes, oneShiftAccounts } = model.counts
  const count = (many: typeof overrides) => quantityText(many, 'count')
  return [
    { kind: 'heading', level: 1, text: 'Summary', newPage: true },
    {
      kind: 'table',
      caption: 'Level of each requirement',
      columns: [
        { label: 'Requirement', share: 6 },
        { label: 'Level', share: 4 },
        { label: 'Measures', share: 5 },
      ],
      rows: model.requirements.map((one) => [
        { text: `${one.id}  ${one.short}`, strong: true },
        requirementLevelCell(one),
        cell(measuresText(one)),
      ]),
      empty: 'The framework has no requirements.',
    },
    ...narrativeBlocks(model.written, null),
    {
      kind: 'facts',
      facts: [
        { label: 'Overrides of a rule in the period', text: count(overrides) },
        {
          label: 'Unwell-baby episodes that began in the period',
          text: episodes === null ? 'not part of this report' : count(episodes),
        },
        { label: 'Accounts opened for one shift', text: count(oneShiftAccounts) },
      ],
    },
  ]
}

const isPrinted = ({ figure }: ShareableMeasure) =>
  typeof figure.rateTenths === 'number' || figure.rateTenths === null

function measuresText({ linesOfEnquiry }: ShareableRequirement): string {
  const all = linesOfEnquiry.flatMap(({ measures }) => measures)
  const kept = all.filter(({ state }) => state !== 'no-records')
  return `${counted(all.length, 'measure')}; rate printed of ${kept.filter(isPrinted).length}, withheld of ${kept.filter((one) => !isPrinted(one)).length}, no records yet for ${all.length - kept.length}`
}
