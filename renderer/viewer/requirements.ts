import type { AnyReport } from '#domain/assurance/any-report.ts'
import { withheldWord } from '#domain/assurance/disclosure.ts'
import { dash, quantityText, tenthsText } from '#domain/assurance/figure-text.ts'
import { levelLabels } from '#domain/assurance/levels.ts'
import type { MeasureModel, ReportModel, RequirementModel } from '#domain/assurance/report-model.ts'
import { trendWord } from '#domain/assurance/report-words.ts'
import type {
  ShareableMeasure,
  ShareableRequirement,
} from '#domain/assurance/shareable/shareable-model.ts'
import { stateText } from '#domain/assurance/shareable/words.ts'
import { el, facts, table } from './dom.ts'
import { recordsOf } from './records.ts'
import { evidenceIn, findingsIn, narrativeIn } from './written.ts'

type Requirement = RequirementModel | ShareableRequirement
type Measure = MeasureModel | ShareableMeasure

const levelText = (level: Requirement['level']) =>
  level === withheldWord ? withheldWord : levelLabels[level]
const isRestricted = (one: Measure): one is MeasureModel => 'members' in one
const nOf = (one: Measure) => (isRestricted(one) ? one.figure.denominator : one.figure.n)
const hasRecords = (one: Measure) => one.version !== null
const measuresOf = ({ linesOfEnquiry }: Requirement): Measure[] =>
  (linesOfEnquiry as readonly { measures: Measure[] }[]).flatMap(({ measures }) => measures)

/** Level, n and trend of every requirement, and each of them with its measures. */
export function requirements(model: AnyReport): Node[] {
  const all = model.requirements as readonly Requirement[]
  return [
    table(
      'Level of each requirement',
      ['Requirement', 'Level', 'n (records)', 'Trend'],
      all.map((one) => [
        el('a', { href: `#requirement-${one.id}` }, `${one.id} ${one.short}`),
        levelText(one.level),
        'n' in one ? quantityText(one.n, 'count') : 'by measure',
        'trend' in one ? trendWord(one) : dash,
      ]),
    ),
    ...all.map((one) => requirement(one, model)),
  ]
}

const requirement = (one: Requirement, model: AnyReport) =>
  el(
    'section',
    { id: `requirement-${one.id}` },
    el('h3', {}, `${one.id} ${one.short}`),
    el('blockquote', {}, one.words),
    el('p', {}, el('strong', {}, levelText(one.level)), 'reason' in one ? `: ${one.reason}` : ''),
    ...personsLevels(one),
    ...narrativeIn(model.written, one.id),
    ...findingsIn(model.written, one.id),
    ...evidenceIn(model.written, one.id),
    ...measuresOf(one).map((each) => measure(each, model)),
  )

/** The levels that people set: the unit's with the computed one, and the commissioner's beside it. */
function personsLevels(one: Requirement): Node[] {
  if (!('computedLevel' in one))
    return one.commissionerLevel
      ? [el('p', {}, `The commissioner’s level: ${levelLabels[one.commissionerLevel]}`)]
      : []
  const { judgement, commissioner, computedLevel } = one
  return [
    ...(judgement
      ? [
          el(
            'p',
            {},
            `Set by ${judgement.byRole.toLowerCase()}${judgement.secondRole ? ` and ${judgement.secondRole.toLowerCase()}` : ''}: ${judgement.reason} Computed: ${levelLabels[computedLevel]}.`,
          ),
        ]
      : []),
    ...(commissioner
      ? [
          el(
            'p',
            {},
            `The commissioner’s level: ${levelLabels[commissioner.level]}. ${commissioner.reason}`,
          ),
        ]
      : []),
  ]
}

function measure(one: Measure, model: AnyReport): Node {
  const title = `${one.id} ${one.title}${one.safetyCritical ? ' (safety-critical)' : ''}`
  if (!hasRecords(one))
    return el('details', {}, el('summary', {}, `${title}: no records of this kind yet`))
  return el(
    'details',
    {},
    el(
      'summary',
      {},
      title,
      ': ',
      el('strong', {}, tenthsText(one.figure.rateTenths)),
      ` of n ${quantityText(nOf(one), one.unit)}`,
    ),
    facts([
      ['Counted', one.population],
      ['In the period by', one.placedBy ?? dash],
      ['Passes where', one.rule],
      ['Definition', `Version ${one.version}; ${one.source}`],
      isRestricted(one)
        ? ['Level', `${levelLabels[one.level]}: ${one.reason}`]
        : ['Figures', stateText(one)],
    ]),
    ...figures(one, model),
    trend(one),
    groups(one),
  )
}

const parts = [
  ['pass', 'Pass'],
  ['fail', 'Fail'],
  ['incomplete', 'Incomplete'],
  ['notEligible', 'Not eligible'],
] as const

/** The four counts: in a restricted pack each opens the records that it counts, zeros too. */
function figures(one: Measure, model: AnyReport): Node[] {
  if (isRestricted(one)) return recordsOf(one, model as ReportModel)
  return [
    table(
      `${one.id}: figures`,
      ['n', ...parts.map(([, label]) => label)],
      [
        [
          quantityText(one.figure.n, one.unit),
          ...parts.map(([name]) => quantityText(one.figure[name], one.unit)),
        ],
      ],
    ),
  ]
}

const trend = (one: Measure) =>
  table(
    `${one.id}: rate by period`,
    ['Period', 'Rate', 'n'],
    one.trend.map((point) => [
      point.label,
      tenthsText(point.rateTenths),
      quantityText('n' in point ? point.n : point.denominator, one.unit),
    ]),
  )

function groups(one: Measure): Node {
  if ('groupsWithheld' in one && one.groupsWithheld)
    return el(
      'p',
      {},
      'The groups of this measure are withheld: one of them is too small to print.',
    )
  if (one.groups.length === 0) return el('span')
  return table(
    `${one.id}, shown apart`,
    ['Group', ...parts.map(([, label]) => label), 'n', 'Rate'],
    one.groups.map(({ figure, name }) => [
      name,
      ...parts.map(([part]) => quantityText(figure[part], one.unit)),
      quantityText('n' in figure ? figure.n : figure.denominator, one.unit),
      tenthsText(figure.rateTenths),
    ]),
  )
}
