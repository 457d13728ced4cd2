import { type Block, type Cell, cell, type Fact } from '../../shared/print-document.ts'
import { dash, withCommas } from '../figure-text.ts'
import { levelLabels } from '../levels.ts'
import { recordsByKey } from '../records-by-key.ts'
import type { MeasureModel, ReportModel, RequirementModel } from '../report-model.ts'
import { evidenceBlocks, findingBlocks, narrativeBlocks } from '../written/print.ts'
import { measureSection } from './measure.ts'
import {
  levelCell,
  levelTones,
  measuresOfRequirement,
  nText,
  quantity,
  rateText,
  trendText,
} from './words.ts'

/** One requirement: what is asked, what was found, and every measure with its figures and records. */
export function requirementSection(requirement: RequirementModel, model: ReportModel): Block[] {
  const measures = measuresOfRequirement(requirement)
  // Requirements without any figures follow one another on a page.
  const startsPage = hasFigures(requirement) || isFirstWithout(requirement, model)
  const opening: Block[] = [
    {
      kind: 'heading',
      level: 1,
      text: `${requirement.id}  ${requirement.short}`,
      // Requirements without any figures follow one another on a page.
      newPage:
        measures.some((measure) => measure.version !== null) || isFirstWithout(requirement, model),
    },
    {
      kind: 'paragraph',
      style: 'small',
      text:
        requirement.addressedTo === requirement.finding
          ? `${requirement.finding}:`
          : `${requirement.finding}. ${requirement.addressedTo}:`,
    },
    { kind: 'paragraph', style: 'quote', text: requirement.words },
    levelBox(requirement),
    ...commissionerBox(requirement),
    { kind: 'facts', facts: facts(requirement) },
  ]
  const find = recordsByKey(model.records)
  return [
    ...(startsPage ? opening : [{ kind: 'together', blocks: opening } as const]),
    ...narrativeBlocks(model.written, requirement.id),
    ...findingBlocks(model.written, requirement.id),
    ...evidenceBlocks(model.written, requirement.id),
    measureTable(measures),
    ...measures
      .filter((measure) => measure.version !== null)
      .flatMap((measure) => measureSection(measure, model, find)),
  ]
}

function isFirstWithout(requirement: RequirementModel, model: ReportModel): boolean {
  const before = model.requirements[model.requirements.indexOf(requirement) - 1]
  return !before || hasFigures(before)
}

const hasFigures = (requirement: RequirementModel) =>
  measuresOfRequirement(requirement).some((measure) => measure.version !== null)

function levelBox(requirement: RequirementModel): Block {
  const { judgement } = requirement
  const words = judgement
    ? `Set by ${withSecond(judgement.byRole, judgement.secondRole)}: ${sentence(judgement.reason)} The computed level is ${levelLabels[requirement.computedLevel].toLowerCase()}. ${requirement.reason}`
    : requirement.reason
  return {
    kind: 'box',
    tone: levelTones[requirement.level],
    title: `Level: ${levelLabels[requirement.level]}`,
    text: words,
  }
}

/** Beside the unit's level, never over it. */
function commissionerBox({ commissioner }: RequirementModel): Block[] {
  if (!commissioner) return []
  return [
    {
      kind: 'box',
      tone: levelTones[commissioner.level],
      title: `The commissioner’s level: ${levelLabels[commissioner.level]}`,
      text: `Set by ${commissioner.byRole.toLowerCase()}: ${commissioner.reason}`,
    },
  ]
}

/** Typed words end as a sentence does, before another follows. */
const sentence = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`)

const withSecond = (role: string, second: string | null) =>
  second === null ? role.toLowerCase() : `${role.toLowerCase()} and ${second.toLowerCase()}`

function facts(requirement: RequirementModel): Fact[] {
  return [
    ...requirement.linesOfEnquiry.flatMap((enquiry) => [
      { label: `Line of enquiry ${enquiry.id}`, text: enquiry.question },
      { label: 'Evidence a visit looks for', text: enquiry.evidence.join(', ') },
    ]),
    { label: 'Trend', text: trendText(requirement) },
    { label: 'Records counted (n)', text: withCommas(requirement.n) },
    { label: 'High-priority actions open', text: withCommas(requirement.openHighActions) },
  ]
}

function measureTable(measures: readonly MeasureModel[]): Block {
  return {
    kind: 'table',
    caption: 'Measures of this requirement',
    columns: [
      { label: 'Measure', share: 7 },
      { label: 'Pass', share: 2, align: 'right' },
      { label: 'Fail', share: 2, align: 'right' },
      { label: 'Incomplete', share: 2.9, align: 'right' },
      { label: 'Not eligible', share: 2.4, align: 'right' },
      { label: 'n', share: 2.4, align: 'right' },
      { label: 'Rate', share: 2.2, align: 'right' },
      { label: 'Level', share: 4.2 },
    ],
    rows: measures.map(row),
    empty: 'No measure answers this requirement.',
    dense: true,
  }
}

function row(measure: MeasureModel): Cell[] {
  const { figure } = measure
  const name = {
    text: `${measure.id}  ${measure.title}`,
    ...(measure.safetyCritical ? { note: 'safety-critical' } : {}),
  }
  if (measure.version === null)
    return [
      name,
      ...Array.from({ length: 6 }, () => cell(dash)),
      levelCell(measure.level, 'no records yet'),
    ]
  return [
    name,
    ...[figure.pass, figure.fail, figure.incomplete, figure.notEligible].map((part) =>
      cell(quantity(measure, part)),
    ),
    cell(nText(measure)),
    { text: rateText(measure), strong: true },
    levelCell(measure.level),
  ]
}
