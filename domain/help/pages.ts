import { administrationPages } from './administration-pages.ts'

/**
 * Help for each screen: what it is for, what to do first, and which sets of rules stand behind it. The sources of
 * the rules come from the rules themselves, as they are in force.
 */
export interface HelpPage {
  /** The beginning of the address of the screen; of several that fit, the longest is meant. */
  path: string
  title: string
  /** What the screen is for, and what to do there, a sentence or two each. */
  says: readonly string[]
  /** Kinds of the rule sets behind the screen. */
  rules: readonly string[]
  /** Where rules come from that are in no set. */
  sources?: readonly string[]
}

const unwell = ['escalation-routes', 'sepsis', 'fever', 'pews', 'escort', 'duties']

export const helpPages: readonly HelpPage[] = [
  {
    path: '/',
    title: 'Board',
    says: [
      'A card for each bed, the baby first. Red is late or urgent and says so in words.',
      'A baby worries you: press Baby concern on the card. The clock runs from your press.',
      'The app rings nobody: it says whom to ring, and a person rings.',
    ],
    rules: ['supervision', 'duties', ...unwell.slice(0, 4)],
  },
  {
    path: '/concern',
    title: 'Baby concern',
    says: [
      'Opened from the top bar of every page. Press beside the baby: the concern is raised, and the clock runs from the press.',
      'Say whose worry it is by the button; what was noticed can follow on the page of the episode.',
    ],
    rules: unwell.slice(0, 4),
  },
  {
    path: '/rounds',
    title: 'Round',
    says: [
      'Press where you saw each baby and with whom, then sign once.',
      'What is entered later shows as late; several due times at once show as bulk.',
    ],
    rules: ['supervision'],
  },
  {
    path: '/referrals',
    title: 'Referrals',
    says: [
      'What is not known stays in sight until somebody has said it. Not known is an answer; not yet asked is none.',
      'An offer is held while a criterion is not met or something that must be known is missing or too old. Two people may override by name, except a stop and a limit of a court.',
    ],
    rules: ['admission-criteria', 'information-items', 'history-documents'],
  },
  {
    path: '/duties',
    title: 'Duties',
    says: [
      'Who has to be told of what, by when. Sent is not acknowledged: a named person outside says that they know.',
      'Nobody is rung whom it is not known to be safe to ring: such a duty goes to the social worker.',
    ],
    rules: ['duties'],
  },
  {
    path: '/stays',
    title: 'A stay',
    says: [
      'Babies first, then the mother, the people round them and the agencies.',
      'Nothing is overwritten: a correction is a new version with a reason, and the old one stays readable.',
      'What the mother or a partner must not see belongs under Restricted entries.',
    ],
    rules: ['supervision', 'review-events', 'relationship', 'leave-escort', 'leave-limits'],
  },
  {
    path: '/episodes',
    title: 'An unwell baby',
    says: [
      'The one next step stands under NOW, with its limit. Do that first.',
      'The strictest of the tables leads, never PEWS alone. A worry counts whatever the score.',
      'Only an outcome that a nurse or a doctor signs stops the clock.',
    ],
    rules: unwell,
  },
  {
    path: '/families',
    title: 'A family',
    says: [
      'Every statement says how it is known: observed, document seen, told by whom, opinion, or asked and not established.',
      'A status of the law is a dated fact with the document behind it.',
    ],
    rules: ['people', 'duties'],
  },
  {
    path: '/people',
    title: 'People',
    says: [
      'Who is on the unit and who is on shift. The nurse in charge opens an account for one shift and sets a new password for somebody who cannot get in: under On shift.',
    ],
    rules: ['people'],
  },
  {
    path: '/people/roster',
    title: 'Roster',
    says: [
      'Who is on which shift, a week a page. A shift without somebody in date for safeguarding level 3 and for paediatric life support stands out before it begins.',
    ],
    rules: ['training-requirements'],
  },
  {
    path: '/people/training',
    title: 'Training',
    says: [
      'Who has done which course until when. Training counts as multi-agency only where another agency delivered it or took part.',
    ],
    rules: ['training-requirements'],
  },
  {
    path: '/people/culture',
    title: 'Reflection and partnership',
    says: [
      'Sessions, what was learnt and whether it held; meetings and disagreements with agencies. No name of a mother, a baby or a colleague.',
    ],
    rules: ['culture', 'spot-check-questions'],
  },
  {
    path: '/paper',
    title: 'On paper',
    says: [
      'Print the emergency sheet at each change of shift and shred the one before.',
      'Enter what was written by hand with the time at which it happened: it is marked as a late entry.',
    ],
    rules: ['supervision', 'admission-criteria', 'information-items'],
  },
  {
    path: '/assurance',
    title: 'Assurance',
    says: [
      'Nobody types a percentage: each figure is counted from records and opens to them.',
      'Pass, fail, incomplete and not eligible are counted apart. Not tested is not a level.',
    ],
    rules: ['frameworks'],
    sources: [
      'Requirements: Finding Five of the Child Z review, a to g. Levels and their words are proposed by this app, to be approved by the unit and its commissioner.',
      'Small numbers: the NHS disclosure rule for secondary care, September 2018.',
    ],
  },
  {
    path: '/desk',
    title: 'Desk',
    says: [
      'Sealed packs of one unit or several, as they were sent: whether the seal holds is checked before anything is shown.',
      'Nothing here is typed by the unit: levels and figures come from the packs.',
    ],
    rules: [],
  },
  {
    path: '/administration',
    title: 'Administration',
    says: [
      'Accounts, the unit, the rules and who approved them, backups, and the audit.',
      'Backups: name a second place on the first day, and prove a backup each month. Check now looks at the whole record.',
      'A restore and an export of everything take two people, each by their own password.',
      'A password that somebody set with another stands on a list until a manager of accounts who did not set it confirms it.',
      'The audit shows who looked at a person and what was changed, field by field. Keeping records shows until when each is kept, holds one, and makes a copy for its subject.',
      'Rules that no published source fixes are defaults of the app until the unit approves them.',
    ],
    rules: [],
    sources: ['Each part of Administration says on its own help page where its rules come from.'],
  },
  ...administrationPages,
]

/** The help of the screen at an address; that of the board where none fits. */
export function helpFor(path: string): HelpPage {
  const fits = helpPages.filter(
    (page) => path === page.path || path.startsWith(`${page.path}/`) || page.path === '/',
  )
  const [longest] = fits.sort((a, b) => b.path.length - a.path.length)
  return longest ?? (helpPages[0] as HelpPage)
}
