import { type Block, cell } from '../../shared/print-document.ts'
import { needsSecondSignature } from '../judgement.ts'
import { levelLabels } from '../levels.ts'
import { measuresOfReport, type ReportModel } from '../report-model.ts'
import { counted, figureLine } from './words.ts'

/** One line of what somebody has to see to now. */
interface Concern {
  requirement: string
  what: string
  why: string
}

/**
 * What cannot wait for the action plan (domain.md 7.5, section 5): safety-critical measures below their floor,
 * levels of none, levels that a person lowered, and high-priority actions that are open. Nothing in it is typed.
 */
export function concernsOf(model: ReportModel): Concern[] {
  const floor = model.levelRules.safetyFloor
  const below = measuresOfReport(model).filter(
    ({ measure: { safetyCritical, level, figure } }) =>
      safetyCritical && level !== 'not-tested' && (figure.rateTenths ?? 0) < floor * 10,
  )
  return [
    ...below.map(({ requirement, measure }) => ({
      requirement: requirement.id,
      what: measure.title,
      why: `Safety-critical, and below the floor of ${floor} %: ${figureLine(measure)}`,
    })),
    ...model.requirements.flatMap(
      ({ id, short, level, computedLevel, judgement, openHighActions }) => [
        ...(level === 'none'
          ? [{ requirement: id, what: short, why: `Level: ${levelLabels.none}` }]
          : []),
        ...(judgement &&
        level !== 'none' &&
        level !== computedLevel &&
        !needsSecondSignature(computedLevel, level)
          ? [
              {
                requirement: id,
                what: short,
                why: `A person lowered the level from ${levelLabels[computedLevel].toLowerCase()} to ${levelLabels[level].toLowerCase()}`,
              },
            ]
          : []),
        ...(openHighActions > 0
          ? [
              {
                requirement: id,
                what: short,
                why: `${counted(openHighActions, 'high-priority action')} open`,
              },
            ]
          : []),
      ],
    ),
  ]
}

export const escalated = (model: ReportModel): Block[] => [
  { kind: 'heading', level: 1, text: 'Escalated concerns and immediate safety' },
  {
    kind: 'paragraph',
    text: 'What the figures, the levels and the open actions say should not wait for the action plan. What a visit told the unit on the day stands with the findings of its requirement.',
  },
  {
    kind: 'table',
    caption: 'Concerns that should not wait',
    columns: [
      { label: 'Requirement' },
      { label: 'What', share: 5 },
      { label: 'Why it is here', share: 7 },
    ],
    rows: concernsOf(model).map(({ requirement, what, why }) => [
      cell(requirement),
      cell(what),
      cell(why),
    ]),
    empty: 'Nothing in the figures, the levels or the actions calls for it.',
    dense: true,
  },
]
