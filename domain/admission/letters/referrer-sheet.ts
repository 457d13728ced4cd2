import { headLine, type Letterhead } from '../../letters/letter.ts'
import { limitText } from '../../shared/limits.ts'
import type { Block, PrintDocument } from '../../shared/print-document.ts'
import type { CivilDate } from '../../shared/time.ts'
import type { AdmissionCriteria, Clause, ClauseKind } from '../criteria.ts'
import type { InformationItems } from '../information.ts'

export interface ReferrerSheet {
  head: Letterhead
  date: CivilDate
  criteria: AdmissionCriteria
  information: InformationItems
  /** "Admission criteria, revision 2: approved by the unit". */
  standing: string
}

/**
 * What kind of unit this is, whom it takes and what it is not, from the criteria in force: the confusion
 * with other places for mother and baby is named in Finding Five of the Child Z review.
 */
export const referrerSheet = ({
  head,
  date,
  criteria,
  information,
  standing,
}: ReferrerSheet): PrintDocument => ({
  title: 'Information for referrers',
  date,
  marking: 'OFFICIAL',
  footer: `${head.unit}, ${head.provider}. ${standing}`,
  cover: null,
  blocks: [
    { kind: 'paragraph', text: headLine(head), style: 'small' },
    { kind: 'heading', level: 1, text: 'Information for referrers' },
    { kind: 'paragraph', style: 'lead', text: whatItIs(criteria) },
    ...ofKind(criteria, 'inclusion', 'Whom we admit'),
    ...ofKind(criteria, 'exclusion', 'Whom we do not admit'),
    ...ofKind(criteria, 'stop', 'What stops an admission until it is settled'),
    ...ofKind(criteria, 'defer', 'When another ward comes first'),
    { kind: 'heading', level: 2, text: 'How to refer' },
    {
      kind: 'list',
      items: [
        `Referrals are taken from: ${accepted(criteria)}.`,
        `We decide on an unplanned admission ${limitText(criteria.limits.unplannedDecision.limit)}, and on a planned one ${limitText(criteria.limits.plannedDecision.limit)}.`,
        `If we decline, we tell you why and where else to turn, ${limitText(criteria.limits.referrerTold.limit)}.`,
      ],
    },
    { kind: 'heading', level: 2, text: 'What we need to know before an offer' },
    {
      kind: 'table',
      caption: 'Without these there is no offer; say “not known” where you do not know',
      columns: [
        { label: 'Item', share: 1 },
        { label: 'Please tell us', share: 2 },
      ],
      rows: information.items
        .filter(({ mustKnow, from }) => mustKnow !== 'no' && from === 'asked')
        .map((item) => [
          {
            text: item.title,
            strong: true,
            ...(item.mustKnow === 'where-social-care'
              ? { note: 'Where children’s social care is involved, or may be' }
              : {}),
          },
          { text: item.asks },
        ]),
      empty: 'Nothing.',
    },
    { kind: 'heading', level: 2, text: 'Which place is which' },
    {
      kind: 'table',
      dense: true,
      caption: 'Places for mother and baby that are taken for one another',
      columns: [
        { label: 'Place', share: 2 },
        { label: 'What it is for', share: 3 },
        { label: 'Regulator and payer', share: 3 },
        { label: 'Assessments for a court', share: 2 },
        { label: 'Watches the baby day and night', share: 2 },
      ],
      rows: criteria.resources.map((one) => [
        { text: one.name, strong: true },
        { text: one.purpose },
        { text: one.regulator },
        { text: one.writesCourtAssessments },
        { text: one.supervisesAroundTheClock },
      ]),
      empty: 'No list.',
    },
    { kind: 'paragraph', style: 'small', text: standing },
  ],
})

const whatItIs = ({ resources }: AdmissionCriteria): string => {
  const own = resources.find(({ id }) => id === 'RES-1')
  const purpose = own
    ? `${own.purpose}.`
    : 'We treat severe mental illness and keep the pair together.'
  return `This is an NHS psychiatric mother and baby unit. What it is for: ${purpose.charAt(0).toLowerCase()}${purpose.slice(1)} It is not a place for an assessment of parenting alone.`
}

/** Clauses that stand in a group are one line: at least one of them. */
function ofKind(criteria: AdmissionCriteria, kind: ClauseKind, heading: string): Block[] {
  const clauses = criteria.clauses.filter((clause) => clause.kind === kind)
  if (clauses.length === 0) return []
  const grouped = criteria.groups.flatMap(({ id }) => {
    const members = clauses.filter((clause) => clause.group === id)
    return members.length > 0 ? [`At least one of these: ${members.map(titleOf).join('; ')}`] : []
  })
  return [
    { kind: 'heading', level: 2, text: heading },
    {
      kind: 'list',
      items: [...grouped, ...clauses.filter(({ group }) => group === null).map(titleOf)],
    },
  ]
}

const titleOf = ({ title }: Clause) => title

const accepted = ({ settings }: AdmissionCriteria) =>
  settings.referrers
    .filter(({ accepted: isAccepted }) => isAccepted)
    .map(({ label }) => label.charAt(0).toLowerCase() + label.slice(1))
    .join(', ')
