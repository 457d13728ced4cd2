import { levelLabels } from '../levels.ts'
import { concernsOf } from '../print/escalated.ts'
import type { ReportModel } from '../report-model.ts'
import { type DataTable, text, whole } from './table.ts'

export const concernsTable = (model: ReportModel): DataTable => ({
  name: 'Concerns',
  about: 'What the figures, the levels and the open actions say should not wait.',
  columns: [text('requirement', 'Requirement'), text('what', 'What'), text('why', 'Why')],
  rows: concernsOf(model).map(({ requirement, what, why }) => [requirement, what, why]),
})

/** None for reports of before, which have no place for them. */
export const otherFrameworksTable = ({ otherFrameworks }: ReportModel): DataTable[] =>
  otherFrameworks
    ? [
        {
          name: 'Other-frameworks',
          about: 'What other frameworks ask, answered by the measures of this report.',
          columns: [
            text('framework', 'Framework'),
            whole('version', 'Version'),
            text('requirement', 'Requirement'),
            text('short', 'Short name'),
            text('level', 'Level'),
            text('reason', 'Reason'),
            whole('n', 'n (records)'),
            text('measures', 'Measures'),
            text('words', 'Words of the source'),
            text('status', 'Status'),
          ],
          rows: otherFrameworks.flatMap(({ title, version, requirements, left }) => [
            ...requirements.map((one) => [
              title,
              version,
              one.id,
              one.short,
              levelLabels[one.level],
              one.reason,
              one.n,
              one.measures.join(', '),
              one.words,
              'shown',
            ]),
            ...left.map((id) => [
              title,
              version,
              id,
              ...Array.from({ length: 6 }, () => null),
              'not asked for in this report',
            ]),
          ]),
        },
      ]
    : []

export const partnerMeansTable = ({ partnerMeans }: ReportModel): DataTable[] =>
  partnerMeans
    ? [
        {
          name: 'Partner-feedback',
          about: 'What partners marked, from 1 (not at all) to 5 (wholly).',
          columns: [
            text('question', 'Question'),
            whole('n', 'Answers (n)'),
            whole('meanTenths', 'Mean, in tenths'),
            text('status', 'Status'),
          ],
          rows: partnerMeans.map(({ question, n, meanTenths }) => [
            question,
            n,
            meanTenths,
            meanTenths === null ? 'too few to show' : 'shown',
          ]),
        },
      ]
    : []

export const auditExtractTable = ({ annex }: ReportModel): DataTable[] =>
  annex.auditExtract
    ? [
        {
          name: 'Audit-extract',
          about: 'Entries of the audit of the period, up to the cut, by what was done.',
          columns: [text('kind', 'What was done'), whole('entries', 'Entries')],
          rows: annex.auditExtract.map(({ kind, entries }) => [kind, entries]),
        },
      ]
    : []
