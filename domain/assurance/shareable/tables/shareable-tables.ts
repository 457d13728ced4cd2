import { withheldWord } from '../../disclosure.ts'
import { levelLabels } from '../../levels.ts'
import { coverFacts } from '../../print/cover.ts'
import { ruleSetsTable } from '../../tables/closing-tables.ts'
import { type DataTable, flag, text, whole } from '../../tables/table.ts'
import { writtenTables } from '../../written/tables.ts'
import { measuresOfShareable, type ShareableModel } from '../shareable-model.ts'
import { levelWithheld, smallNumberRule } from '../words.ts'
import { groupsTable, measuresTable, numberCell, trendTable } from './figure-tables.ts'

/** The shareable report as tables. An empty cell is never 0: the status column of its row says why it is empty. */
export const shareableTables = (model: ShareableModel): DataTable[] => {
  const measures = measuresOfShareable(model)
  return [
    aboutTable(model),
    requirementsTable(model),
    measuresTable(measures),
    groupsTable(measures),
    trendTable(measures),
    ...writtenTables(model.written),
    countsTable(model),
    ruleSetsTable(model),
  ]
}

const aboutTable = (model: ShareableModel): DataTable => ({
  name: 'About',
  about: 'What this report is, when it was cut, and what it rests on.',
  columns: [text('item', 'Item'), text('value', 'Value')],
  rows: [
    ['Report', model.cover.title],
    ...coverFacts(model).map(({ label, text }) => [label, text]),
    ['Audit entry at the head of the chain', String(model.annex.auditHead.seq)],
    ['Hash of that entry', model.annex.auditHead.hash],
    ['Software', `${model.annex.software.name} ${model.annex.software.version}`],
    ['What is withheld', smallNumberRule],
    [
      'How to read it',
      'Empty cells are never 0: the status column says which are withheld. Percentages are rounded down to one decimal. Durations are whole minutes.',
    ],
  ],
})

const requirementsTable = (model: ShareableModel): DataTable => ({
  name: 'Requirements',
  about: 'One row for each requirement: its level, and its words in the source.',
  columns: [
    text('requirement', 'Requirement'),
    text('short', 'Short name'),
    text('level', 'Level'),
    flag('setByPerson', 'Set by a person'),
    text('commissioner', 'Commissioner’s level'),
    text('finding', 'Finding'),
    text('words', 'Words of the source'),
    text('enquiry', 'Lines of enquiry'),
    text('status', 'Status'),
  ],
  rows: model.requirements.map((one) => [
    one.id,
    one.short,
    one.level === withheldWord ? null : levelLabels[one.level],
    one.setByPerson,
    one.commissionerLevel ? levelLabels[one.commissionerLevel] : null,
    one.finding,
    one.words,
    one.linesOfEnquiry.map(({ id, question }) => `${id}: ${question}`).join(' '),
    one.level === withheldWord ? levelWithheld : 'shown',
  ]),
})

const countsTable = ({ counts }: ShareableModel): DataTable => ({
  name: 'Counts',
  about: 'How many there were in the period, and nothing of each.',
  columns: [text('what', 'What'), whole('count', 'Count'), text('status', 'Status')],
  rows: (
    [
      ['Overrides', counts.overrides],
      ['Unwell-baby episodes', counts.episodes],
      ['Accounts opened for one shift', counts.oneShiftAccounts],
    ] as const
  ).map(([what, count]) => [
    what,
    count === null ? null : numberCell(count),
    count === null ? 'not part of this report' : count === withheldWord ? withheldWord : 'rounded',
  ]),
})
