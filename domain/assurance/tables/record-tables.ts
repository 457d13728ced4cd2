import { withheldWord } from '../disclosure.ts'
import { measuresOfReport, type ReportModel } from '../report-model.ts'
import { classLabels } from '../report-words.ts'
import { type DataTable, flag, text, whole } from './table.ts'

const shown = 'shown'

export const recordsTable = (model: ReportModel): DataTable => ({
  name: 'Records',
  about: 'Every record that a measure counted, by pseudonym: just those that its figure counts.',
  columns: [
    text('measure', 'Measure'),
    text('record', 'Record'),
    text('class', 'Class'),
    text('reason', 'Why'),
    whole('day', 'Day of stay'),
    text('time', 'Clock time'),
    text('age', "Baby's age"),
    text('group', 'Group'),
    whole('quantity', 'Quantity'),
    text('unit', 'Counted in'),
    flag('overridden', 'Overridden'),
    text('status', 'Status'),
  ],
  rows: measuresOfReport(model).flatMap(({ measure }) =>
    measure.members.map((member) => [
      measure.id,
      member.id,
      classLabels[member.class],
      member.reason,
      member.when?.day ?? null,
      member.when?.time ?? null,
      member.ageBand,
      member.group,
      member.quantity,
      measure.unit === 'count' ? 'records' : 'minutes',
      member.overridden,
      member.reason.startsWith(withheldWord) ? 'reason withheld' : shown,
    ]),
  ),
})

export const sourcesTable = (model: ReportModel): DataTable => ({
  name: 'Counted from',
  about:
    'Which records each counted record was judged by. What they say is in the table of fields.',
  columns: [
    text('measure', 'Measure'),
    text('record', 'Record'),
    text('source', 'Counted from'),
    whole('version', 'Version'),
  ],
  rows: measuresOfReport(model).flatMap(({ measure }) =>
    measure.members.flatMap((member) =>
      member.records.map(({ id, version }) => [measure.id, member.id, id, version]),
    ),
  ),
})

export const fieldsTable = (model: ReportModel): DataTable => ({
  name: 'Fields',
  about: 'What may leave of each record behind the figures, once; what is withheld says so.',
  columns: [
    text('source', 'Counted from'),
    whole('version', 'Version'),
    text('type', 'Type'),
    text('field', 'Field'),
    text('value', 'Value'),
    text('status', 'Status'),
  ],
  rows: model.records.flatMap((record) => {
    const head = [record.id, record.version, record.type]
    return record.fields.length === 0
      ? [[...head, null, null, 'no fields leave']]
      : record.fields.map((field) => [
          ...head,
          field.label,
          field.withheld ? null : field.value,
          field.withheld ? field.value : shown,
        ])
  }),
})
