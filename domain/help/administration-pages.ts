import type { HelpPage } from './pages.ts'

const ours = 'A default of this app, which no published source fixes, to be approved by the unit: '

/** Help for the parts of Administration, each with where its rules come from. */
export const administrationPages: readonly HelpPage[] = [
  {
    path: '/administration/accounts',
    title: 'Administration: accounts',
    says: [
      'One account a person, one role an account. Its owner types the first password before two people, who both sign.',
      'A password that somebody set with another stands on a list until a manager of accounts confirms it who neither set it nor may know it.',
      'A leaver’s account and key go with the last day in the staff register.',
    ],
    rules: [],
    sources: [
      `${ours}two people are two passwords in two hands; 12 characters or more, common passwords refused.`,
    ],
  },
  {
    path: '/administration/staff',
    title: 'Administration: staff',
    says: [
      'Everybody who works on the unit, with profession, registration and the days on which they began and left. An account is opened for somebody of this register.',
      'Another post from a day on is a new post; a correction counts for all days, and the old entry stays readable.',
    ],
    rules: [],
    sources: [
      `${ours}a registration number has the form that its register gives out, such as an NMC PIN; nobody is looked up in the register itself.`,
    ],
  },
  {
    path: '/administration/unit',
    title: 'Administration: unit and beds',
    says: [
      'The name, address and telephone of the unit as they are said to an ambulance, its beds, when the screen locks, and whether a limit that has run out sounds.',
      'Each change says why, and the old entry stays readable.',
    ],
    rules: [],
    sources: [`${ours}the screen locks after 2 to 15 minutes, as the unit sets it.`],
  },
  {
    path: '/administration/contacts',
    title: 'Administration: contacts',
    says: [
      'Whom the unit rings: on-call paediatrics, social workers, the duty team. The pathway of an unwell baby and the duties name them from here.',
      'A number that is wrong here is wrong wherever it is offered: correct it, with why.',
    ],
    rules: ['escalation-routes', 'duties'],
  },
  {
    path: '/administration/rules',
    title: 'Administration: rules',
    says: [
      'Every set of rules with its version, source, approver and review date. What no source fixes is a default of the app until the unit approves it.',
      'A change is a draft, which shows what it would change; somebody who wrote none of it approves it. Old decisions keep the rules that they were made under.',
      'A set goes out and comes in as a file; what comes in is a draft.',
    ],
    rules: [
      'admission-criteria',
      'information-items',
      'supervision',
      'observation-review',
      'leave-escort',
      'leave-limits',
      'leave-baby-apart',
      'escalation-routes',
      'sepsis',
      'fever',
      'pews',
      'escort',
      'duties',
      'people',
      'relationship',
      'scope-statement',
      'review-events',
      'history-documents',
      'history-analysis',
      'training-requirements',
      'culture',
      'spot-check-questions',
      'frameworks',
    ],
  },
  {
    path: '/administration/backups',
    title: 'Administration: backups and safety',
    says: [
      'A backup is made and verified each hour in which something was recorded. Name a second place on the first day, and prove a backup each month.',
      'Safety of the record shows what was found when the unit was opened; Check now reads everything again.',
      'A restore and an export of everything take two people, each by their own password.',
      'Once another computer has taken everything in, record nothing here any more: close the unit.',
    ],
    rules: [],
    sources: [
      `${ours}each hour; red after 26 hours; 24 hours, 30 days and 12 months kept; a drill each month.`,
    ],
  },
  {
    path: '/administration/audit',
    title: 'Administration: audit',
    says: [
      'Who looked at a person and what was changed, field by field, before and after.',
      'Who opened restricted entries in an emergency is reviewed by somebody else, within a working day.',
    ],
    rules: [],
    sources: [`${ours}what the audit keeps, and the limit of the review.`],
  },
  {
    path: '/administration/records',
    title: 'Administration: keeping records',
    says: [
      'Until when each record is kept and by which rule; what is due is appraised by people, and the app removes nothing.',
      'A hold keeps a record whatever its age. Its subject gets a copy, in which what others said is marked first.',
    ],
    rules: [],
    sources: [
      'How long: NHS England, Records Management Code of Practice 2021, updated August 2023. The longer rule for what mother and baby share is a default of this app.',
    ],
  },
]
