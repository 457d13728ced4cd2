import { type Block, cell } from '../../shared/print-document.ts'
import { withCommas } from '../figure-text.ts'
import { levelLabels } from '../levels.ts'
import { measuresOfReport, type ReportModel } from '../report-model.ts'
import { visitBlocks } from '../written/plan.ts'
import { counted, levelCell, timeText } from './words.ts'

/** How the figures were made, what they cannot say, and what was not tested. */
export function method(model: ReportModel): Block[] {
  return [
    { kind: 'heading', level: 1, text: 'Method and limits', newPage: true },
    {
      kind: 'paragraph',
      text:
        `Every figure is computed from the unit's own records as they stood at the cut, ${timeText(model.cover.cut.at)}. ` +
        'Computed again at the same cut it is the same, whatever was corrected since. Each measure has one definition, ' +
        'given with its version; each record counted falls in exactly one of four classes.',
    },
    classes,
    levelTable(model),
    ...visitBlocks(model.written),
    { kind: 'heading', level: 2, text: 'Limits of this report' },
    { kind: 'list', items: limits(model) },
    { kind: 'heading', level: 2, text: 'What was not tested' },
    notTested(model),
  ]
}

const classes: Block = {
  kind: 'table',
  caption: 'The four classes',
  columns: [
    { label: 'Class', share: 2 },
    { label: 'Meaning', share: 6 },
    { label: 'In the rate', share: 4 },
  ],
  rows: [
    ['Pass', 'The rule applies, and it held.', 'Yes, above and below the line'],
    [
      'Fail',
      'The rule applies, and it did not hold. Some measures count an override as fail; every override is listed.',
      'Yes, below the line',
    ],
    [
      'Incomplete',
      'The rule applies, and the record does not say.',
      'Yes, below the line: it can never raise a rate',
    ],
    ['Not eligible', 'The rule does not apply, or its limit had not run out at the cut.', 'No'],
  ].map((row) => row.map(cell)),
  empty: '',
}

function levelTable({ levelRules: rules }: ReportModel): Block {
  return {
    kind: 'table',
    caption: 'The levels: proposed, to be approved by the unit and its commissioner',
    columns: [
      { label: 'Level', share: 3 },
      { label: 'A measure', share: 4 },
      { label: 'A requirement', share: 7 },
    ],
    rows: [
      [
        levelCell('substantial'),
        cell(`${rules.substantialFrom} % or more`),
        cell('All tested measures substantial, evidence fresh, no high-priority action open'),
      ],
      [
        levelCell('reasonable'),
        cell(`${rules.reasonableFrom} % or more`),
        cell('The weakest tested measure decides'),
      ],
      [
        levelCell('limited'),
        cell(`${rules.limitedFrom} % or more`),
        cell(
          `At most this where a safety-critical measure is below ${rules.safetyFloor} %; at least this where the weakest is not safety-critical`,
        ),
      ],
      [
        levelCell('none'),
        cell(`below ${rules.limitedFrom} %`),
        cell('A safety-critical measure is this low'),
      ],
      [
        levelCell('not-tested'),
        cell('fewer records than its minimum'),
        cell('A safety-critical measure, or every measure, is not tested'),
      ],
    ],
    empty: '',
  }
}

function limits(model: ReportModel): string[] {
  const measures = measuresOfReport(model).map(({ measure }) => measure)
  const records = measures.flatMap(({ members }) => members)
  const incomplete = records.filter((record) => record.class === 'incomplete').length
  const unapproved = model.annex.ruleSets.filter((ruleSet) => !ruleSet.approved)
  return [
    `${counted(measures.filter((measure) => measure.version !== null).length, 'measure')} of ${measures.length} have a definition and records. The others are not tested.`,
    `${withCommas(records.length)} records were counted; ${withCommas(incomplete)} of them ${incomplete === 1 ? 'was' : 'were'} incomplete.`,
    'Rates are rounded down to one decimal, so that none seems to reach a level that it does not reach. A dash means that there is no rate: nothing was eligible.',
    `A requirement's n is the number of eligible records behind its tested measures. Evidence older than ${model.levelRules.staleAfterDays} days at the cut lowers its level by one.`,
    model.annex.ruleSets.length === 0
      ? 'No rule set was used.'
      : unapproved.length === 0
        ? 'All limits and criteria used were approved by the unit.'
        : `Not approved by the unit: ${unapproved.map((ruleSet) => ruleSet.title).join(', ')}. Limits and criteria of these are defaults.`,
    'People and records carry pseudonyms that hold within this report only. Dates are the day of the stay and the clock time, ages are bands of weeks, and free text is withheld.',
    'The app records what staff enter. It cannot see what was done and not recorded, and it does not replace the observation, interviews and record tracking of a visit.',
  ]
}

function notTested({ requirements }: ReportModel): Block {
  return {
    kind: 'table',
    caption: 'Measures without a level, and why',
    columns: [
      { label: 'Measure', share: 7 },
      { label: 'Why', share: 6 },
    ],
    rows: requirements.flatMap(({ notTested }) =>
      notTested.map(({ id, title, why }) => [cell(`${id}  ${title}`), cell(why)]),
    ),
    empty: `Every measure was tested: none is ${levelLabels['not-tested'].toLowerCase()}.`,
    dense: true,
  }
}
