import { type AboutPerson, aboutFamily, headLine, type Letterhead } from '../letters/letter.ts'
import { formatDate, formatDateTime } from '../shared/calendar.ts'
import type { Block, Fact, PrintDocument, Cell as Printed } from '../shared/print-document.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import { activities, places } from './codes.ts'
import { conditionMessage } from './conditions.ts'
import type { PlaceStanding, SideStanding, SupervisionStanding } from './current.ts'
import { type FactorRow, factorAnswerLabels, factorLabels } from './factors.ts'
import { type DecisionKind, decisionLabel } from './record.ts'
import { activityName, levelName, placeName, type SupervisionRules } from './rule-content.ts'
import { sideText } from './strictest-here.ts'
import { standingNote, whyStanding } from './why-standing.ts'

/** The supervision that holds now, on one page: place by activity, why, what it rests on, until when. */
export interface PrintedSupervision {
  head: Letterhead
  mother: AboutPerson
  baby: AboutPerson
  rules: SupervisionRules
  /** "Supervision of mother with baby, revision 1. Not yet approved". */
  rulesStanding: string
  standing: SupervisionStanding
  /** The newest decision; null where none was ever made. */
  decision: PrintedDecision | null
  legal: readonly string[]
  printedBy: string
  printedAt: Instant
  today: CivilDate
}

export interface PrintedDecision {
  kind: DecisionKind
  isReview: boolean
  /** Which one of the stay it is, counted from the first, and how often its entry was corrected. */
  number: number
  version: number
  startsAt: Instant
  reviewDueAt: Instant
  /** Names of those who signed it. */
  signedBy: readonly string[]
  team: string | null
  agreedWith: string | null
  agreedAt: Instant | null
  motherToldAt: Instant | null
  socialWorkerTold: string | null
  socialWorkerToldAt: Instant | null
  overrides: readonly { rule: string; because: string }[]
  legalBasis: string | null
  rationale: string
  evidence: string
  factors: readonly FactorRow[]
}

/** One page. Its title, which goes into the file's metadata, names nobody. */
export const supervisionDocument = (printed: PrintedSupervision): PrintDocument => ({
  title: 'Supervision of mother with baby',
  date: printed.today,
  marking: 'OFFICIAL-SENSITIVE: PERSONAL',
  footer: `${printed.head.unit}. As it stood ${formatDateTime(printed.printedAt)}; printed by ${printed.printedBy}. Paper does not change when the record does`,
  cover: null,
  blocks: [
    { kind: 'paragraph', text: headLine(printed.head), style: 'small' },
    { kind: 'heading', level: 1, text: 'Supervision of mother with baby' },
    { kind: 'facts', facts: aboutFamily(printed.mother, [printed.baby], []), dense: true },
    ...fallbackBox(printed),
    ...limitBox(printed),
    gridOf(printed),
    { kind: 'facts', facts: decisionFacts(printed), dense: true },
    { kind: 'paragraph', style: 'small', text: printed.rulesStanding },
  ],
})

const isFallback = ({ reason }: Pick<SideStanding, 'reason'>) => reason !== 'decided'

/** Where the fallback holds, it says so first: nobody takes an old assessment for a current one. */
function fallbackBox({ standing, rules }: PrintedSupervision): Block[] {
  const sides = [
    { side: standing.inside, name: 'inside the unit' },
    { side: standing.outside, name: 'outside' },
  ].filter(({ side }) => isFallback(side))
  if (sides.length === 0) return []
  const said = sides
    .map(
      ({ side, name }) =>
        `${levelName(rules, side.level)} ${name} (${whyStanding(side).replace('Fallback: ', '')})`,
    )
    .join('; ')
  return [
    {
      kind: 'box',
      tone: 'worst',
      title: 'Fallback: no current assessment',
      text: `${said}. ${heldBy(sides.map(({ side }) => side))}`,
    },
  ]
}

/** The fallback never separates; a separation that was decided stands on (decision 19). */
const heldBy = (sides: readonly SideStanding[]): string =>
  sides.some(({ level }) => level === 'SUP-0')
    ? 'The separation was decided, with its legal basis, and stands until an assessment is signed.'
    : 'It holds by rule until an assessment is signed; it never separates mother and baby.'

const limitBox = ({ standing: { authorityRequirement } }: PrintedSupervision): Block[] =>
  authorityRequirement === null
    ? []
    : [
        {
          kind: 'box',
          tone: 'poor',
          title:
            'Limit of a court or an authority: it does not lapse, and nobody here overrides it',
          text: authorityRequirement,
        },
      ]

const single = activities.filter((activity) => activity !== 'all')

/** Place by activity; an activity stands as the place does where nothing else is said. */
function gridOf({ standing, rules }: PrintedSupervision): Block {
  return {
    kind: 'table',
    caption: 'Place by activity. “–”: as everything else in that place',
    dense: true,
    columns: [
      { label: 'Where', share: 0.14 },
      { label: 'Level', share: 0.13 },
      ...single.map((activity) => ({ label: activityName(rules, activity), share: 0.075 })),
      { label: 'What it means there, and why', share: 0.28 },
    ],
    rows: places.map((place) => placeRow(standing.places[place], rules)),
    empty: '',
  }
}

function placeRow(place: PlaceStanding, rules: SupervisionRules): Printed[] {
  const other = new Map(place.exceptions.map((one) => [one.activity, one]))
  return [
    { text: placeName(rules, place.place), strong: true },
    {
      text: levelName(rules, place.level),
      strong: true,
      ...(isFallback(place) ? { note: 'Fallback' } : {}),
    },
    ...single.map((activity): Printed => {
      const found = other.get(activity)
      return found ? { text: levelName(rules, found.level), strong: true } : { text: '–' }
    }),
    { text: place.words, note: reasonsOf(place, rules).join('. ') },
  ]
}

/** What was written for this place and its activities, and where it is the fallback, since when. */
function reasonsOf(place: PlaceStanding, rules: SupervisionRules): string[] {
  const own = standingNote(place, place)
  const single = place.exceptions.flatMap((one) => {
    const said = standingNote(one, place, one.activity)
    return said === '' ? [] : `${activityName(rules, one.activity)}: ${said}`
  })
  const why = isFallback(place) ? [whyStanding(place)] : []
  return [...why, ...(own === '' ? [] : [own]), ...single]
}

function decisionFacts({ decision, standing, legal, rules }: PrintedSupervision): Fact[] {
  const status = { label: 'Legal status of the child', text: legal.join('; ') || 'Not recorded' }
  const levels = {
    label: 'Inside; outside; at night',
    text: (['inside', 'outside', 'night'] as const)
      .map((side) => sideText(rules, standing, side))
      .join('; '),
  }
  if (!decision)
    return [
      levels,
      { label: 'Assessment', text: 'None since mother and baby came together here' },
      status,
    ]
  return [
    levels,
    {
      label: decision.isReview ? 'Last assessment' : 'Last decision, a raise alone',
      text: `${decisionLabel(decision)}, number ${decision.number} here, version ${decision.version}; from ${formatDateTime(decision.startsAt)}`,
    },
    { label: 'Review due', text: formatDateTime(standing.reviewDueAt ?? decision.reviewDueAt) },
    { label: 'Signed by', text: decision.signedBy.join(' and ') },
    ...(decision.team ? [{ label: 'Decided together', text: decision.team }] : []),
    { label: 'Agreed with', text: agreed(decision) },
    {
      label: 'Mother told',
      text: decision.motherToldAt ? formatDateTime(decision.motherToldAt) : 'Not recorded',
    },
    ...(decision.socialWorkerTold
      ? [{ label: 'Social worker told first', text: toldFirst(decision) }]
      : []),
    ...decision.overrides.map(({ rule, because }) => ({
      label: 'Signed by name although',
      text: `${conditionMessage(rule)}. Because: ${because}`,
    })),
    status,
    ...(decision.legalBasis
      ? [{ label: 'Legal basis of the separation', text: decision.legalBasis }]
      : []),
    { label: 'Reason', text: decision.rationale },
    { label: 'Evidence', text: decision.evidence },
    { label: 'Asked separately', text: factorsText(decision.factors) },
  ]
}

const toldFirst = ({ socialWorkerTold, socialWorkerToldAt }: PrintedDecision): string =>
  [socialWorkerTold, socialWorkerToldAt && formatDateTime(socialWorkerToldAt)]
    .filter(Boolean)
    .join(', ')

const agreed = ({ agreedWith, agreedAt }: PrintedDecision): string =>
  agreedWith === null
    ? 'Nobody outside is recorded'
    : `${agreedWith}${agreedAt === null ? '' : `, ${formatDateTime(agreedAt)}`}`

/**
 * What was answered with yes or not known by its words; the rest by one. Paper lies about: a suspicion of
 * fabricated illness is read in the record alone (decision 5).
 */
function factorsText(all: readonly FactorRow[]): string {
  if (all.length === 0) return 'Nothing: a raise asks nothing'
  const factors = all.filter(({ factor }) => factor !== 'fii-signs')
  const said = factors
    .filter(({ answer }) => answer !== 'no')
    .map(({ factor, answer, note }) =>
      [`${factorLabels[factor]}: ${factorAnswerLabels[answer].toLowerCase()}`, note]
        .filter(Boolean)
        .join(', '),
    )
  const no = factors.length - said.length
  return [
    ...said,
    ...(no === 0 ? [] : [`${said.length === 0 ? 'All' : 'The others'} printed here: no`]),
  ].join('; ')
}

/** Which legal status, and to when, on paper. */
export const legalLine = (label: string, endsOn: CivilDate | null): string =>
  endsOn === null ? label : `${label}, to ${formatDate(endsOn)}`
