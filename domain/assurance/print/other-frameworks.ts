import { type Block, cell } from '../../shared/print-document.ts'
import { withCommas } from '../figure-text.ts'
import type { OtherFrameworkModel } from '../other-framework-model.ts'
import type { ReportModel } from '../report-model.ts'
import { levelCell } from './words.ts'

/** What other frameworks ask, each requirement with its level from the same measures. */
export function otherFrameworks({ otherFrameworks: all }: ReportModel): Block[] {
  if (!all || all.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: 'Other frameworks', newPage: true },
    {
      kind: 'paragraph',
      text: 'The requirements of other networks and commissioners that the unit has taken in, answered by the measures of this report. The figures of each measure stand under its own requirement. Levels that a person set belong to Finding Five and do not count here.',
    },
    ...all.flatMap(framework),
  ]
}

const framework = ({
  title,
  version,
  source,
  requirements,
  left,
}: OtherFrameworkModel): Block[] => [
  { kind: 'heading', level: 2, text: `${title}, version ${version}` },
  {
    kind: 'paragraph',
    style: 'small',
    text: `${source.document}, ${source.publisher}: ${source.section}`,
  },
  {
    kind: 'table',
    caption: `Level of each requirement of ${title}`,
    columns: [
      { label: 'Requirement', share: 6 },
      { label: 'Level', share: 4 },
      { label: 'n', align: 'right' },
      { label: 'Measures', share: 3 },
      { label: 'Why', share: 6 },
    ],
    rows: requirements.map((one) => [
      { text: `${one.id}  ${one.short}`, note: one.words },
      levelCell(one.level),
      cell(withCommas(one.n)),
      cell(one.measures.join(', ')),
      cell(one.reason),
    ]),
    empty: 'None of its requirements can be answered by the measures of this report.',
    dense: true,
  },
  ...(left.length === 0
    ? []
    : [
        {
          kind: 'paragraph',
          style: 'small',
          text: `Left out, because this report was not asked for their measures: ${left.join(', ')}.`,
        } as const,
      ]),
]
