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

export const fieldsTable = (model: ReportModel): DataTable => ({
  name: 'Fields',
  about: 'What may leave of the records behind each counted record; what is withheld says so.',
  columns: [
    text('measure', 'Measure'),
    text('record', 'Record'),
    text('type', 'Type'),
    text('source', 'Counted from'),
    whole('version', 'Version'),
    text('field', 'Field'),
    text('value', 'Value'),
    text('status', 'Status'),
  ],
  rows: measuresOfReport(model).flatMap(({ measure }) =>
    measure.members.flatMap((member) =>
      member.records.flatMap((record) => {
        const head = [measure.id, member.id, record.type, record.id, record.version]
        return record.fields.length === 0
          ? [[...head, null, null, 'no fields leave']]
          : record.fields.map((field) => [
              ...head,
              field.label,
              field.withheld ? null : field.value,
              field.withheld ? field.value : shown,
            ])
      }),
    ),
  ),
})
