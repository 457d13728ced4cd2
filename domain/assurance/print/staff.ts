import { type Block, cell } from '../../shared/print-document.ts'
import { professionLabels } from '../../users/staff.ts'
import { dash, tenthsText } from '../figure-text.ts'
import { type MeasureModel, measuresOfReport, type ReportModel } from '../report-model.ts'
import { measuresNamed } from './voices.ts'
import { nText, quantity, rateText, unbroken } from './words.ts'

/** Culture and knowledge of the staff (Finding Five b, f and g). */
const ofStaff = ['5b-1', '5b-2', '5b-3', '5b-4', '5f-1', '5f-5', '5g-4', '2e-2']
/** Those that are counted by profession: the training matrix of the annex (domain.md 7.5, section 11). */
const byProfession = ['5b-1', '5b-2', '5b-3', '5f-1', '5g-4']
const medical = [professionLabels.consultant, professionLabels.doctor]

const isMedical = (group: string) =>
  medical.some((label) => group === label || group.startsWith(`${label}, `))

const measuresIn = (model: ReportModel, ids: readonly string[]): MeasureModel[] => {
  const found = new Map(measuresOfReport(model).map(({ measure }) => [measure.id, measure]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** Staff and culture, medical staff apart (domain.md 7.5, section 8; Finding Five g names them). */
export function staffAndCulture(model: ReportModel): Block[] {
  const apart = measuresIn(model, byProfession)
  return [
    { kind: 'heading', level: 1, text: 'Staff and culture' },
    measuresNamed(model, ofStaff, 'Training, reflection and supervision', 'Staff'),
    {
      kind: 'table',
      caption: 'Medical staff, shown apart',
      columns: [
        { label: 'Measure', share: 8 },
        { label: 'Medical staff: pass of n', align: 'right', share: 4 },
        { label: 'All staff: pass of n', align: 'right', share: 4 },
      ],
      rows: apart.map((measure) => [
        cell(`${measure.id}  ${measure.title}`),
        cell(medicalText(measure)),
        cell(
          measure.version === null
            ? dash
            : `${quantity(measure, measure.figure.pass)} of n ${nText(measure)} (${rateText(measure)})`,
        ),
      ]),
      empty: 'Staff are not part of this report.',
      dense: true,
    },
  ]
}

function medicalText(measure: MeasureModel): string {
  const own = measure.groups.filter(({ name }) => isMedical(name))
  if (own.length === 0) return 'no medical staff counted'
  const sum = (part: 'pass' | 'denominator') =>
    own.reduce((total, { figure }) => total + figure[part], 0)
  return `${quantity(measure, sum('pass'))} of n ${quantity(measure, sum('denominator'))}`
}

/** The training matrix: each profession with how many of it are in date. */
export function trainingMatrix(model: ReportModel): Block[] {
  const measures = measuresIn(model, byProfession)
  const groups = [...new Set(measures.flatMap((one) => one.groups.map(({ name }) => name)))].sort()
  return [
    { kind: 'heading', level: 2, text: 'Training matrix' },
    {
      kind: 'table',
      caption: 'Pass of n by profession at the end of the period',
      columns: [
        { label: 'Profession', share: 4 },
        ...measures.map(({ id }) => ({ label: id, align: 'right' as const, share: 3 })),
      ],
      rows: groups.map((group) => [
        cell(group),
        ...measures.map((measure) => {
          const figure = measure.groups.find(({ name }) => name === group)?.figure
          return figure === undefined
            ? cell(dash)
            : {
                text: `${quantity(measure, figure.pass)} of n ${quantity(measure, figure.denominator)}`,
                note: unbroken(tenthsText(figure.rateTenths)),
              }
        }),
      ]),
      empty: 'Training is not part of this report.',
      dense: true,
    },
    ...(measures.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            style: 'small',
            text: measures.map(({ id, title }) => `${id}: ${title}`).join('. '),
          } as const,
        ]),
  ]
}
