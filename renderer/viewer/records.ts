import { quantityText } from '#domain/assurance/figure-text.ts'
import { type MemberClass, memberClasses } from '#domain/assurance/measure.ts'
import { recordsByKey } from '#domain/assurance/records-by-key.ts'
import type { MeasureModel, MemberModel, ReportModel } from '#domain/assurance/report-model.ts'
import { classLabels } from '#domain/assurance/report-words.ts'
import { button, el, facts, table } from './dom.ts'

const shownAtOnce = 100

let known: { model: ReportModel; find: ReturnType<typeof recordsByKey> } | undefined
function finder(model: ReportModel) {
  if (known?.model !== model) known = { model, find: recordsByKey(model.records) }
  return known.find
}

/** A button for each class and for all, and under them just the records that the figure counts. */
export function recordsOf(measure: MeasureModel, model: ReportModel): Node[] {
  const place = el('div', { 'aria-live': 'polite' })
  const open = (chosen: MemberClass | 'all') => {
    const members = measure.members.filter((one) => chosen === 'all' || one.class === chosen)
    const words = chosen === 'all' ? 'All records' : classLabels[chosen]
    place.replaceChildren(...listed(words, members, measure, model))
  }
  const { figure, unit } = measure
  const of = (one: MemberClass) => (one === 'not-eligible' ? figure.notEligible : figure[one])
  return [
    el('p', {}, 'Open the records behind a figure:'),
    el(
      'p',
      { class: 'buttons' },
      ...memberClasses.map((one) =>
        button(`${classLabels[one]} ${quantityText(of(one), unit)}`, () => open(one)),
      ),
      button(`All ${quantityText(figure.population, unit)}`, () => open('all')),
    ),
    place,
  ]
}

function listed(
  words: string,
  members: readonly MemberModel[],
  measure: MeasureModel,
  model: ReportModel,
): Node[] {
  if (members.length === 0)
    return [el('p', {}, `${words}: no record. The figure is 0 because there is none.`)]
  const place = el('div')
  const show = (many: number) =>
    place.replaceChildren(
      table(
        `${measure.id}, ${words.toLowerCase()}: ${members.length} ${members.length === 1 ? 'record' : 'records'}, by pseudonym`,
        [
          'Record',
          'Class',
          'Why',
          'When',
          'Baby’s age',
          'Group',
          measure.unit === 'minutes' ? 'Time' : 'Count',
        ],
        members.slice(0, many).map((one) => row(one, measure, model)),
      ),
      ...(members.length > many
        ? [button(`Show ${members.length - many} more`, () => show(members.length))]
        : []),
    )
  show(shownAtOnce)
  return [place]
}

const row = (one: MemberModel, { unit }: MeasureModel, model: ReportModel) => [
  one.id,
  one.overridden ? `${classLabels[one.class]}, overridden` : classLabels[one.class],
  el('span', {}, one.reason, one.records.length === 0 ? '' : countedFrom(one, model)),
  one.when ? `day ${one.when.day}, ${one.when.time}` : '',
  one.ageBand ?? '',
  one.group ?? '',
  quantityText(one.quantity, unit),
]

function countedFrom({ records }: MemberModel, model: ReportModel): Node {
  const many = records.length
  const made = el(
    'details',
    {},
    el('summary', {}, `Counted from ${many} ${many === 1 ? 'record' : 'records'}`),
  )
  made.addEventListener('toggle', () => {
    if (!made.open || made.childElementCount > 1) return
    const find = finder(model)
    for (const ref of records) {
      const found = find(ref)
      if (found)
        made.append(
          facts([
            ['Record', `${found.id}, version ${found.version}`],
            ...found.fields.map(({ label, value }) => [label, value] as const),
          ]),
        )
    }
  })
  return made
}
