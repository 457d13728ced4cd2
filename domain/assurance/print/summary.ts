import { type Block, type Cell, cell } from '../../shared/print-document.ts'
import { withCommas } from '../figure-text.ts'
import { levelLabels, levels } from '../levels.ts'
import {
  type MeasureModel,
  measuresOfReport,
  type ReportModel,
  type RequirementModel,
} from '../report-model.ts'
import { narrativeBlocks } from '../written/print.ts'
import { counted, decidedBy, figureLine, levelCell, trendCell } from './words.ts'

/** How many of the strongest and the weakest measures the summary names. */
const named = 3

/** The page to read where only one is read. */
export function summary(model: ReportModel): Block[] {
  const tested = measuresOfReport(model)
    .map(({ measure }) => measure)
    .filter((measure) => measure.level !== 'not-tested')
    .sort(byRate)
  return [
    { kind: 'heading', level: 1, text: 'Summary', newPage: true },
    { kind: 'paragraph', style: 'lead', text: countsOfLevels(model) },
    {
      kind: 'table',
      caption: 'Level of each requirement',
      columns: [
        { label: 'Requirement', share: 5.5 },
        { label: 'Level', share: 3.8 },
        { label: 'Trend', share: 4 },
        { label: 'n', align: 'right' },
        { label: 'Decided by', share: 4.6 },
      ],
      rows: model.requirements.map(row),
      empty: 'The framework has no requirements.',
    },
    safetyBox(model, tested),
    ...narrativeBlocks(model.written, null),
    ...extremes(tested),
  ]
}

const byRate = (a: MeasureModel, b: MeasureModel) =>
  (a.figure.rateTenths ?? 0) - (b.figure.rateTenths ?? 0)

function row(requirement: RequirementModel): Cell[] {
  const notes = [
    ...(requirement.judgement
      ? [
          `set by ${requirement.judgement.byRole.toLowerCase()}; computed: ${levelLabels[requirement.computedLevel].toLowerCase()}`,
        ]
      : []),
    ...(requirement.commissioner
      ? [`commissioner: ${levelLabels[requirement.commissioner.level].toLowerCase()}`]
      : []),
  ]
  return [
    { text: `${requirement.id}  ${requirement.short}`, strong: true },
    levelCell(requirement.level, notes.length > 0 ? notes.join('; ') : undefined),
    trendCell(requirement),
    cell(withCommas(requirement.n)),
    cell(decidedBy(requirement)),
  ]
}

function countsOfLevels({ requirements }: ReportModel): string {
  const parts = levels.flatMap((level) => {
    const n = requirements.filter((one) => one.level === level).length
    return n === 0 ? [] : [`${n} ${levelLabels[level].toLowerCase()}`]
  })
  return `Of ${counted(requirements.length, 'requirement')}: ${parts.join(', ')}. Not tested means that there is too little to judge by: it is neither good nor bad.`
}

function safetyBox(model: ReportModel, tested: readonly MeasureModel[]): Block {
  const critical = tested.filter((measure) => measure.safetyCritical)
  const floor = model.levelRules.safetyFloor
  const below = critical.filter((measure) => (measure.figure.rateTenths ?? 0) < floor * 10)
  if (critical.length === 0)
    return {
      kind: 'box',
      tone: 'unknown',
      title: 'Safety-critical measures: none could be tested',
      text: '',
    }
  if (below.length === 0)
    return {
      kind: 'box',
      tone: 'best',
      title: `Safety-critical measures: none of the ${critical.length} tested is below the floor of ${floor} %`,
      text: '',
    }
  return {
    kind: 'box',
    tone: 'worst',
    title: `Safety-critical measures: ${below.length} of the ${critical.length} tested ${below.length === 1 ? 'is' : 'are'} below the floor of ${floor} %`,
    text: below.map((measure) => `${measure.title} (${figureLine(measure)})`).join('; '),
  }
}

function extremes(tested: readonly MeasureModel[]): Block[] {
  // Weakest first: with few measures none is named as both.
  const weakest = tested.slice(0, Math.min(named, Math.ceil(tested.length / 2)))
  const strongest = tested.slice(weakest.length).slice(-named).reverse()
  const items = (list: readonly MeasureModel[]) =>
    list.map((measure) => `${measure.title} (${figureLine(measure)})`)
  return [
    ...(strongest.length > 0
      ? [
          { kind: 'heading', level: 2, text: 'Strongest measures' } as const,
          { kind: 'list', items: items(strongest) } as const,
        ]
      : []),
    ...(weakest.length > 0
      ? [
          { kind: 'heading', level: 2, text: 'Weakest measures' } as const,
          { kind: 'list', items: items(weakest) } as const,
        ]
      : []),
  ]
}
