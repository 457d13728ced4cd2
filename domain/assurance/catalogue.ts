import type { Measure } from './measure.ts'

/** One line of the list of measures (assurance.md 2): what is counted and what has to hold, before any definition. */
export interface CatalogueLine {
  id: string
  requirement: string
  /** What is counted. */
  counts: string
  /** What has to hold. */
  pass: string
  safetyCritical: boolean
  minimumN: number
}

/** Fewer than this is too little to judge by, unless the measure says otherwise (decision 35). */
export const defaultMinimumN = 5

type Row = [id: string, counts: string, pass: string, minimumN?: number]

// A star after the id marks a safety-critical measure, as in assurance.md 2.
const rows: Row[] = [
  [
    '5a-1',
    'decisions (offered or declined)',
    "every clause answered, none unanswered; 'not known' only with an override",
  ],
  ['5a-2*', 'offers', 'all inclusion met, no exclusion, no override'],
  ['5a-3*', 'offers', 'every must-know item received and in date at the decision'],
  [
    '5a-4',
    'offers with an override',
    'two different authorised people, reason, each missing item in by its deadline',
  ],
  ['5a-5', 'referrals', 'decision within the limit for planned / unplanned'],
  ['5a-6', 'unplanned admissions', 'arrived within 24 h of acceptance, direct from referral'],
  ['5a-7', 'refusals', 'reason code, signposting, referrer told'],
  ['5a-8', 'offers', 'CP-IS check logged before the offer'],
  [
    '5b-1*',
    'staff in post at period end, by profession, doctors and bank shown apart',
    'level required by role in date',
  ],
  [
    '5b-2',
    'staff in post at period end, by profession, doctors and bank shown apart',
    'multi-agency training (another agency delivered or attended) in the last 12 months',
  ],
  [
    '5b-3',
    'staff in post at period end, by profession, doctors and bank shown apart',
    'topics TRN-01 to TRN-05 all in date',
  ],
  ['5b-4', 'starters', 'required level within its limit of starting'],
  [
    '5b-5',
    'shifts',
    'at least one person with in-date safeguarding level 3, and one with in-date paediatric life support',
  ],
  [
    '5c-1*',
    'stays',
    'every required document read and signed by every required role within its limit',
  ],
  [
    '5c-2*',
    "stays with children's social care involved",
    'social-work reports received and read before the decision, or within 24 h of arrival if unplanned',
  ],
  ['5c-3', 'expected documents', 'received, or chased on time'],
  ['5c-4', 'sign-offs re-opened by a change', 'renewed within 24 h'],
  ['5c-5*', 'supervision decisions', 'none made while a risk-critical document was unread'],
  ['5d-1', 'stays of 7 days or more', 'baseline relationship assessment by day 7'],
  ['5d-2', 'stay-weeks after the first', 'assessment in the week'],
  [
    '5d-3*',
    'arrivals',
    'supervision set for inside and outside before mother and baby are together on the unit',
  ],
  ['5d-4*', 'stay-hours, inside and outside apart', 'covered by a current assessment'],
  ['5d-5*', 'review-triggering events', 'reviewed within its limit, the event answered'],
  ['5d-6', 'stays with a professional network', 'scope statement sent, and acknowledged'],
  ['5d-7', 'rounds due', 'done on time, not bulk-entered'],
  ['5e-1*', 'episodes', 'first observation set within its limit of recognition'],
  ['5e-2*', 'episodes', 'help reached within the limit of its highest band'],
  ['5e-3*', 'transfers off the unit', 'escort decided before leaving, as the rule says or higher'],
  ['5e-4*', 'duties from episodes', 'sent within the limit'],
  ['5e-5', 'duties sent', 'acknowledged by a named person within the limit'],
  ['5e-6', 'episodes closed', 'outcome recorded; debrief within 10 working days where required'],
  ['5e-7', 'six-month windows', 'unwell-baby drill held', 1],
  ['5f-1', 'staff in post, by profession', 'one reflective session in each six weeks'],
  ['5f-2', 'conferences, core groups, reviews invited to', 'attended, and report in on time'],
  ['5f-3', 'partner feedback asked for', 'returned; mean shown only with n'],
  ['5f-4', 'disagreements with another agency', 'resolved or escalated within the limit'],
  ['5f-5', 'learning points', 'change made, and checked later that it held'],
  ['5g-1', 'actions due', 'done by the due date with evidence'],
  ['5g-2', 'actions done', 're-tested later and held (embedded)'],
  ['5g-3', 'requirements', 'evidence in date at the cut'],
  ['5g-4*', 'staff, medical staff shown apart', 'safeguarding supervision in the last quarter'],
  ['5g-5', 'planned visits and audits', 'held'],
  [
    '2d-1',
    "mother's episodes that affect care of the child",
    'health visitor and social worker told within the limit',
  ],
  [
    '2e-1*',
    'events that affect a child with a plan, proceedings or shared responsibility',
    'every person who must be told was told within the limit',
  ],
  ['2e-2', 'spot checks', 'all five questions right'],
  ['3-1', 'stays', 'pattern of health-service use reviewed by a named professional'],
  [
    '6-1',
    'looked-after babies admitted',
    'planning meeting within the limit, chaired by social care, reviewing officer told',
    1,
  ],
  [
    '7-1',
    'statements on people and ties',
    'basis recorded (always so here; imports may be incomplete)',
  ],
  ['7-2', 'unknowns', 'asked again within 7 days'],
]

/** Every measure of assurance.md 2, whether or not its records are kept yet. */
export const catalogue: readonly CatalogueLine[] = rows.map(
  ([marked, counts, pass, minimumN = defaultMinimumN]) => {
    const id = marked.replace('*', '')
    return {
      id,
      requirement: id.slice(0, id.lastIndexOf('-')),
      counts,
      pass,
      safetyCritical: marked.endsWith('*'),
      minimumN,
    }
  },
)

/** The ids of the catalogue. */
export const measureIds: ReadonlySet<string> = new Set(catalogue.map((line) => line.id))

/**
 * What is wrong with a measure against its line in the catalogue, in plain English; empty where they agree.
 * A definition may not be softer than the list that the unit and its commissioner agreed.
 */
export function measureFaults(measure: Omit<Measure<never>, 'members'>): string[] {
  const line = catalogue.find((one) => one.id === measure.id)
  if (!line) return [`Measure ${measure.id} is not in the catalogue`]
  const faults: string[] = []
  if (measure.requirement !== line.requirement)
    faults.push(
      `Measure ${measure.id} belongs to requirement ${line.requirement}, not ${measure.requirement}`,
    )
  if (line.safetyCritical && !measure.safetyCritical)
    faults.push(`Measure ${measure.id} is safety-critical in the catalogue`)
  if (measure.minimumN < 1) faults.push(`Measure ${measure.id} has no minimum`)
  return faults
}
