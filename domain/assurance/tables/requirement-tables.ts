import { levelLabels } from '../levels.ts'
import { coverFacts } from '../print/cover.ts'
import type { ReportModel } from '../report-model.ts'
import { trendWord } from '../report-words.ts'
import { type DataTable, text, whole } from './table.ts'

export const aboutTable = (model: ReportModel): DataTable => ({
  name: 'About',
  about: 'What this report is, when it was cut, and what it rests on.',
  columns: [text('item', 'Item'), text('value', 'Value')],
  rows: [
    ['Report', model.cover.title],
    ...coverFacts(model).map(({ label, text }) => [label, text]),
    ['Audit entry at the head of the chain', String(model.annex.auditHead.seq)],
    ['Hash of that entry', model.annex.auditHead.hash],
    ['Software', `${model.annex.software.name} ${model.annex.software.version}`],
    [
      'How to read it',
      'Empty cells are never 0: the status column says why a cell is empty or withheld. Percentages are rounded down to one decimal. Durations are whole minutes.',
    ],
  ],
})

export const requirementsTable = (model: ReportModel): DataTable => ({
  name: 'Requirements',
  about: 'One row for each requirement: its level, the reason, and its words in the source.',
  columns: [
    text('requirement', 'Requirement'),
    text('short', 'Short name'),
    text('level', 'Level'),
    text('computed', 'Computed level'),
    text('reason', 'Reason'),
    text('setBy', 'Level set by'),
    text('setBecause', 'Level set because'),
    text('commissioner', 'Commissioner’s level'),
    text('commissionerBecause', 'Commissioner’s reason'),
    text('trend', 'Trend'),
    text('earlierLevel', 'Earlier level'),
    text('earlierPeriod', 'Earlier period'),
    whole('n', 'n (records)'),
    whole('openHighActions', 'High-priority actions open'),
    text('decidedBy', 'Decided by'),
    text('finding', 'Finding'),
    text('words', 'Words of the source'),
    text('enquiry', 'Lines of enquiry'),
  ],
  rows: model.requirements.map((one) => [
    one.id,
    one.short,
    levelLabels[one.level],
    levelLabels[one.computedLevel],
    one.reason,
    setBy(one.judgement),
    one.judgement?.reason ?? null,
    one.commissioner ? levelLabels[one.commissioner.level] : null,
    one.commissioner?.reason ?? null,
    trendWord(one),
    one.trend.earlier ? levelLabels[one.trend.earlier.level] : null,
    one.trend.earlier?.label ?? null,
    one.n,
    one.openHighActions,
    one.leading,
    one.finding,
    one.words,
    one.linesOfEnquiry.map(({ id, question }) => `${id}: ${question}`).join(' '),
  ]),
})

const setBy = (judgement: ReportModel['requirements'][number]['judgement']) => {
  if (!judgement) return null
  return judgement.secondRole === null
    ? judgement.byRole
    : `${judgement.byRole} and ${judgement.secondRole}`
}
