import { headLine, type Letterhead } from '../letters/letter.ts'
import { addHours, formatDateTime } from '../shared/calendar.ts'
import type { Block, Fact, PrintDocument } from '../shared/print-document.ts'
import type { CivilDate, Instant } from '../shared/time.ts'

/**
 * The sheet of a shift's handover: every bed by situation, background, assessment and request, the baby first.
 * Source: SBAR as NHS England's improvement guides describe it; what stands in it is what the board shows.
 */
export interface ShiftHandover {
  head: Letterhead
  beds: readonly HandoverBed[]
  free: readonly string[]
  onShift: readonly string[]
  printedBy: string
  printedAt: Instant
  today: CivilDate
}

export interface HandoverBed {
  bed: string
  mother: string
  day: number
  /** Status under the Mental Health Act, and the mother's own observation level; empty where not recorded. */
  status: string
  observation: string
  /** Where the mother is, if she is away. */
  away: string
  babies: readonly HandoverBaby[]
  overdue: readonly { what: string; since: Instant }[]
  unread: number
}

export interface HandoverBaby {
  name: string
  age: string
  away: string
  legal: readonly string[]
  inside: string
  outside: string
  night: string
  reviewDueAt: Instant | null
  requirement: string | null
  episode: { recognisedAt: Instant; nextStep: string; dueAt: Instant | null } | null
  duties: { open: number; late: number }
  /** Events that no review has closed, and by when the first asks for one; null where there is none. */
  events: { count: number; dueAt: Instant } | null
}

// A shift of the ward is twelve hours at most; what is due in the next one is asked of it.
const nextShiftHours = 12

/** Two pages or so for a whole unit. Its title, which is metadata, names nobody. */
export const handoverSheet = (sheet: ShiftHandover): PrintDocument => ({
  title: 'Handover of the shift',
  date: sheet.today,
  marking: 'OFFICIAL-SENSITIVE: PERSONAL',
  footer: `${sheet.head.unit}. As it stood ${formatDateTime(sheet.printedAt)}; printed by ${sheet.printedBy}. Shred it after the shift`,
  cover: null,
  blocks: [
    { kind: 'paragraph', text: headLine(sheet.head), style: 'small' },
    { kind: 'heading', level: 1, text: `Handover, ${formatDateTime(sheet.printedAt)}` },
    {
      kind: 'facts',
      dense: true,
      facts: [
        { label: 'On shift', text: sheet.onShift.join(', ') || 'Nobody is recorded' },
        { label: 'Free', text: sheet.free.join(', ') || 'No bed' },
        { label: 'Handed over by, to, at', text: '' },
      ],
    },
    ...(sheet.beds.length === 0
      ? [{ kind: 'paragraph', text: 'Nobody is on the unit.' } as const]
      : sheet.beds.map((bed) => bedBlock(bed, sheet.printedAt))),
  ],
})

const bedBlock = (bed: HandoverBed, now: Instant): Block => ({
  kind: 'together',
  blocks: [
    { kind: 'heading', level: 2, text: bedHeading(bed) },
    {
      kind: 'facts',
      dense: true,
      facts: [
        { label: 'Situation', text: situation(bed) },
        { label: 'Background', text: background(bed) },
        { label: 'Assessment', text: assessment(bed) },
        { label: 'Request', text: request(bed, now) },
      ] satisfies Fact[],
    },
  ],
})

const bedHeading = ({ bed, babies, mother }: HandoverBed): string =>
  `${bed}: ${babies.map(({ name, age }) => `${name}, ${age}`).join(' and ') || 'no baby here'}, with ${mother}`

const sentences = (parts: readonly string[]): string => parts.filter(Boolean).join('. ')

/** Of several babies each is named before what is said of it. */
const ofEach = (babies: readonly HandoverBaby[], say: (baby: HandoverBaby) => string): string[] =>
  babies.map((baby) => {
    const said = say(baby)
    return said !== '' && babies.length > 1 ? `${baby.name}: ${said}` : said
  })

const situation = ({ babies, away }: HandoverBed): string =>
  sentences([
    ...ofEach(babies, (baby) =>
      sentences([
        baby.away,
        baby.episode
          ? `Baby concern since ${formatDateTime(baby.episode.recognisedAt)}, next: ${baby.episode.nextStep}`
          : '',
        `Inside ${baby.inside}; outside ${baby.outside}; night ${baby.night}`,
        baby.requirement ? `Court or authority: ${baby.requirement}` : '',
      ]),
    ),
    away,
  ])

const background = ({ babies, status, observation, day }: HandoverBed): string =>
  sentences([
    ...ofEach(babies, ({ legal }) => legal.join(', ') || 'Legal status not recorded'),
    `Mother: ${status || 'Mental Health Act status not recorded'}, observation ${observation.toLowerCase() || 'not recorded'}`,
    `Day ${day}`,
  ])

const assessment = ({ overdue, unread, babies }: HandoverBed): string =>
  sentences([
    overdue.length === 0
      ? 'Nothing overdue'
      : `Overdue: ${overdue.map(({ what, since }) => `${what} since ${formatDateTime(since)}`).join(', ')}`,
    unread > 0
      ? `${unread} ${unread === 1 ? 'document' : 'documents'} not read by all who must`
      : '',
    ...ofEach(babies, ({ events }) =>
      events
        ? `${events.count} ${events.count === 1 ? 'event' : 'events'} that no review has closed`
        : '',
    ),
  ])

/** What the next shift is asked to do, by when. */
function request({ babies, unread }: HandoverBed, now: Instant): string {
  const until = addHours(now, nextShiftHours)
  const asked = [
    ...ofEach(babies, (baby) =>
      sentences([
        baby.episode?.dueAt
          ? `${baby.episode.nextStep} by ${formatDateTime(baby.episode.dueAt)}`
          : '',
        reviewAsked(baby, now, until),
        baby.duties.open > 0
          ? `Tell others: ${baby.duties.open} open, ${baby.duties.late} of them overdue`
          : '',
      ]),
    ),
    unread > 0 ? 'Read what is yours to read' : '',
  ]
  return sentences(asked) || 'Nothing due in the next 12 hours'
}

function reviewAsked({ reviewDueAt, events }: HandoverBaby, now: Instant, until: Instant): string {
  if (reviewDueAt === null) {
    const event = events ? `; an event waits for an answer by ${formatDateTime(events.dueAt)}` : ''
    return `Assess supervision: nobody has since they came together here${event}`
  }
  const isEvent = events !== null && events.dueAt < reviewDueAt
  const due = isEvent ? events.dueAt : reviewDueAt
  const after = isEvent ? ' after the open event' : ''
  if (due <= now) return `Review supervision${after}: it was due ${formatDateTime(due)}`
  if (due <= until || isEvent) return `Review supervision${after} by ${formatDateTime(due)}`
  return ''
}
