import { type Block, cell } from '../../shared/print-document.ts'
import { dash, withCommas } from '../figure-text.ts'
import { measuresOfReport, type ReportModel } from '../report-model.ts'
import { evidenceRows } from '../written/evidence-rows.ts'
import { levelCell, nText, rateText } from './words.ts'

/** What of Finding Five f partners answer for: meetings, their feedback, disagreements. */
const ofPartners = ['5f-2', '5f-3', '5f-4']

/** What partners and families say (domain.md 7.5, section 7). */
export function voices(model: ReportModel): Block[] {
  const said = (model.written?.evidence ?? []).filter(({ kind }) => kind === 'survey')
  return [
    { kind: 'heading', level: 1, text: 'Partner and family voice', newPage: true },
    measuresNamed(model, ofPartners, 'Work with partners', 'What partners answer for'),
    ...(model.partnerMeans
      ? [
          {
            kind: 'table',
            caption: 'What partners marked, from 1 (not at all) to 5 (wholly)',
            columns: [
              { label: 'Question', share: 8 },
              { label: 'Answers (n)', align: 'right', share: 2 },
              { label: 'Mean', align: 'right', share: 2 },
            ],
            rows: model.partnerMeans.map(({ question, n, meanTenths }) => [
              cell(question),
              cell(withCommas(n)),
              cell(meanTenths === null ? 'too few to show' : meanText(meanTenths)),
            ]),
            empty: 'No question was asked.',
            dense: true,
          } as const,
        ]
      : []),
    {
      kind: 'table',
      caption: 'What partners, mothers and families said, as evidence',
      ...evidenceRows(said),
      empty:
        'Nothing that partners, mothers or families said is recorded as evidence for this report.',
      dense: true,
    },
  ]
}

const meanText = (tenths: number) => `${Math.floor(tenths / 10)}.${tenths % 10}`

/** Measures of several requirements side by side, with those that this report does not have left out and named. */
export function measuresNamed(
  model: ReportModel,
  ids: readonly string[],
  caption: string,
  what: string,
): Block {
  const found = new Map(measuresOfReport(model).map(({ measure }) => [measure.id, measure]))
  const measures = ids.flatMap((id) => found.get(id) ?? [])
  return {
    kind: 'table',
    caption,
    columns: [
      { label: 'Measure', share: 8 },
      { label: 'n', align: 'right', share: 2 },
      { label: 'Rate', align: 'right', share: 2 },
      { label: 'Level', share: 4 },
    ],
    rows: measures.map((measure) => [
      cell(`${measure.id}  ${measure.title}`),
      cell(measure.version === null ? dash : nText(measure)),
      { text: measure.version === null ? dash : rateText(measure), strong: true },
      levelCell(measure.level),
    ]),
    empty: `${what} is not part of this report.`,
    dense: true,
  }
}
