import { type Block, cell } from '../../../shared/print-document.ts'
import { trendChart } from '../../charts/trend.ts'
import { withheldWord } from '../../disclosure.ts'
import { levelLabels } from '../../levels.ts'
import { levelTones, unbroken } from '../../print/words.ts'
import { evidenceBlocks, findingBlocks, narrativeBlocks } from '../../written/print.ts'
import type { ShareableMeasure, ShareableModel, ShareableRequirement } from '../shareable-model.ts'
import { groupsWithheld, levelWithheld, stateText } from '../words.ts'
import { figureCells, figureHeads } from './cells.ts'

/** One requirement: what is asked, its level, and the printed figures of every measure. */
export const requirementSection =
  (model: ShareableModel) =>
  (requirement: ShareableRequirement): Block[] => {
    const measures = requirement.linesOfEnquiry.flatMap((enquiry) => enquiry.measures)
    const kept = measures.filter(({ state }) => state !== 'no-records')
    return [
      {
        kind: 'heading',
        level: 1,
        text: `${requirement.id}  ${requirement.short}`,
        newPage: kept.length > 0,
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
      ...narrativeBlocks(model.written, requirement.id),
      ...findingBlocks(model.written, requirement.id),
      ...evidenceBlocks(model.written, requirement.id),
      {
        kind: 'table',
        caption: 'Measures of this requirement',
        columns: [{ label: 'Measure', share: 7 }, ...figureHeads],
        rows: measures.map((measure) => [
          {
            text: `${measure.id}  ${measure.title}`,
            ...(measure.safetyCritical ? { note: 'safety-critical' } : {}),
          },
          ...(measure.state === 'no-records'
            ? figureHeads.map(() => cell('no records'))
            : figureCells(measure.figure, measure.unit)),
        ]),
        empty: 'No measure answers this requirement.',
        dense: true,
      },
      ...kept.flatMap((measure) => measureSection(measure, model)),
    ]
  }

function levelBox({ level, setByPerson }: ShareableRequirement): Block {
  if (level === withheldWord)
    return { kind: 'box', tone: 'unknown', title: 'Level withheld', text: levelWithheld }
  return {
    kind: 'box',
    tone: levelTones[level],
    title: levelLabels[level],
    text: setByPerson
      ? 'Set by a person. The reason is in the restricted report.'
      : 'Computed from the exact figures, which are in the restricted report.',
  }
}

function commissionerBox({ commissionerLevel }: ShareableRequirement): Block[] {
  if (!commissionerLevel) return []
  return [
    {
      kind: 'box',
      tone: levelTones[commissionerLevel],
      title: `The commissioner’s level: ${levelLabels[commissionerLevel]}`,
      text: 'It stands beside the unit’s. The reason is in the restricted report.',
    },
  ]
}

function measureSection(measure: ShareableMeasure, model: ShareableModel): Block[] {
  const trend = trendChart({
    title: measure.title,
    unit: measure.unit,
    points: measure.trend.map((point) => ({ ...point, denominator: point.n })),
    rules: model.levelRules,
  })
  return [
    {
      kind: 'together',
      blocks: [
        { kind: 'heading', level: 2, text: `${measure.id}  ${measure.title}` },
        {
          kind: 'facts',
          dense: true,
          facts: [
            { label: 'Counted', text: measure.population },
            ...(measure.placedBy ? [{ label: 'In the period by', text: measure.placedBy }] : []),
            { label: 'Passes where', text: measure.rule },
            { label: 'Definition', text: `Version ${measure.version}; ${measure.source}` },
            { label: 'Figures', text: stateText(measure) },
          ],
        },
        { kind: 'chart', svg: trend.svg, alt: trend.alt, caption: trend.caption },
        {
          kind: 'table',
          caption: 'The same rates as a table',
          columns: [
            { label: 'Period', share: 1 },
            ...trend.table.rows.map(([period]) => ({
              label: period ?? '',
              align: 'right' as const,
            })),
          ],
          rows: [1, 2].map((part) => [
            cell(trend.table.columns[part] ?? ''),
            ...trend.table.rows.map((row) => cell(unbroken(row[part] ?? ''))),
          ]),
          empty: 'No period.',
          dense: true,
        },
      ],
    },
    ...groups(measure),
  ]
}

function groups(measure: ShareableMeasure): Block[] {
  if (measure.groupsWithheld) return [{ kind: 'paragraph', style: 'small', text: groupsWithheld }]
  if (measure.groups.length === 0) return []
  return [
    {
      kind: 'table',
      caption: `${measure.id}, shown apart`,
      columns: [{ label: 'Group', share: 5 }, ...figureHeads],
      rows: measure.groups.map(({ name, figure }) => [
        cell(name),
        ...figureCells(figure, measure.unit),
      ]),
      empty: '',
      dense: true,
    },
  ]
}
